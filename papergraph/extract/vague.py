"""English phrases that gloss ordinary words: everybody uses them, and they name nothing in particular."""

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
