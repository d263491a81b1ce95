"""Which node of an older graph is which of a newer one."""

from papergraph.query.identity import identity, unchanged


def test_a_key_that_changes() -> None:
    """A node that a paper names by the same label is the same, whatever its IRI."""
    known = identity({"1": {"nets"}}, {"1": {"net"}}, older_labels={"nets": {"Net"}}, newer_labels={"net": {"Net"}})

    assert list(known.kept()) == [("nets", "net")]
    assert known.now("nets", paper="1") == "net"
    assert known.merged() == known.split() == {}


def test_a_label_of_two_nodes_of_one_paper() -> None:
    """What two things are both called tells nothing; the names that are their own do."""
    known = identity(
        {"1": {"sage", "sage-2"}},
        {"1": {"sage", "sage-2"}},
        older_labels={"sage": {"SAGE", "Sage Attention"}, "sage-2": {"SAGE", "Graph Sage"}},
        newer_labels={"sage": {"SAGE", "Graph Sage"}, "sage-2": {"SAGE", "Sage Attention"}},
    )

    assert sorted(known.kept()) == [("sage", "sage-2"), ("sage-2", "sage")]


def test_no_paper_tells() -> None:
    """Where the papers are all others, the IRI decides."""
    known = identity({"1": {"grpo"}}, {"2": {"grpo"}}, older_labels={}, newer_labels={})

    assert list(known.kept()) == [("grpo", "grpo")]


def test_most_papers_decide() -> None:
    """A node became what most of its papers have; among equals, what has its IRI."""
    labels = {"a": {"x"}, "b": {"x"}, "c": {"x"}}
    before = {"1": {"b"}, "2": {"b"}, "3": {"b"}}
    most = identity(before, {"1": {"a"}, "2": {"c"}, "3": {"c"}}, older_labels=labels, newer_labels=labels)
    equal = identity(before, {"1": {"a"}, "2": {"b"}}, older_labels=labels, newer_labels=labels)

    assert (most.became["b"], equal.became["b"]) == ("c", "b")
    assert most.split() == {"b": ("a", "c")}
    assert most.now("b", paper="1") == "a"


def test_a_paper_that_goes_over() -> None:
    """A paper that has another of two things that stay is no merge, and its link is another one."""
    labels = {"ppo": {"PPO", "PO"}, "dpo": {"DPO", "PO"}}
    before = {"1": {"ppo"}, "2": {"ppo"}, "3": {"dpo"}, "4": {"dpo"}, "5": {"ppo"}}
    after = before | {"5": {"dpo"}}
    known = identity(before, after, older_labels=labels, newer_labels=labels)

    assert known.merged() == known.split() == {}
    assert known.now("ppo", paper="5") == "ppo"


def test_two_states_of_one_graph() -> None:
    """There an IRI means the same, whatever else it is called."""
    known = unchanged({"1": {"a", "b"}}, {"1": {"a"}, "2": {"c"}})

    assert known.became == known.came_from == {"a": "a"}
