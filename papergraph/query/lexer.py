"""SPARQL text as tokens: enough to tell a keyword from the same letters in a string, an IRI, a comment or a name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<comment>\#[^\n\r]*)
    | (?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
    | (?P<string>
          \"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3}
        | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
        | \"(?:[^"\\\n\r]|\\[^\n\r])*\"
        | '(?:[^'\\\n\r]|\\[^\n\r])*'
      )
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<variable>[?$]\w+)
    | (?P<name>
          (?:_|[^\W\d_](?:[\w.\-·]*[\w\-·])?)?:
          (?:\.*(?:[\w:\-·]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%]))*
      )
    | (?P<word>[^\W\d]\w*)
    | (?P<number>\d+)
    | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query. ``kind`` is iri, string, language, variable, name (``pg:Paper``, ``_:b``), word, number or
    sign; ``text`` is the piece itself, ``text_of_query[start:end]``."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the token ends (exclusive)."""
        return self.start + len(self.text)


def tokens(query: str) -> Iterator[Token]:
    """Yield the tokens of ``query`` without white space and comments. Any text has tokens; nothing is raised."""
    for match in _TOKEN.finditer(query):
        if match.lastgroup not in ("space", "comment"):
            yield Token(match.lastgroup or "sign", match.group(), match.start())
