"""The decisions about names that a generation keeps beside its graph: why each node is one."""

import zlib
from collections.abc import Sequence
from pathlib import Path

from papergraph.errors import StoreError
from papergraph.model import Decision


def write_decisions(file: Path, decisions: Sequence[Decision]) -> None:
    """Write the decisions into the new file ``file``."""
    import msgspec

    with file.open("xb") as stream:
        stream.write(zlib.compress(msgspec.msgpack.encode(decisions), 3))


def read_decisions(file: Path) -> tuple[Decision, ...]:
    """Return the decisions that ``file`` holds; none when an older papergraph wrote no such file.

    Raises:
        StoreError: it is damaged.
    """
    import msgspec

    try:
        return msgspec.msgpack.decode(zlib.decompress(file.read_bytes()), type=tuple[Decision, ...])
    except FileNotFoundError:
        return ()
    except (OSError, zlib.error, msgspec.DecodeError) as error:
        raise StoreError(f"{file} is damaged: {error}", hint="build the graph again") from error
