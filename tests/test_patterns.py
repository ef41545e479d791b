"""No regular expression of factx takes more than linear time, whatever the text is."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections import deque
from functools import cache

from factx.readers.charset import PRESCAN
from factx.readers.dateline import LINE_LENGTH
from tests.attacks import attacks
from tests.conftest import ROOT, environment
from tests.patterns import Expression, methods_of, written

# For that length a linear one takes some milliseconds of the processor, a quadratic one a second or more.
LENGTH, SECONDS = 60_000, 0.15
TRIES = 3

# What is shown to these is never longer.
CUT = {"readers/dateline.py": LINE_LENGTH, "readers/charset.py": PRESCAN}


@cache
def expressions() -> tuple[Expression, ...]:
    """All of factx, as its own lines compile them."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.patterns"], capture_output=True, cwd=ROOT, env=environment(), check=True
    )
    calls = {(file, line): (method, name) for file, line, method, name in written()}
    found = []
    for file, line, pattern, flags, is_text in json.loads(done.stdout):
        method, name = calls.get((file, line), ("compile", None))
        methods = methods_of(name) if method == "compile" else (method,)
        found.append(Expression(file, line, pattern if is_text else pattern.encode("latin-1"), flags, methods))
    return tuple(dict.fromkeys(found))


def test_all_that_are_compiled_are_known() -> None:
    seen = {(one.file, one.line) for one in expressions()}
    compiled = {(file, line) for file, line, method, _ in written() if method == "compile"}
    assert compiled - seen == set()
    assert len(expressions()) > 100


def test_a_bad_one_would_be_noticed() -> None:
    for pattern in (r"(a+)+b", r"\s*\n\s*\n", r"(?:a|aa)+$", r"<b[^>]*>"):
        assert slow(Expression("", 0, pattern, 0, ("search",))), pattern
    assert not slow(Expression("", 0, r"[a-z]+(?:-[a-z]+)*|\d+", 0, ("finditer",)))


def test_none_is_slow() -> None:
    found = {f"{one.file}:{one.line}": text for one in expressions() if (text := slow(one))}
    assert "\n".join(f"{where} {text}" for where, text in found.items()) == ""


def slow(one: Expression) -> str | None:
    """How a text begins on which the expression is slow."""
    length = next((most for file, most in CUT.items() if one.file.endswith(file)), LENGTH)
    for method in one.methods:
        for text in attacks(one.pattern, one.flags, length):
            if all(runs_out(one, method, text) for _ in range(TRIES)):
                return f"{method} {text[:60]!r}"
    return None


def runs_out(one: Expression, method: str, text: str) -> bool:
    """Whether it takes more than SECONDS of the processor."""
    pattern, given = one.compiled, text if isinstance(one.pattern, str) else text.encode()
    signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        deque(pattern.finditer(given), 0) if method in {"finditer", "sub"} else getattr(pattern, method)(given)
    except TimeoutError:
        return True
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return False


def _stop(*_: object) -> None:
    raise TimeoutError
