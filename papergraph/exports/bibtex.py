"""Papers as BibTeX: an entry each, in UTF-8, with every sign that TeX would act on escaped."""

import re
from collections.abc import Iterable, Iterator

from papergraph.exports.addresses import web_address
from papergraph.exports.dates import when
from papergraph.exports.keys import key_of
from papergraph.exports.plain import one_line
from papergraph.exports.rows import Paper, Person

# BibTeX counts braces even behind a backslash, so a brace of the text is spelled by its name.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
    }
)
# A formula is kept as one when it holds nothing but letters, numbers, scripts and these commands. Anything else of a
# stranger's TeX could read a file or redefine a command; so could "^^5c", which is a backslash to TeX.
_COMMANDS = (
    "alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi"
    "|varphi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega|ell|infty|times|cdot|to"
    "|mathbf|mathrm|mathcal|text|textbf|textit"
)
_SIGN = rf"[^\W_]|[ {{}}+\-*/=.,:()]|[\^_](?=[^\W_]|[{{\\])|\\(?:{_COMMANDS})(?![A-Za-z])"
# As in "$5 or $6", a sum of money is none: no space inside the signs, no digit behind them.
_FORMULA = re.compile(rf"\$(?! )((?:{_SIGN})+)(?<! )\$(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_HEAD = """\
% Year and month are those of the arXiv id, or of the first listing in a digest where an entry says so: no date of
% publication is known. The order of authors is not known either: they are sorted by name.
"""


def bibtex(papers: Iterable[Paper]) -> str:
    """Return the papers as a BibTeX database, sorted by key."""
    entries = sorted((key_of(paper.id), paper.iri, paper) for paper in papers)
    return _HEAD + "".join(f"\n{_entry(key, paper)}" for key, _, paper in entries)


def escaped(text: str) -> str:
    """Return ``text`` on one line and without meaning for TeX; a harmless formula (``$\\pi_0$``) stays one."""
    line, parts, end = one_line(text), [], 0
    for found in _FORMULA.finditer(line):
        if _is_balanced(found[1]):
            parts += [line[end : found.start()].translate(_ESCAPES), found[0]]
            end = found.end()
    return "".join(parts) + line[end:].translate(_ESCAPES)


def _entry(key: str, paper: Paper) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(paper))
    return f"@misc{{{key},\n{fields}}}\n"


def _fields(paper: Paper) -> Iterator[tuple[str, str]]:
    # The second pair of braces keeps capitals (GRPO) as they are.
    yield "title", f"{{{{{escaped(paper.title)}}}}}"
    if names := list(_names(paper)):
        yield "author", f"{{{' and '.join(names)}}}"
    date = when(paper)
    if date is not None:
        yield "year", f"{{{date.year}}}"
        if date.month is not None:
            yield "month", _MONTHS[date.month - 1]
    yield from _identity(paper)
    if url := web_address(paper.url):
        yield "url", f"{{{_verbatim(url)}}}"
    yield "annote", f"{{{' '.join(_remarks(paper, date.source if date else None))}}}"


def _names(paper: Paper) -> Iterator[str]:
    yield from (name for name in map(_name, paper.authors) if name)
    if paper.authors and paper.authors_incomplete:
        yield "others"


def _name(person: Person) -> str:
    name = escaped(person.name)
    # A comma would turn the name around, and the word "and" would make two people of it.
    splits = "," in name or {"and", "others"} & set(name.lower().split()) or "\\" in name or "$" in name
    return f"{{{name}}}" if name and splits else name


def _identity(paper: Paper) -> Iterator[tuple[str, str]]:
    local = f"{{{_verbatim(one_line(paper.id.local))}}}"
    if paper.id.scheme == "arxiv":
        yield "eprint", local
        yield "archivePrefix", "{arXiv}"
    elif paper.id.scheme == "doi":
        yield "doi", local
    elif paper.id.scheme == "acl":
        yield "eprint", local
        yield "archivePrefix", "{ACL Anthology}"


def _remarks(paper: Paper, source: str | None) -> Iterator[str]:
    if source is not None:
        yield f"Dated by {source}."
    if paper.date is not None:
        yield f"First listed {escaped(paper.date)}."
    if len(paper.authors) > 1:
        yield "Authors are sorted by name; their order is not known."


def _is_balanced(formula: str) -> bool:
    depth = 0
    for character in formula:
        depth += {"{": 1, "}": -1}.get(character, 0)
        if depth < 0:
            return False
    return depth == 0


def _verbatim(text: str) -> str:
    # Styles take ids and addresses as they are, where "_" and "%" need no escape; what could end or run does not stay.
    return text.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
