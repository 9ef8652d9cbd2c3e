"""What one does in saying something of a thing: "a fee, which Hale called “a disgrace,” blaming Marsh"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_nominal, is_verb
from .hanging import Words, hang, has, subject


def hang_after_quoted(words: Words, _: Ontology) -> bool:
    """Hang a bare gerund right behind quoted words on the relative clause whose subject said them.

    A parse may hang it on the main clause, whose subject then seems to do it.
    """
    return any([_hang(word) for word in words[4:] if word.tag_ == "VBG" and word.dep_ in ("advcl", "acl")])


def _hang(gerund: Token) -> bool:
    closing = gerund.nbor(-1)
    if not closing.is_quote or has(gerund, "mark", "case", "aux", "nsubj", "cop"):
        return False
    said = closing.nbor(-1)
    said = said.nbor(-1) if said.text == "," else said
    teller = next((t for t in said.ancestors if is_verb(t) and t.dep_ == "acl:relcl"), None)
    if teller is None or not said.i > teller.i or gerund.head not in teller.ancestors:
        return False
    own = subject(teller)
    if own is None or not is_nominal(own) or own.tag_ in ("WDT", "WP"):
        return False
    hang(gerund, teller, "advcl")
    return True
