"""Which parts a generation's graph has, each with a print: two graphs differ where their prints do."""

import zlib
from collections.abc import Mapping
from pathlib import Path


def write_prints(file: Path, prints: Mapping[str, bytes]) -> None:
    """Write the print of each part, named by an IRI, into the new file ``file``."""
    with file.open("xb") as stream:
        pack = zlib.compressobj(1)
        for part, its_print in prints.items():
            stream.write(pack.compress(f"{its_print.hex()} {part}\n".encode()))
        stream.write(pack.flush())


def read_prints(file: Path) -> dict[str, bytes] | None:
    """Return the print of each part; ``None`` when there are none to rely on."""
    try:
        lines = zlib.decompress(file.read_bytes()).decode().splitlines()
        return {part: bytes.fromhex(its_print) for its_print, _, part in (line.partition(" ") for line in lines)}
    except (OSError, zlib.error, ValueError):
        return None  # then everything is written anew
