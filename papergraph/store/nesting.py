"""How deep an RDF file is nested, told before the engine parses it: its parsers are recursive, and a file of brackets
alone would end this process."""

import re
from typing import BinaryIO

#: What people write is nested ten deep. The engine's stack ends somewhere above 3,000.
DEEPEST = 1_000

_CHUNK = 1 << 20
_JSON = re.compile(rb'\\.|["\[{\]}]', re.DOTALL)
_TRIPLE_TERMS = re.compile(rb"<<\(?|\)?>>")


def too_deep(stream: BinaryIO, *, is_json: bool) -> bool:
    """Tell whether objects and lists (JSON-LD), or triples within triples (the others), are nested too deeply."""
    return _json_too_deep(stream) if is_json else _triples_too_deep(stream)


def _json_too_deep(stream: BinaryIO) -> bool:
    depth, quoted, rest = 0, False, b""
    while chunk := stream.read(_CHUNK):
        data = rest + chunk
        end = 0
        for match in _JSON.finditer(data):
            sign, end = match[0], match.end()
            if sign == b'"':
                quoted = not quoted
            elif not quoted and len(sign) == 1:
                depth += 1 if sign in b"[{" else -1
                if depth > DEEPEST:
                    return True
        # A backslash at the end escapes what the next chunk begins with.
        rest = b"\\" if data.endswith(b"\\") and end < len(data) else b""
    return False


def _triples_too_deep(stream: BinaryIO) -> bool:
    depth, rest = 0, b""
    while chunk := stream.read(_CHUNK):
        data = rest + chunk
        rest = data[-2:] if data.endswith((b"<", b"<<", b")>", b">", b")")) else b""
        data = data[: len(data) - len(rest)]
        if b"<<" not in data and depth == 0:
            continue
        for match in _TRIPLE_TERMS.finditer(data):
            depth = depth + 1 if match[0].startswith(b"<<") else max(0, depth - 1)
            if depth > DEEPEST:
                return True
    return False
