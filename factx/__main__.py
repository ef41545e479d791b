"""``python -m factx`` is ``factx``."""

import sys

from factx.cli import main

if __name__ == "__main__":
    sys.exit(main())
