"""Lots: which of several equal links stays when not all can.

A lot is a number that is mixed from the two ends. It depends on nothing else, so what stays is the same whatever order
the input had; and it favours nobody: if the first in the alphabet won each tie, the cut of a paper of two hundred
authors, or of five hundred papers that share one method, would make the first of them a hub.
"""

import numpy as np
from numpy.typing import NDArray


def lots(first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Return the lot of each link; ``first`` is the smaller end. Two rounds of a multiplicative hash, no randomness."""
    mixed = first.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + second.astype(np.uint64)
    for multiplier in (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(29))) * multiplier
    return mixed ^ (mixed >> np.uint64(32))
