"""Options that stand in a file or in the environment.

Before a command's own defaults go, the later before the earlier: ``[tool.factx]`` in pyproject.toml, factx.toml, the
variables ``FACTX_*``; then the command line.
"""

from __future__ import annotations

from factx.cli.settings.resolve import Settings, settings

__all__ = ["Settings", "settings"]
