"""Where a graph lives: a folder (embedded), memory, or a file that is only read."""
