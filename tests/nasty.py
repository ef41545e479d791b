"""Texts that break programs, by name: one place for all tests that need some. Each is one document."""

# ruff: noqa: E501  a text is not cut

from __future__ import annotations

SAID = "“Prices rose by 3.2%,” minister Ana Rúa told reporters on Friday."

ODD = {
    "empty": "",
    "a space": " ",
    "blank lines": "\n\n",
    "a letter": "a",
    "a mark": "’",
    "a bell": "\x07",
    "NUL": "It\0rained, she said.\0",
    "all control characters": "".join(map(chr, range(32))) + " she said \x7f\x80\x9f",
    "an escape sequence": "\x1b[31mShe said\x1b[0m that \x1b]0;title\x07it rained.",
    "a byte order mark within": f"\ufeff{SAID}\ufeff",
    "zero width": "\u200b",
    "a soft hyphen": "\u00ad",
    "not a character": "\ufffe\uffff\U0010ffff said \ufdd0.",
    "private use": f"\ue000 {SAID} \uf8ff",
    "replacement characters": "\ufffd\ufffd said\ufffd that \ufffd rose.",
}

UNICODE = {
    "marks of direction within quotes": "“\u202ePrices rose\u202c,” said \u2066Ana Rúa\u2069. \u200f“No,”\u200e she said.",
    "marks of direction that never end": "\u202e“Prices \u2067rose,” said \u202bAna Rúa.",
    "right to left": "قال الوزير: «إن ذلك صحيح». “نعم,” said the minister. השר אמר: „כן”.",
    "zero-width joiners within words": "Ana\u200d R\u200cúa s\u200baid th\u2060at pri\u00adces ro\u200dse 3\u200b.2%.",
    "combining marks": "E\u0301tienne sai\u0308d: “c\u0327a va” o\u0302n Fri\u0308day. \u0301\u0301 said so.",
    "a thousand combining marks": f"She said a{chr(0x301) * 1000} and 5{chr(0x20E3) * 500} rose.",
    "astral characters": "𝐀𝐧𝐚 𝐑ú𝐚 said 🎉“𝟓𝟎𝟎 people,” 👩‍👩‍👧 fled 🇮🇱🇮🇱 on 𝐅𝐫𝐢𝐝𝐚𝐲. “🎉🎉,” she told 🤖.",
    "letters that change their length in another case": "İSTANBUL SAİD ẞ ŉ ǰ ﬃ ΰ rose by ½ ⅓ ① Ⅷ, the İO said. STRAẞE told ŉews.",
    "digits of other scripts": "She said ٣٫٢٪ of ５００ people and १२३ boats on ١٢ May ２０２３ rose by ² and ³.",
    "spaces of all kinds": "She\u00a0said\u2007that\u202f3\u20095\u3000rose\u1680by\u205f5\u2003000\u00a0%.",
    "ends of lines of all kinds": f"{SAID}\r\n{SAID}\r{SAID}\x85{SAID}\u2028{SAID}\u2029{SAID}\x0b{SAID}\x0c{SAID}\x1c{SAID}",
    "wide letters": "Ｔｈｅ ｍｉｎｉｓｔｅｒ ｓａｉｄ ｔｈａｔ 「ｐｒｉｃｅｓ」 ｒｏｓｅ．",
}

MARKS = {
    "only punctuation": "?!.,;:-–—…()[]{}<>/\\|@#$%^&*_+=~`",
    "much punctuation": "?!" * 3000,
    "only quotation marks": "“”‘’\"'«»„‟‹›`´",
    "much of one quotation mark": '"' * 3000,
    "quotation marks that only open": "“" * 1000 + SAID,
    "quotation marks that only close": SAID + "”" * 1000,
    "an apostrophe a word": "'a " * 1000 + "said.",
    "a quotation that never closes": "“We won’t pay, said Ana Rúa. " + "The bank denied it. " * 200,
    "quotations within quotations": "“He said ‘" * 150 + "no" + "’” she said, " * 150,
    "quotations of nothing": 'Ana Rúa said “” and "" and ‘’ to the bank. “ ” said Ana Rúa. “.” “,” she said.',
    "brackets within brackets": "(" * 500 + SAID + ")" * 500,
    "attributions within attributions": "Ana said that " * 150 + "it rained.",
    "hyphens": "a-" * 2000 + "year-old said.",
    "commas": "Ana, " * 1000 + "said.",
    "only line ends": "\n" * 3000,
    "a list without an end": "\n".join(f"- {n}. Ana Rúa said" for n in range(200)),
}

