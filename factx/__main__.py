"""``python -m factx`` is ``factx``."""

from factx.cli import program

if __name__ == "__main__":
    program()
