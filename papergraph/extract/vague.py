"""English phrases that gloss ordinary words: everybody uses them, and they name nothing in particular."""

import re

from papergraph.wordlists import words

_PHRASES = frozenset(
    [
        "benchmark dataset", "custom dataset", "data collection", "data generation", "data preprocessing",
        "data processing", "decision making", "deep neural network", "error rate", "evaluation benchmark",
        "evaluation framework", "evaluation metric", "hidden layer", "human annotation", "input layer",
        "large-scale dataset", "learning algorithm", "learning framework", "learning rate", "learning strategy",
        "loss function", "machine learning algorithm", "memory mechanism", "model architecture",
        "network architecture", "network structure", "neural network", "objective function", "open-source dataset",
        "optimization algorithm", "output layer", "performance metric", "problem solving", "public dataset",
        "software tool", "synthetic dataset", "test dataset", "training dataset", "training process",
        "training strategy", "user interface",
    ]
)  # fmt: skip


def names_nothing(english: str) -> bool:
    """Whether a phrase behind a Korean word (``신경망(neural networks)``) is no term."""
    phrase = english.casefold()
    return phrase in _PHRASES or phrase.removesuffix("s") in _PHRASES or phrase.endswith(" datasets")


#: What an ordinary phrase ends in: things that are looked at, handed over or counted, and not done or built.
_ORDINARY_TAILS = frozenset(
    words("""
    setting set signal lunch concept weapon cloud image sequence object truth point report mask code world structure
    input output range window music data pair video text question answer content region area user task step stage
    level time error name quality ability capability scene frame label sample sentence document description
    information knowledge language environment demand cost rate size length number parameter hyperparameter view
    shape color lighting domain problem issue case example result performance improvement limitation challenge risk
    threat role factor aspect element part piece unit item instance category class type kind group context scenario
    situation condition constraint goal objective target requirement instruction query request response message
    conversation word phrase paragraph page chapter file folder table chart figure diagram photo picture clip sound
    speech voice audio human person people expert worker speaker author researcher student teacher patient clinician
    robot machine device computer phone camera sensor experiment trial evidence attention-span opinion culture
    society economy law policy-maker company industry market price resource budget gap variable trade-off tradeoff
    behavior outcome
    """)
)
_ADJECTIVE = re.compile(
    r"(?:-|\b)(?:centric|based|free|aware|driven|like|specific|oriented|level|wise|friendly|only|to-end|round|turn)$"
)
_ENGLISH = re.compile(r"(?!non-)[A-Za-z][A-Za-z0-9\-–‑ '’]*")


def names_something(english: str) -> bool:
    """Whether a phrase behind a Korean word may be a term although its last word tells no class of it."""
    last = english.casefold().split()[-1]
    if _ADJECTIVE.search(last) or not _ENGLISH.fullmatch(english) or " or " in english:
        return False
    return not {last, last.removesuffix("s"), last.rsplit("-", 1)[-1].removesuffix("s")} & _ORDINARY_TAILS