MARKUP = {
    "a script": "“<script>alert(1)</script>,” said <b onclick='alert(1)'>Ana Rúa</b>. </script></style></textarea><!--",
    "an image": "<img src=x onerror=alert(1)> said Ana Rúa. <svg/onload=alert(1)> she told <iframe src=javascript:alert(1)>",
    "entities": "&lt;script&gt; said Ana &amp; Rúa. &#x27;No,&#39; she said. &nbsp;&quot;Yes,&quot; said &bogus; &amp;amp;",
    "a formula": "=cmd|'/c calc'!A1 said Ana Rúa. +1+1 said -1 @SUM(A1) told reporters. \t=1 she said.",
    "Markdown": "[click](javascript:alert(1)) said **Ana** `Rúa`. # No\n\n```\n| a | b |\n> ![x](http://e.example/x.png) said",
    "a template": "{{ 7 * 7 }} said {% raw %} Ana Rúa {{config}}. ${7*7} she told #{7*7} %s %d %(a)s {0} {a.b}.",
    "JSON": '{"@context": "http://evil.example", "@id": "javascript:alert(1)"} said Ana Rúa. "\\u0000\\ud800" she said.',
    "SQL": "'; DROP TABLE claims; -- said Ana Rúa. \" OR 1=1 she said. NEAR(a b) AND * told reporters.",
    "brat": "T1\tSource 0 3\tAna\nE1\tSpeech:T1\n#1\tAnnotatorNotes T1\tx\n* Equiv T1 T2 said Ana Rúa.",
    "Rich": "[bold red]Ana Rúa[/bold red] said [link=http://evil.example]no[/link] [/] [/b] \\[ told.",
    "XML": "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a> ]]> said Ana Rúa.",
}

NUMBERS = {
    "forty digits": f"Ana Rúa said that {'1234567890' * 4} people, ${'9' * 40}.{'9' * 40} and {'9' * 40}% rose.",
    "five thousand digits": f"She said {'9' * 5000} rose by 0.{'0' * 5000}1 to {'1,' * 2000}000.",
    "numbers without an end": "It rose by 1,2,3,4.5.6.7,8 to 1.000.000,00.00 or 1..2,,3, the bank said, to 1e999 or -1e-999 or 1/0.",
    "powers": "It rose to 10 million billion trillion trillion trillion trillion, he said, or 9 quintillion googol.",
    "number words": "She said "
    + "million " * 500
    + "and "
    + "twenty " * 500
    + "and "
    + "one hundred and " * 300
    + "fled.",
    "dates out of range": (
        "On 31 February 2023, 2023-13-45, 00/00/0000, 99.99.9999 and 30 Feb. 9999, she said, 9999 years ago, in 10000 BC, "
        "in the year 0, on 0 May 0000, in 99999 days, 10 million years ago, in 5 billion weeks, at 25:61 and 99:99 a.m. "
        "on Dec. 32, 12345; in the 99th century and the 0s, 9999999999999999999999 days ago, since -5000 and until 31 Dec 9999."
    ),
    "periods beyond the calendar": (
        "It will end in 8,000 years, she said, 9,000 decades after January 1, 0001, a thousand centuries before May 9999. "
        "Ten thousand years later he denied it. Next century’s third quarter of fiscal 9999 will rise; 9998 to 10001."
    ),
    "chains of dates": "Friday " * 300
    + "May " * 300
    + "2023 " * 300
    + "from 3 to 7 to 9 to 11 May 2023 and " * 50
    + "said.",
    "chains of amounts": "from $5 to $6 to $7 to " * 200
    + "at least about nearly up to more than " * 100
    + "5 percent.",
    "units of units": "5 " + "per day " * 300 + "km/h/h/h/h " * 100 + "$€£" * 100 + "5",
}

LONG = {
    "a long word": "x" * 5000,
    "a text without an end": "word and " * 2000,
    "a long line of spaces": "She said" + " " * 20_000 + "it rained.",
    "a long line of tabs and ends": "She said" + "\t \n" * 5000 + "it rained.",
    "two line ends far apart": "She said\n" + " " * 20_000 + "x\n it rained.",
    "a long address": "She said https://example.org/" + "a/b-c_d.e%20?f=g&" * 500 + " was down.",
    "no space between sentences": "SheSaidThatItRained.HeDeniedIt." * 200,
    "capitals": "ANA RÚA SAID THAT PRICES ROSE BY FIVE PERCENT ON FRIDAY. " * 20,
    "a name of a hundred words": "Ana " * 100 + "Rúa said no.",
    "verbs of saying": "said told denied claimed " * 300,
}

NASTY = {**ODD, **UNICODE, **MARKS, **MARKUP, **NUMBERS, **LONG}

# More of it: for bounds of time.
HUGE = {
    "a word of a megabyte": "x" * 2**20,
    "300 kB of spaces": "She said" + " " * 300_000 + "it rained.",
    "100 kB of digits": "She said " + "1" * 100_000 + " rose.",
    "10 kB of marks": "“‘\"'" * 2500,
    "a line of 50 kB": "prices rose and the bank said that " * (50_000 // 35),
}

# What takes a minute each, for runs by hand.
GIGANTIC = {
    "a line of a megabyte": "The bank said that prices rose. " * (2**20 // 32),
    "300 kB of marks": "“‘\"'" * 75_000,
    "ten thousand claims": "“It rained,” Ana Rúa said. " * 10_000,
}
