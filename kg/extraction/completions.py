"""What completes a verb beside who and what take part: what somebody is called, or is expected to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model import Argument
from ..ontology import Action, Ontology
from . import syntax
from .participants import Participants
from .tokens import Token


def say_what_it_is(
    fillers: dict[str, list[Argument]], action: Action, verb: Token, participants: Participants
) -> None:
    """Fill the role of what something is called: of "called the plan a farce", the farce."""
    if "as" in (action.slots or {}):
        for taken in syntax.taken_as(verb)[:1]:  # "is seen as having won", "was seen as dull"
            if syntax.is_verb(taken):
                fillers["capacity"] = [participants.clause("capacity", taken, bare=True)]
            else:
                fillers["capacity"] = [_called("capacity", taken, participants)]
    role = action.role("attribute")
    if role is not None and role not in fillers:
        for called in syntax.attributed(verb)[:1]:
            fillers[role] = [_called(role, called, participants)]


def _called(role: str, called: Token, participants: Participants) -> Argument:
    """What something is called, without the "as" before it."""
    first, last = syntax.object_phrase(called)
    first += first < called.i and called.doc[first].lower_ == "as"
    passage = participants.reading.with_marks(participants.reading.passage(first, last))
    participants.heads[passage] = called.i
    return Argument(role, passage)


def part_expected(
    fillers: dict[str, list[Argument]], action: Action, verb: Token, participants: Participants
) -> None:
    """What is expected or planned of somebody is the theme, and they the topic: "is expected to win"."""
    clauses = [c for c in syntax.complements(verb) if syntax.is_infinitive(c)]
    raises = "Cognition" in action.ancestors or action.name == "Plan" or action.reports
    raises = raises and action.role("comp") == action.role("obj") == "theme"
    if not clauses or not raises or "theme" not in fillers or not syntax.passive(verb):
        return
    fillers["topic"] = [replace(argument, role="topic") for argument in fillers.pop("theme")]
    fillers["theme"] = [participants.clause("theme", clauses[0])]


def in_what_state(fillers: dict[str, list[Argument]], verb: Token, participants: Participants) -> None:
    """What figures show is not somebody, but how they stand: "the poll shows Hale ahead of Marsh"."""
    if verb.lower_ not in participants.knowledge.ontology.words["ShowingVerb"] or syntax.passive(verb):
        return
    if any(participants.acts(agent) for agent in fillers.get("agent", [])):
        return
    found = syntax.state_shown(verb)
    if found is None or not participants.is_actor(found[0]) or "theme" not in fillers:
        return
    shown, last = found
    passage = participants.reading.passage(syntax.phrase(shown)[0], last)
    participants.heads[passage] = shown.i
    fillers["theme"] = [Argument("theme", passage)]


def uttered(
    fillers: dict[str, list[Argument]], verb: Token, objects: Sequence[Token], ontology: Ontology
) -> list[Argument]:
    """The object of a verb of uttering, which is what is said if nothing else is: "said it"."""
    says = verb.lower_ in ontology.words["WordsVerb"] and any(head.i > verb.i for head in objects)
    return fillers.get("topic", [])[:1] if says else []


def led_to(verb: Token, ontology: Ontology) -> list[Token]:
    """What the preposition of a verb of no list leads to: "cares about the town", "specialises in fraud".

    "At", "for", "from", "in", "over" and "with" mostly say where, why or how; they lead to an object after
    the verbs listed for each.
    """
    words = ontology.words
    choosy = {word: words[f"VerbWith{word.title()}"] for word in ("at", "for", "from", "in", "over", "with")}
    leading = (
        word for word in words["GoverningPreposition"] if verb.lower_ in choosy.get(word, (verb.lower_,))
    )
    return syntax.reached(verb, frozenset(leading))


def drop_what_holds(fillers: dict[str, list[Argument]], at: int) -> None:
    """Drop a thing whose words hold the verb that begins at a place: no phrase rightly parsed holds it."""
    for argument in [a for a in fillers.get("theme", ()) if a.entity is not None]:
        if argument.passage.start <= at < argument.passage.end:
            fillers["theme"].remove(argument)
