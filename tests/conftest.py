"""What holds for all tests."""

from hypothesis import settings

# How long an example takes says what else the machine does; no test may fail for it.
settings.register_profile("papergraph", deadline=None)
settings.load_profile("papergraph")
