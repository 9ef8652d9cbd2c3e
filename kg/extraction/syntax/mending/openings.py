"""What only leads over to a sentence, and reports nothing: "That said, Hale will sue"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from .hanging import Words, hang, take_place


def free_from_opening(words: Words, _: Ontology) -> bool:
    """Hang "that said" and "all told" at the head of a sentence on the clause that they open."""
    return any([_free(token) for token in words[1:4] if token.lower_ in ("said", "told")])


def _free(token: Token) -> bool:
    before = token.nbor(-1).lower_
    after = token.nbor().text if token.i + 1 < token.sent.end else ""
    if before not in ("that", "all") or after != "," or token.dep_ != "ROOT":
        return False
    clause = next((c for c in token.rights if c.dep_ in ("ccomp", "parataxis", "conj")), None)
    if clause is None:
        return False
    take_place(clause, token)
    hang(token, clause, "advcl")
    return True
