"""Pages in the shapes that news sites have, written by hand: metadata, navigation, article, comments, footer."""

from __future__ import annotations

LEAD = (
    "The harbour of <a href='/east'>Eastport</a> was closed on Sunday after a storm, <b>officials</b>\n  said "
    "on Friday. It was the worst storm in ten years,<br>and nobody was hurt."
)
SAID = "“Nobody was hurt,” mayor Ada Lund told reporters on Friday."
WAITING = (
    "Nearly 600 residents are waiting for a boat, state media reported earlier this month, citing port officials who "
    "spoke of a long winter and of ferries that would not run again before the ice is gone."
)
FERRY = "The ferry will run again on Monday, the company said."

# What is read of it.
TEXT = (
    "The harbour of Eastport was closed on Sunday after a storm, officials said on Friday. "
    "It was the worst storm in ten years,\nand nobody was hurt.\n\n"
    f"What the mayor said\n\n{SAID}\n\n{WAITING}\n\n{FERRY}"
)

LINKED = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": ['
    '{"@type": "WebPage", "datePublished": "2023-11-09", "dateModified": "2023-11-20"}, '
    '{"@type": "NewsArticle", "headline": "Harbour closed after storm", "datePublished": "2023-11-12T14:05:00+01:00", '
    '"dateModified": "2023-11-14T08:00:00+01:00", '
    '"author": [{"@type": "Person", "name": "Ida Holm"}, {"@type": "Person", "name": "Bo Berg"}], '
    '"comment": [{"@type": "Comment", "datePublished": "2023-11-15"}]}]}</script>'
)
OPEN_GRAPH = (
    '<meta property="og:title" content="Harbour closed after storm">'
    '<meta property="article:modified_time" content="2023-11-14T08:00:00Z">'
    '<meta property="article:published_time" content="2023-11-12T13:05:00Z">'
)
CANONICAL = '<link rel="canonical" href="https://news.example.org/harbour-closed">'


def page(head: str = "", charset: str = '<meta charset="utf-8">', said: str = SAID) -> str:
    """A page whose metadata is ``head``."""
    return f"""<!DOCTYPE html>
<html lang="en"><head>{charset}<title>Harbour closed after storm | The Daily Example</title>{head}
<script>var now = new Date(); window.date = "2024-01-01";</script><style>p {{ color: red }}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article><h1>Harbour closed after storm</h1><!-- advertisement -->
<p>{LEAD}</p>
<figure><img src="a.jpg" alt="A boat"><figcaption>Photo: a boat in the harbour, said a reader.</figcaption></figure>
<h2>What the mayor said</h2>
<blockquote><p>{said}</p></blockquote>
<p>{WAITING}</p>
<table><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td>12</td></tr></table>
<ul><li>{FERRY}</li></ul></article>
<section class="comments" id="comments"><h3>Comments</h3><p>First! The mayor lies, user77 said.</p></section></main>
<aside class="related"><h3>Read more</h3><ul><li><a href="/1">Ten dead in flood, police say</a></li></ul></aside>
<footer>© 2023 The Daily Example. All rights reserved.</footer></body></html>"""
