"""A picture as PNG or PDF, made of its SVG by the only file that touches typst: no browser, no library of the system.

Fonts are those of the system. The PDF carries no date, so the same picture gives the same bytes where the fonts are the
same.
"""

from typing import Literal

from papergraph.errors import MissingExtraError

_PIXELS = 192.0  # per inch: twice as many as the SVG has, for screens and print
_PAGE = b"""\
#set document(date: none)
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")
"""


def png(svg: str) -> bytes:
    """Return the picture ``svg`` as PNG, two pixels for each of its own.

    Raises:
        MissingExtraError: typst is not installed.
    """
    return _compiled(svg, format="png")


def pdf(svg: str) -> bytes:
    """Return the picture ``svg`` as PDF of one page, its lines and letters as such.

    Raises:
        MissingExtraError: typst is not installed.
    """
    return _compiled(svg, format="pdf")


def _compiled(svg: str, *, format: Literal["png", "pdf"]) -> bytes:
    try:
        import typst
    except ModuleNotFoundError:
        raise MissingExtraError("typst", "pictures") from None
    made = typst.compile(_PAGE, format=format, ppi=_PIXELS, sys_inputs={"svg": svg})
    assert isinstance(made, bytes)
    return made
