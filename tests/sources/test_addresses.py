"""Addresses and the papers they lead to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergraph.iri import paper_iri
from papergraph.model import PaperId
from papergraph.sources.addresses import identify


@pytest.mark.parametrize(
    ("address", "scheme", "local"),
    [
        ("https://arxiv.org/abs/2305.01234", "arxiv", "2305.01234"),
        ("http://www.arxiv.org/abs/2305.01234v12", "arxiv", "2305.01234"),
        ("https://arxiv.org/pdf/2305.01234v2.pdf", "arxiv", "2305.01234"),
        ("https://arxiv.org/pdf/1412.6980", "arxiv", "1412.6980"),
        ("arxiv.org/abs/2305.01234v2", "arxiv", "2305.01234"),
        ("https://arxiv.org/abs/2305.01234?context=cs#top", "arxiv", "2305.01234"),
        ("https://arxiv.org/abs/cs/0112017", "arxiv", "cs/0112017"),
        ("https://arxiv.org/abs/math.GT/0309136v1", "arxiv", "math/0309136"),
        ("https://arxiv.org/abs/cond-mat/0309136", "arxiv", "cond-mat/0309136"),
        ("https://huggingface.co/papers/2305.01234", "arxiv", "2305.01234"),
        ("https://hf.co/papers/2305.01234/", "arxiv", "2305.01234"),
        ("https://aclanthology.org/2020.acl-main.1/", "acl", "2020.acl-main.1"),
        ("https://aclanthology.org/2020.acl-main.1v2.pdf", "acl", "2020.acl-main.1"),
        ("https://www.aclweb.org/anthology/p18-1001.pdf", "acl", "P18-1001"),
        ("https://doi.org/10.1145/3292500.3330701", "doi", "10.1145/3292500.3330701"),
        ("https://dx.doi.org/10.1016/S0004-3702(97)00043-X", "doi", "10.1016/s0004-3702(97)00043-x"),
        ("https://doi.org/10.48550/arXiv.2305.01234", "arxiv", "2305.01234"),
        ("https://doi.org/10.18653/v1/P18-1001", "acl", "P18-1001"),
    ],
)
def test_paper_is_identified(address: str, scheme: str, local: str) -> None:
    """Every way to link a paper gives the one identity of the paper."""
    identified = identify(address)
    assert identified is not None
    assert identified[0] == PaperId(scheme=scheme, local=local)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://",
        "https://[",
        "https://example.org/abs/2305.01234",
        "https://arxiv.org.evil.example/abs/2305.01234",
        "https://arxiv.org/list/cs/2305",
        "https://arxiv.org/abs/23051.01234",
        "javascript://arxiv.org/abs/2305.01234",
        "ftp://arxiv.org/abs/2305.01234",
        "https://doi.org/11.1000/1",
        "https://doi.org/10.1000/",
        "2305.01234",
    ],
)
def test_other_addresses_are_not_guessed(address: str) -> None:
    """An address of another kind identifies nothing."""
    assert identify(address) is None


def test_address_is_safe_to_write() -> None:
    """The address comes back absolute, without user, password or port, and with what no IRI may hold escaped."""
    identified = identify('https://me:secret@doi.org:8080/10.1000/a"{b}%zz<é')
    assert identified is not None
    assert identified[1] == "https://doi.org/10.1000/a%22%7Bb%7D%25zz%3C%C3%A9"
    bare = identify("arxiv.org/abs/2305.01234v2")
    assert bare is not None
    assert bare[1] == "https://arxiv.org/abs/2305.01234v2"


@given(st.text(), st.sampled_from(["https://doi.org/10.1000/", "https://arxiv.org/abs/", "", "https://"]))
def test_no_address_raises(text: str, start: str) -> None:
    """Whatever stands in a link, the answer is a paper with a proper IRI, or nothing."""
    identified = identify(start + text)
    if identified:
        assert not set(paper_iri(identified[0])) & set(' <>"{}|\\^`')
        assert identified[1].isascii()
        assert not set(identified[1]) & set(' <>"{}|\\^`')
