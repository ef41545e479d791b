"""``python -m tests.fuzz --minutes 60``: what ``test_fuzz`` does, with new seeds until the time is up."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, seed, settings

from factx.annotate import load
from tests.hostile import texts
from tests.nasty import GIGANTIC
from tests.test_fuzz import any_parse, read, sound, whole_way
from tests.torn import torn

if TYPE_CHECKING:
    from collections.abc import Callable

ROUND = settings(max_examples=200, deadline=None, database=None, suppress_health_check=list(HealthCheck))


def main() -> int:
    """Print every failure with the example that it shrinks to; returns whether there was one."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0, help="of the first round")
    parser.add_argument("--gigantic", action="store_true", help="first texts that take minutes")
    given_ = parser.parse_args()
    nlp, place, end = load(), Path(tempfile.mkdtemp()), time.monotonic() + 60 * given_.minutes
    rounds: list[Callable[[], None]] = [
        ROUND(given(texts)(lambda text: whole_way(nlp, text, place))),
        ROUND(given(torn(nlp, texts))(lambda doc: any_parse(nlp, doc))),
    ]
    failed = 0
    for name in GIGANTIC if given_.gigantic else ():
        start = time.process_time()
        sound(read(nlp, GIGANTIC[name]))
        print(f"{name}: {time.process_time() - start:.0f} s", flush=True)  # noqa: T201  what it is run for
    number = given_.seed
    while time.monotonic() < end:
        try:
            seed(number)(rounds[number % len(rounds)])()
        except Exception:  # noqa: BLE001  whatever it is, it is what is looked for
            failed += 1
            traceback.print_exc()
        number += 1
        print(f"{number - given_.seed} rounds, {failed} failed", flush=True)  # noqa: T201  the same
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
