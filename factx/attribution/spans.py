"""From a label for each word to spans of tokens, finished at the marks.

The network's labels are right about where a role lies and now and then a mark wrong about where it ends; the marks
themselves are plain to see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factx.attribution.network import LABELS, ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factx.attribution.attributed import Tokens
    from factx.attribution.network import Reading
    from factx.attribution.page import Page
    from factx.attribution.words import Words

# Before a closing mark, these end a sentence or what a cue follows.
ENDS = frozenset(",.!?…")
# What begins a paragraph that nobody says: "(END VIDEO CLIP)".
ASIDE = frozenset("([")


class Roles(NamedTuple):
    """The spans of one attribution, in tokens, in the order of the text."""

    source: tuple[Tokens, ...]
    cue: tuple[Tokens, ...]
    content: tuple[Tokens, ...]


def roles(page: Page, words: Words, reading: Reading) -> Roles | None:
    """The finished spans; None where no content is left."""
    found = {role: [_tokens(words, span) for span in spans] for role, spans in _runs(reading).items()}
    head = int(words.at[reading.context.cue])
    cue = next(span for span in found["cue"] if span[0] <= head < span[1])
    source = found["source"]
    content = _finished(page, found["content"], [cue, *source])
    return _without_what_was_said(page, Roles(tuple(source), (cue,), content)) if content else None


def begins(found: Roles) -> int:
    """The first token of source and cue."""
    return min(start for start, _ in (*found.source, *found.cue))


def quotes(page: Page, found: Roles) -> bool:
    """Whether the content has a quoted sentence: somebody's words, for sure."""
    return any(_is_quoted_sentence(page, span) for span in found.content)


def _runs(reading: Reading) -> dict[str, list[Tokens]]:
    """Words [start, end) of each stretch of one role."""
    found: dict[str, list[Tokens]] = {role: [] for role in ROLES}
    start, role = 0, ""
    labels = [LABELS[k] for k in reading.labels.tolist()]
    for i, label in enumerate([*labels, "O"]):
        if label.startswith("I"):
            continue
        if role:
            found[role].append((reading.context.start + start, reading.context.start + i))
        start, role = i, label[2:]
    return found


def _tokens(words: Words, span: Tokens) -> Tokens:
    return int(words.at[span[0]]), int(words.at[span[1] - 1]) + 1


def _finished(page: Page, content: Sequence[Tokens], taken: Sequence[Tokens]) -> tuple[Tokens, ...]:
    """Content cut at paragraphs, closed where it would cut a quotation open, and joined where it meets."""
    pieces = [piece for span in content for piece in _paragraphs(page, span)]
    closed = [_close(page, piece, taken) for piece in pieces]
    joined = _joined(page, [span for span in closed if _has_word(page, span)])
    return tuple(_own_words(page, [_without_tail(page, span) for span in joined]))


def _paragraphs(page: Page, span: Tokens) -> Iterator[Tokens]:
    """The span, paragraph by paragraph, without space at the ends."""
    paragraph, space = page.text.paragraph, page.text.space
    start = span[0]
    for i in range(span[0], span[1]):
        if i + 1 == span[1] or paragraph[i + 1] != paragraph[i]:
            end = i + 1
            while end > start and space[end - 1]:
                end -= 1
            if start < end:
                yield start, end
            start = i + 1


def _close(page: Page, span: Tokens, taken: Iterable[Tokens]) -> Tokens:
    """Take in the marks of the quotations that the span begins or ends in, unless a cue or a source stands in them."""
    start, end = span
    first, last = page.outer(start), page.outer(end - 1)
    if first is not None and first == last:
        whole = start <= first.start + 1 and end >= first.end - 2
        return (first.start, first.end) if whole and not _meets(first.start, first.end, taken) else span
    if first is not None and not _meets(first.start, first.end, taken):
        start = first.start
    if last is not None and not _meets(last.start, last.end, taken):
        end = last.end
    return start, end


def _without_tail(page: Page, span: Tokens) -> Tokens:
    """A span that begins with a quoted sentence ends with it, unless it quotes on: '"Go," [he said] as it rained'."""
    first = page.outer(span[0])
    if first is None or span[0] != first.start or first.end >= span[1] or first.end - 2 <= first.start:
        return span
    ends = page.text.words[first.end - 2] in ENDS
    return (span[0], first.end) if ends and not any(i >= 0 for i in page.inside[first.end : span[1]]) else span


def _own_words(page: Page, spans: list[Tokens]) -> list[Tokens]:
    """What is told after a quoted sentence without quotation marks is the article's again, not the source's."""
    quoted = [span for span in spans if _is_quoted_sentence(page, span)]
    if not quoted:
        return spans
    begins = quoted[0][0]
    return [span for span in spans if span[0] <= begins or any(i >= 0 for i in page.inside[span[0] : span[1]])]


def _without_what_was_said(page: Page, found: Roles) -> Roles:
    """A quotation that ends in a full stop is finished before the cue: '["We left."] Lund added: "It was late."'."""
    after = tuple(span for span in found.content if span[0] >= begins(found))
    if not after or len(after) == len(found.content):
        return found
    end = found.content[-len(after) - 1][1]
    quotation = page.outer(end - 1)
    finished = quotation is not None and quotation.end == end and page.text.words[end - 2] == "."
    return found._replace(content=after) if finished else found


def _is_quoted_sentence(page: Page, span: Tokens) -> bool:
    """Whether the span is a whole quotation that a sentence ends in, or what a cue follows."""
    quotation = page.outer(span[0])
    if quotation is None or (quotation.start, quotation.end) != span:
        return False
    return quotation.open or page.text.words[quotation.end - 2] in ENDS


def _meets(start: int, end: int, taken: Iterable[Tokens]) -> bool:
    return any(a < end and start < b for a, b in taken)


def _has_word(page: Page, span: Tokens) -> bool:
    return any(any(c.isalnum() for c in word) for word in page.text.words[span[0] : span[1]])


def _joined(page: Page, spans: list[Tokens]) -> list[Tokens]:
    """Spans that overlap or touch, within a paragraph, as one."""
    out: list[Tokens] = []
    for span in sorted(spans):
        if out and span[0] <= out[-1][1] and page.text.paragraph[span[0]] == page.text.paragraph[out[-1][0]]:
            out[-1] = (out[-1][0], max(out[-1][1], span[1]))
        else:
            out.append(span)
    return out
