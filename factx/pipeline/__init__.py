"""The trained components of ``en_news``: each a spaCy factory, all on one encoder."""
