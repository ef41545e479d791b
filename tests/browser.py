"""The browser of the system, where there is one, and a page in it that tells what went wrong."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog, Page, Request

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


@dataclass
class Opened:
    """A page, and what it did that it should not: errors, messages on its console, requests, dialogs."""

    page: Page
    wrong: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for all tests."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip(f"none of {', '.join(NAMES)} is installed")
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"] if root else [])
        yield started
        started.close()


def opened(browser: Browser, file: Path, anchor: str = "", **how: object) -> Opened:
    """The page of a file in a window of its own; ``how`` it is shown is a context of playwright."""
    context = browser.new_context(**{"viewport": {"width": 1360, "height": 900}, **how})  # type: ignore[arg-type]
    told = Opened(context.new_page())

    def dismissed(dialog: Dialog) -> None:
        told.wrong.append("dialog")
        dialog.dismiss()

    def requested(request: Request) -> None:
        if request.url.partition("#")[0] != file.as_uri():
            told.wrong.append(request.url)

    told.page.on("console", lambda message: told.wrong.append(f"console: {message.text}"))
    told.page.on("pageerror", lambda error: told.wrong.append(f"error: {error}"))
    told.page.on("dialog", dismissed)
    told.page.on("request", requested)
    told.page.goto(file.as_uri() + anchor)
    return told
