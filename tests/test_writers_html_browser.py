"""The page in a real browser: what people do with it, and what a hostile text cannot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factx.annotate import annotate
from factx.article import Article
from factx.record import Claim, extent, span
from factx.writers import Format, writer
from factx.writers.printable import printable
from tests.browser import browser, opened
from tests.conftest import SEED

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from spacy.language import Language

    from factx.record import Record

__all__ = ["browser"]  # the fixture

HOSTILE = (
    "<script>window.hacked = 1</script></noscript></script><img src=x onerror=window.hacked=2> <!-- "
    "\u202eevil\u2066 \x00\x1b[31m\x7f &amp; \"' שלום \u200fمرحبا\u200f 👩‍👩‍👧 a\u0301 end"
)
CONTRAST = """() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const light = (color) => [...rgba(color)].slice(0, 3).map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (rgba(backgroundColor)[3] === 255) return backgroundColor;
    }
    throw new Error('no ground');
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const low = new Set(); let seen = 0;
  for (let text; (text = texts.nextNode());) {
    const element = text.parentElement;
    if (!text.data.trim() || !element.checkVisibility() || element.closest('script, noscript, option')) continue;
    const style = getComputedStyle(element);
    const color = element instanceof SVGElement ? style.fill : style.color;
    const [one, other] = [light(color), light(ground(element))].sort((a, b) => b - a);
    const contrast = (one + 0.05) / (other + 0.05);
    seen += 1;
    if (contrast < 4.5) low.add(`${element.className} ${text.data.slice(0, 20)} ${contrast.toFixed(2)}`);
  }
  return [seen, [...low]];
}"""


@pytest.fixture(scope="module")
def seed(nlp: Language) -> Record:
    return annotate(nlp, Article(SEED.read_text(encoding="utf-8"), "gaza", "gaza.txt", published="2023-11-12"))


@pytest.fixture
def file(seed: Record, tmp_path: Path) -> Path:
    return written(tmp_path, seed)


def written(folder: Path, *records: Record) -> Path:
    path = folder / "page.html"
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        made = writer(Format.HTML, stream)
        for record in records:
            made.write(record)
        made.close()
    return path


def lit(page: Page, name: str) -> list[str]:
    """The places of the text that are lit, in their order."""
    return [part.strip() for part in page.locator(f".text span.{name}").all_text_contents()]


def shown(page: Page) -> list[str]:
    return page.locator(".claim:not([hidden]) .permalink").all_text_contents()


def test_hover_joins_a_claim_with_its_source_cue_chain_and_date(browser: Browser, file: Path) -> None:
    told = opened(browser, file)
    told.page.get_by_text("reported earlier", exact=False).first.scroll_into_view_if_needed()
    told.page.locator(".text .cue", has_text="reported").first.hover()
    assert " ".join(lit(told.page, "hover")) == (
        "Nearly 600 Russian citizens are awaiting evacuation from the Gaza Strip "
        "state media reported earlier this month Russian diplomats"
    )
    assert told.page.locator(".claim.hover .permalink").inner_text() == "c4"
    assert told.page.locator(".speaking .hover-related").inner_text().startswith("state media")
    assert told.page.locator(".timeline .hover-related").count() == 1
    told.page.locator(".claim", has_text="c5").hover()
    assert "Kremlin spokesman Dmitry Peskov" in lit(told.page, "hover")
    assert told.wrong == []


def test_a_warning_leads_to_its_place_in_the_text(browser: Browser, file: Path) -> None:
    page = opened(browser, file).page
    page.get_by_role("region", name="Warnings").get_by_role("button", name="11,00").click()
    assert lit(page, "chosen") == ["11,00"]
    box = page.locator(".text .chosen").bounding_box()
    assert box
    assert 0 <= box["y"] < 900
    assert "11,000 or 1,100" in (page.locator(".text .chosen").get_attribute("title") or "")


def test_a_click_chooses_a_claim_and_gives_its_address_which_leads_back_to_it(browser: Browser, file: Path) -> None:
    told = opened(browser, file)
    told.page.locator(".text .content", has_text="reservedly").click()
    assert told.page.url.endswith("#c5")
    again = opened(browser, file, "#c9")
    assert again.page.locator(".chosen .permalink").inner_text() == "c9"
    for place in (".claim.chosen", ".text .chosen >> nth=0"):
        box = again.page.locator(place).bounding_box()
        assert box
        assert 0 <= box["y"] < 900
    assert told.wrong + again.wrong == []


def test_filters_choose_claims_say_how_many_and_take_the_colour_from_the_others(browser: Browser, file: Path) -> None:
    page = opened(browser, file).page
    status = page.get_by_role("status")
    every = shown(page)
    page.get_by_label("Search the claims").fill("ÉVACUATION gaza")
    assert 0 < len(shown(page)) < len(every)
    assert status.inner_text() == f"{len(shown(page))} of {len(every)} claims"
    assert page.locator(".claims").get_by_role("listitem").filter(has=page.locator(".permalink")).count() == len(
        shown(page)
    )
    page.get_by_role("button", name="Clear").click()
    page.get_by_label("Whose words").select_option("direct")
    assert shown(page) == ["c2", "c3", "c7"]
    assert "off" in (page.locator(".text .content", has_text="reservedly").get_attribute("class") or "")
    page.get_by_role("button", name="Clear").click()
    page.get_by_label("From or through").select_option(label="Russian diplomats")
    assert shown(page) == ["c4"]
    page.get_by_role("button", name="Clear").click()
    page.get_by_role("button", name="second-hand").click()
    assert shown(page) == ["c4"]
    page.get_by_role("button", name="second-hand").click()
    page.get_by_label("sure").fill("95")
    sure = page.locator(".claim:not([hidden])").evaluate_all("all => all.map((one) => Number(one.dataset.sure))")
    assert sure
    assert min(sure) >= 95
    page.get_by_label("sure").fill("0")
    page.get_by_label("Kind", exact=True).select_option("statement")
    assert shown(page) == ["c10"]


def test_a_claim_that_is_filtered_out_leaves_its_colours_to_the_one_around(
    browser: Browser, record: Record, tmp_path: Path
) -> None:
    words = record.text or ""
    outer = replace(record.claims[2], id="outer", content=extent(words, [(0, len(words))]), proposition="all of it")
    page = opened(browser, written(tmp_path, replace(record, claims=(*record.claims[:2], outer)))).page
    cue = page.locator(".text span", has_text="reported").first
    assert cue.get_attribute("class") == "cue content"
    page.get_by_label("Search the claims").fill("all of it")
    assert shown(page) == ["outer"]
    assert cue.get_attribute("class") == "content"
    page.get_by_label("Search the claims").fill("")
    assert sorted((cue.get_attribute("class") or "").split()) == ["content", "cue"]


def test_the_keyboard_goes_through_the_claims(browser: Browser, file: Path) -> None:
    page = opened(browser, file).page
    for key, there in (("j", "c1"), ("j", "c2"), ("ArrowDown", "c3"), ("k", "c2"), ("ArrowUp", "c1"), ("k", "c1")):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == there
        assert page.locator(".claim.chosen").get_attribute("id") == there
    page.keyboard.press("/")
    page.keyboard.type("jk")
    assert page.get_by_label("Search the claims").input_value() == "jk"
    page.get_by_label("Search the claims").fill("")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.locator(".chosen").count() == 0
    page.get_by_role("tab", name="Claims").focus()
    page.keyboard.press("ArrowRight")
    assert page.get_by_role("tabpanel", name="Sources").is_visible()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_listener_finds_landmarks_names_and_lists(browser: Browser, file: Path) -> None:
    page = opened(browser, file).page
    for role, name in (
        ("banner", None),
        ("main", None),
        ("contentinfo", None),
        ("region", "Summary"),
        ("region", "Warnings"),
        ("region", "Article"),
        ("search", "Filter the claims"),
        ("tabpanel", "Claims"),
        ("heading", "gaza.txt"),
        ("img", "dates, from"),
    ):
        assert page.get_by_role(role, name=name).count() == 1, (role, name)  # type: ignore[arg-type]
    assert page.locator(".text").get_by_role("link", name="claim c4").count() == 1
    assert page.get_by_role("tab", selected=True).inner_text() == "Claims 11"
    unnamed = page.locator("button, a, input, select").evaluate_all(
        "all => all.filter((one) => !(one.ariaLabel || one.textContent.trim() || one.labels?.length))"
        ".map((one) => one.outerHTML)"
    )
    assert unnamed == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everything_can_be_read_in_either_theme(browser: Browser, seed: Record, tmp_path: Path, theme: str) -> None:
    words = seed.text or ""
    held = replace(seed.claims[0], id="held", parent=None, content=extent(words, [(0, len(words))]))
    deep = replace(seed, claims=(held, replace(held, id="holding"), *seed.claims))
    page = opened(browser, written(tmp_path, deep), color_scheme="light" if theme == "dark" else "dark").page
    page.get_by_role("button", name=f"{theme.title()} theme").click()
    assert page.evaluate("document.documentElement.dataset.theme") == theme
    for claim in ("c5", "c10"):
        page.get_by_role("tab", name="Claims").click()
        page.locator(f".claim[id='{claim}'] .words").click()
        for tab in ("Claims", "Sources", "Numbers", "Dates"):
            page.get_by_role("tab", name=tab).click()
            seen, low = page.evaluate(CONTRAST)
            assert (seen > 100, low) == (True, [])


def hostile(seed: Record) -> Record:
    """A record all of whose words and ids want to be code."""
    content = extent(HOSTILE, [(0, len(HOSTILE) - 4)])
    claims: tuple[Claim, ...] = (
        replace(seed.claims[1], id='c"onclick="window.hacked=3', content=content, proposition=content.text),
    )
    claims = (replace(claims[0], attribution=None, kind="statement", quote=None, quantities=(), dates=()),)
    return replace(
        seed,
        id='a/b:c"<é#',
        title=HOSTILE,
        path=HOSTILE,
        url="javascript:window.hacked=4",
        text=HOSTILE,
        claims=claims,
        sentences=(),
        entities=(),
        quantities=(),
        dates=(),
        sources=(replace(seed.sources[0], name=HOSTILE, author_id=None, mentions=(span(HOSTILE, 0, 9),)),),
        warnings=(replace(seed.warnings[0], message=HOSTILE, span=(0, 30)),),
    )


def test_a_hostile_text_is_shown_and_does_nothing(browser: Browser, seed: Record, tmp_path: Path) -> None:
    for records in ([hostile(seed)], [hostile(seed), hostile(seed), seed]):
        told = opened(browser, written(tmp_path, *records))
        if len(records) > 1:
            told.page.locator(".articles a").nth(1).click()
            told.page.wait_for_selector(".opened .text")
            assert told.page.url.endswith("#a%2Fb%3Ac%22%3C%C3%A9%23~2")
        text = told.page.locator(".text").evaluate(
            "text => [...text.querySelectorAll('.ref')].map((one) => one.remove()) && text.textContent.trim()"
        )
        assert text == printable(HOSTILE)
        told.page.locator(".words").first.click()
        assert told.page.locator(".claim.chosen").count() == 1
        assert told.page.evaluate("window.hacked") is None
        assert told.page.locator("img, .text script").count() == 0
        told.page.set_viewport_size({"width": 390, "height": 844})
        assert told.page.evaluate("document.documentElement.scrollWidth") == 390
        assert told.wrong == []


def test_several_documents_wait_behind_an_index(browser: Browser, seed: Record, record: Record, tmp_path: Path) -> None:
    told = opened(browser, written(tmp_path, seed, record, replace(record, id="a2", title="Storm", published=None)))
    page = told.page
    assert page.locator(".document").count() == 0
    page.get_by_label("Search").fill("ada lund")
    assert page.get_by_role("status").inner_text() == "2 of 3 articles"
    page.get_by_label("Search").fill("")
    page.get_by_label("Order").select_option("newest")
    assert page.locator(".articles a").all_text_contents() == ["gaza.txt", "storm.txt", "Storm"]
    page.get_by_role("link", name="Storm").last.click()
    page.wait_for_selector("h1 >> text=Storm")
    assert page.title() == "Storm · factx"
    page.keyboard.press("j")
    assert page.url.endswith("#a2/c1")
    assert not page.get_by_role("link", name="Next").is_visible()
    page.get_by_role("link", name="Previous").click()
    page.wait_for_selector("h1 >> text=storm.txt")
    page.get_by_role("link", name="Next").click()
    page.wait_for_selector("h1 >> text=Storm")
    page.keyboard.press("u")
    page.wait_for_selector("h1 >> text=3 articles")
    page.go_back()
    page.wait_for_selector("h1 >> text=Storm")
    page.evaluate("location.hash = 'gaza/c4'")
    page.wait_for_selector(".chosen >> text=c4")
    assert page.get_by_role("heading", level=1).inner_text() == "gaza.txt"
    assert told.wrong == []


def test_without_a_script_everything_can_be_read(
    browser: Browser, seed: Record, record: Record, tmp_path: Path
) -> None:
    for records in ([seed], [seed, record]):
        page = opened(browser, written(tmp_path, *records), java_script_enabled=False).page
        for words in ("Nearly 600 Russian citizens", "reservedly optimistic"):
            assert page.locator(".text").first.get_by_text(words).is_visible()
        assert page.locator(".claim").count() == sum(len(one.claims) for one in records)
        assert page.locator(".claim .words").last.is_visible()
        assert not page.get_by_role("search").is_visible()


def test_on_a_phone_nothing_is_wider_than_it_and_a_claim_comes_up_from_below(browser: Browser, file: Path) -> None:
    page = opened(browser, file, viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True).page
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.locator(".text .content", has_text="reservedly").tap()
    card = page.locator(".claim.chosen").bounding_box()
    assert card
    assert round(card["y"] + card["height"]) == 844
    page.get_by_role("button", name="Close").tap()
    assert page.locator(".chosen").count() == 0


def test_on_paper_the_lists_follow_the_article_in_light_colours(browser: Browser, file: Path) -> None:
    page = opened(browser, file, color_scheme="dark").page
    page.get_by_role("button", name="second-hand").click()
    page.get_by_role("button", name="Clear").click()
    page.emulate_media(media="print")
    assert page.locator(".panel h2").all_inner_texts() == ["Claims 11", "Sources 8", "Numbers 6", "Dates 8"]
    assert not page.get_by_role("search").is_visible()
    assert page.locator(".sources").is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(29, 28, 26)"
