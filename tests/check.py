"""The one check: format, lint, types, tests. Stops at the first that fails and exits with its code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
STEPS = (
    ("ruff", "format", "--check", "--quiet", "."),
    ("ruff", "check", "--quiet", "."),
    ("mypy", "--no-error-summary"),
    ("pytest", "-q", "--numprocesses", "auto", "--dist", "loadfile"),
)


def main() -> int:
    """Run the steps in turn."""
    for step in STEPS:
        print("+", *step, flush=True)  # noqa: T201  says what runs
        code = subprocess.run([sys.executable, "-m", *step], cwd=ROOT, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
