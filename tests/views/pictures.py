"""Pictures with everything in them that a page can show, made of the fixture's rows."""

from dataclasses import replace

from papergraph.model import Role
from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.coauthors import coauthors_view
from papergraph.views.kinds.papers import papers_view
from papergraph.views.kinds.timeline import timeline_view
from papergraph.views.model import Edge, Listing, Node, Row, ViewModel, Words

_QUERY = "SELECT ?paper WHERE {\n  #values\n  ?paper dcterms:creator "


def place_of(model: ViewModel, name: str) -> int:
    """Return the place of the node of this name."""
    return next(place for place, node in enumerate(model.nodes) if node.name == name)


def edge_between(model: ViewModel, one: str, other: str) -> int:
    """Return the place of the line between two nodes."""
    ends = {place_of(model, one), place_of(model, other)}
    return next(place for place, edge in enumerate(model.edges) if {edge.source, edge.target} == ends)


def people(rows: NetworkRows) -> ViewModel:
    """Return who wrote together: with bridging, another name, identity, queries, rules and two listings."""
    model = coauthors_view(rows)
    more = {
        "조민지": {"alias": "Minji Cho", "bridging": 0.5},
        "Ada Stern": {"identity": ("Written Ada Stern and A. Stern.", "Both spellings wrote with Bo Lind.")},
    }
    nodes = tuple(
        replace(node, key=f"https://example.org/{node.key}", **more.get(node.name, {}))  # type: ignore[arg-type]
        for node in model.nodes
    )
    ada, eve = (place_of(model, name) for name in ("Ada Stern", "Eve Ono"))
    similar = Listing(
        key="apart",
        title="Similar but not connected",
        note="Pairs that share more methods than chance gives.",
        columns=("one", "other", "shared", "by chance", "p", "methods"),
        rows=(Row(cells=("Ada Stern", "Eve Ono", 2, 0.3, 0.0125, "GridSet, Guess Descent"), node=ada, other=eve),),
    )
    coverage = Listing(
        key="coverage",
        title="What is missing",
        note="What the graph does not know.",
        columns=("What", "Papers"),
        rows=(Row(cells=("papers without methods", 1)), Row(cells=("names that were not matched", 3))),
    )
    return replace(
        model,
        nodes=nodes,
        claims=tuple(replace(claim, rule="proposes-verb", mentions=3) for claim in model.claims),
        listings=(similar, coverage),
        node_query=f"{_QUERY}?node }}",
        edge_query=f"{_QUERY}?one , ?other }}",
    )


def works(rows: NetworkRows) -> ViewModel:
    """Return papers that share methods or datasets: one of these common, and one line by mentions alone."""
    model = papers_view(rows, roles=list(Role))
    common = tuple(replace(concept, common=concept.label == "Guess Descent") for concept in model.concepts)
    told = replace(
        model, concepts=common, claims=tuple(replace(claim, rule="uses-verb", mentions=2) for claim in model.claims)
    )
    last = len(told.edges) - 1
    return replace(
        told, edges=tuple(replace(edge, faint=place == last, lift=1.4) for place, edge in enumerate(told.edges))
    )


def uptake(rows: NetworkRows) -> ViewModel:
    """Return who took up a method, and when."""
    return timeline_view(rows, concept="c/guess")


def methods(rows: NetworkRows) -> ViewModel:
    """Return concepts that stand in one paper together, held against chance."""
    model = coauthors_view(rows)
    papers = [
        tuple(sorted({claim.paper for claim in model.claims if claim.concept == place}))
        for place in range(len(model.concepts))
    ]
    nodes = tuple(
        Node(
            key=f"https://example.org/c/{place}", kind=concept.kind, name=concept.label, label=concept.label,
            x=place * 80.0, y=(place % 2) * 90.0, radius=8.0, group=0, papers=papers[place], concept=place,
        )
        for place, concept in enumerate(model.concepts)
    )  # fmt: skip
    edges = tuple(
        Edge(
            source=one, target=other, weight=float(len(shared)), step=0, papers=tuple(sorted(shared)), claims=(),
            lift=1.7, p=0.02,
        )
        for one in range(len(papers))
        for other in range(one + 1, len(papers))
        if (shared := set(papers[one]) & set(papers[other]))
    )  # fmt: skip
    words = Words(
        node="method", nodes="methods", link="stand together", reason="paper", reasons="papers", size="Size: papers",
        groups="Communities",
    )  # fmt: skip
    return replace(
        model, kind="methods", title="What occurs together", words=words, nodes=nodes, edges=edges,
        groups=(replace(model.groups[0], size=len(nodes)),),
    )  # fmt: skip
