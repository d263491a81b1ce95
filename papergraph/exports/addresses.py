"""Which addresses of strangers may become a link: absolute ones of the web, and nothing that runs or hides."""

from urllib.parse import urlsplit

from papergraph.exports.plain import one_line


def web_address(url: str | None) -> str | None:
    """Return ``url`` when it is an absolute http(s) address that may stand in a link, else ``None``."""
    if url is None or one_line(url) != url or any(character in " <>\"'`\\{}|^[]" for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
