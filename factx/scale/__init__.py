"""Many articles: cut into parts, worked on by several processes or machines, resumable, with nothing lost in silence.

::

    inputs → plan → parts ─┬─ supervisor → worker ─┐
                           ├─ supervisor → worker ─┼→ DIR/parts/000012.jsonl, 000012.json → manifest.json, failed.jsonl
                           └─ …                    ┘

A part is what can be lost, and what is done again. Which articles it holds depends on the inputs alone, so that one
process, several, shards that run apart, and Ray write the same bytes.
"""
