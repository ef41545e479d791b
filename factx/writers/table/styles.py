"""Colours of the view. Each part differs by more than colour where that can be, for those who see or show none."""

SOURCE = "bold magenta"
CUE = "italic green"
CONTENT = "cyan"
DATE = "blue"
QUIET = "dim"
WARNING = "yellow"

BETWEEN = " · "  # parts of a line
