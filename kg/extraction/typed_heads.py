"""What the pipeline takes the head of each mention for: a person, a body, a place, or something else."""

from __future__ import annotations

from .tokens import Doc

#: What the types of GUM's entities mean here. The others (abstract, event, object, time …) are things.
_CLASSES = {"person": "Person", "organization": "Organisation", "place": "Place"}
THING = "Thing"


def typed_heads(doc: Doc) -> dict[int, str]:
    """Token -> general class of the mention that it heads; empty where the pipeline finds no mentions."""
    return {head: _CLASSES.get(kind, THING) for head, kind in doc.mention_heads.items()}
