"""What the keys mean: schema.org's words bare, those of others with their prefix."""

from __future__ import annotations

from factx.writers import iri

REFERENCES = (  # keys whose value is the IRI of another node
    "url",
    "appearance",
    "author",
    "spokenByCharacter",
    "isPartOf",
    "mentions",
    "prov:agent",
    "prov:hadPrimarySource",
    "prov:hadRole",
    "prov:wasAttributedTo",
    "prov:wasDerivedFrom",
    "prov:wasQuotedFrom",
    "oa:hasSource",
    "factx:extractedBy",
)
CONTEXT = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "factx": iri.TERMS,
    **{key: {"@type": "@id"} for key in REFERENCES},
}
