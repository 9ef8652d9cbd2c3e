"""Who does it to "whom", where a parse has it done to them: "Marsh, whom aides accused of theft, left"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..nouns import name_head
from ..words import is_nominal
from .hanging import Words, hang, has


def give_to_whom(words: Words, _: Ontology) -> bool:
    """Make the noun between "whom" and a past form the doer of a clause about whoever stands before."""
    return any([_give(whom) for whom in words[1:-2] if whom.lower_ == "whom"])


def _give(whom: Token) -> bool:
    verb = next(
        (t for t in whom.doc[whom.i + 1 : min(whom.i + 8, whom.sent.end)] if t.tag_ in ("VBN", "VBD")), None
    )
    if verb is None or verb.pos_ == "AUX" or whom.head is verb or has(verb, "aux", "aux:pass", "cop"):
        return False
    doer = name_head(verb.nbor(-1))
    last = whom.nbor(-2) if whom.nbor(-1).text == "," and whom.i > whom.sent.start + 1 else whom.nbor(-1)
    about = name_head(last)
    bare = all(t.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PRON") for t in whom.doc[whom.i + 1 : verb.i])
    if not bare or not is_nominal(doer) or doer.i <= whom.i or not is_nominal(about) or about is verb:
        return False
    hang(whom, verb, "obj")
    hang(verb, about, "acl:relcl")
    hang(doer, verb, "nsubj")
    verb.pos_, verb.tag_ = "VERB", "VBD"
    return True
