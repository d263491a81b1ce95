"""How the lists of words in this folder are written down: as running text, so that they stay readable and short."""


def words(text: str) -> tuple[str, ...]:
    """Return the words of ``text``, in order."""
    return tuple(text.split())
