"""Who is shown doing something: "polls show Hale leading", where a parse makes Hale what is shown."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_verb
from .hanging import Words, hang, has, subject


def hang_shown(words: Words, _: Ontology) -> bool:
    """Make whoever stands between "show" and an -ing form the subject of that form."""
    return any([_hang(verb) for verb in words if verb.lemma_ == "show" and is_verb(verb)])


def _hang(verb: Token) -> bool:
    doing = next((c for c in verb.rights if c.tag_ == "VBG" and c.dep_ in ("ccomp", "xcomp", "advcl")), None)
    if doing is None or subject(doing) is not None or has(doing, "mark", "case"):
        return False
    lost = ("obj", "iobj", "nsubj") if any(c.dep_ == "nsubj" for c in verb.lefts) else ("obj", "iobj")
    shown = next((c for c in verb.rights if c.dep_ in lost and c.i < doing.i), None)
    if shown is None or shown.right_edge.i + 1 != doing.left_edge.i:
        return False
    hang(shown, doing, "nsubj")
    hang(doing, verb, "ccomp")
    return True
