"""What somebody is wanted or asked to do, where it is no plain object of the verb."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Argument
from ..ontology import Action
from . import syntax
from .participants import Participants
from .reading import Reading
from .tokens import Token


class Wanted:
    """The themes of one article that somebody and what they are to do make together."""

    def __init__(self, reading: Reading, participants: Participants) -> None:
        """Look into an article and what may fill a role in it."""
        self.reading = reading
        self.participants = participants

    def wished(self, action: Action, verb: Token) -> Argument | None:
        """What somebody wants or thinks somebody else to do: "wants us to go", "wants it done"."""
        if "Cognition" not in action.ancestors:
            return None
        if not action.role("obj") == action.role("comp") == "theme":
            return None
        clauses = [c for c in syntax.complements(verb) if syntax.is_infinitive(c) or _is_bare(c)]
        doers = [t for t in syntax.objects(verb) if clauses and _takes_part(t, clauses[0])]
        if syntax.passive(verb):
            return None
        if not doers:
            return self._hoped_for(verb, clauses)
        return self._clause_from(doers[0], clauses[0])

    def _hoped_for(self, verb: Token, clauses: Sequence[Token]) -> Argument | None:
        """What somebody hopes to have, which stands before it: "a seat she hoped to have"."""
        bare = [c for c in clauses if c.lemma_ in ("have", "get", "be") and c.right_edge is c]
        if not bare or not syntax.leaves_out_object(verb):
            return None
        left = syntax.objects(bare[0])
        return self.participants.argument("theme", left[0]) if left else None

    def asked_for(self, verb: Token, rest: tuple[str, ...], governed: Sequence[Token]) -> Argument | None:
        """What somebody is asked to do: "called for Marsh to resign"; none where either is not named."""
        if not rest or rest[-1] != "for" or not governed:
            return None
        clauses = [c for c in syntax.complements(verb) if syntax.is_infinitive(c) and c.i > governed[0].i]
        if not clauses or not _takes_part(governed[0], clauses[0]):
            return None
        return self._clause_from(governed[0], clauses[0])

    def asked(self, verb: Token, governed: Sequence[Token]) -> list[Token]:
        """Who is asked to do it: not whoever it is to be done to, "called for Marsh to be sacked"."""
        passive = [c for c in syntax.complements(verb) if syntax.is_infinitive(c) and syntax.passive(c)]
        return [] if passive else [head for head in governed if self.participants.may_act(head)]

    def _clause_from(self, doer: Token, clause: Token) -> Argument:
        """The theme that a clause makes together with who is to do it, whom it follows."""
        words = self.reading.passage(syntax.phrase(doer)[0], syntax.clause(clause)[1])
        passage = self.reading.with_marks(words)
        self.participants.heads[passage] = clause.i
        return Argument("theme", passage)


def _is_bare(clause: Token) -> bool:
    """Whether a verb completes another without "to": "saw Hale go", "wants the police supported"."""
    return clause.tag_ == "VB" or (
        clause.tag_ == "VBN" and syntax.is_complement(clause) and syntax.passive(clause)
    )


def _takes_part(noun: Token, clause: Token) -> bool:
    """Whether somebody is to do what a clause says, or it is to be done to them."""
    return noun in (syntax.objects(clause) if syntax.passive(clause) else syntax.subjects(clause))
