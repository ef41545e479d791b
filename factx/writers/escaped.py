"""Text that Markdown shows as it is."""

from __future__ import annotations

import re

from factx.writers.printable import one_line

# What makes emphasis, code, links, HTML, entities, tables and formulas wherever it stands.
INLINE = re.compile(r"[\\`*_\[\]<>&|~$]")
# What makes a heading, a list or a rule at the begin of a line.
BLOCK = re.compile(r"^()([-+#=])|^([0-9]+)([.)])")
# What GitHub makes links of: "www." and "://".
LINKED = re.compile(r"(?<=\b[wW]{3})(?=\.)|(?=://)")


def escaped(text: str) -> str:
    """``text`` on one line, as Markdown that shows these characters and has no other effect."""
    text = LINKED.sub(r"\\", INLINE.sub(r"\\\g<0>", one_line(text)))
    return BLOCK.sub(r"\1\3\\\2\4", text)
