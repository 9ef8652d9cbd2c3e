"""Who does what a verb says: its subject, or whoever acts by the thing that stands there."""

from __future__ import annotations

from collections.abc import Sequence

from . import syntax
from .befalling import befallers, noun_under
from .participants import Participants
from .tokens import Token
from .triggers import evocation
from .within_themes import naming


def doers(verb: Token, participants: Participants) -> list[Token]:
    """The subjects of a verb; whoever acts by a thing where the tree gives the thing.

    "Staged a march to demand pay": they demand it who staged the march. "Issued a note demanding pay" and
    "opened fire, killing two" are alike; in "blocked roads leading to the port" the roads lead.
    """
    over = syntax.governor(verb) if syntax.is_gerund(verb) and not syntax.own_subjects(verb) else None
    aim = syntax.aim_told(verb) or (syntax.aim_told(over) if over is not None else None)
    if aim is not None:  # "the plan is to sell it", "to make money selling it": whoever has the plan
        return [owner for noun in syntax.possessors(aim) for owner in syntax.conjuncts(noun)]
    if (attackers := _those_above(verb, participants)) is not None:
        return attackers
    found = syntax.subjects(verb) or _raids(verb, participants)
    found = [*found, *_joined(verb, participants)]
    if syntax.passive(verb) and syntax.doers_of_passive(verb):
        return found  # "built by the bank, but sold by the town"
    if not found or syntax.own_subjects(verb) or any(_able(head, verb, participants) for head in found):
        return found
    over = syntax.governor(verb)
    if found[0].tag_ == "DT" or (over is not None and syntax.is_made_to(over, verb, found[0])):
        return found  # "the fund was told to sell by Hale", "that began to change"
    within = over is not None and syntax.is_complement(verb) and syntax.is_infinitive(over)
    within = within and over is not None and found[0] not in syntax.objects(over)  # "avoid adding"
    pursuits = participants.knowledge.ontology.words["PursuitNoun"]
    within = within or (found[0].lower_ in pursuits and syntax.is_gerund(verb))  # "gained fame prosecuting"
    meant = (
        syntax.is_infinitive(verb) or within or syntax.follows_comma(verb) or _tells(found[0], participants)
    )
    above = syntax.means_user(verb, found[0]) if meant else None
    if above is not None and _says_of_itself(verb, found[0], above, participants):
        return found
    users = [] if above is None else [h for h in syntax.subjects(above) if participants.may_act(h)]
    return users or found


def _those_above(verb: Token, participants: Participants) -> list[Token] | None:
    """Who brings about what follows from what befalls others: "was shelled by Norland, killing two".

    None where a verb tells of no such outcome, or the clause above of nobody whom something befalls.
    """
    above, ontology = syntax.governor(verb), participants.knowledge.ontology
    if above is None or verb.lower_ not in ontology.words["OutcomeVerb"] or not syntax.is_gerund(verb):
        return None
    if syntax.own_subjects(verb) or not syntax.follows_comma(verb) or not syntax.is_verb(above):
        return None
    noun = noun_under(above, ontology) if above.lower_ in ontology.words["BefallingVerb"] else None
    if noun is not None:
        return befallers(noun, above, ontology)
    if not syntax.passive(above):
        return None
    evoked = evocation(above, ontology)  # "the raid was claimed by Norland, sparking fear": that it was
    told = evoked is not None and "Communicate" in (evoked.action.name, *evoked.action.ancestors)
    return [] if told else syntax.subjects(above)


def _raids(verb: Token, participants: Participants) -> list[Token]:
    """The raid of somebody in which something was done to others: "were killed in an Oxley air raid"."""
    if not syntax.passive(verb):
        return []
    raids = [noun for word, noun in syntax.obliques(verb) if word == "in"]
    return [noun for noun in raids if wielders(noun, [noun], participants)]


def _joined(verb: Token, participants: Participants) -> list[Token]:
    """Those whom somebody joins in doing something, and who do it too: "joined Marsh in suing the bank"."""
    above = syntax.governor(verb)
    if above is None or verb.tag_ != "VBG" or not syntax.is_verb(above) or syntax.markers(verb) != ["in"]:
        return []
    if above.lower_ not in participants.knowledge.ontology.words["JoiningVerb"] or syntax.passive(above):
        return []
    return [noun for noun in syntax.objects(above) if participants.may_act(noun)]


def _tells(noun: Token, participants: Participants) -> bool:
    """Whether a noun names words, by which somebody says or asks something."""
    ontology = participants.knowledge.ontology
    action = ontology.nouns.get(noun.lower_)
    told = action is not None and "Communicate" in action.ancestors
    return told or noun.lower_ in ontology.words["TextNoun"]


def _says_of_itself(verb: Token, text: Token, above: Token, participants: Participants) -> bool:
    """Whether a text says what is not said by who deals with it: "ignored a letter accusing Hale"."""
    issuing = participants.knowledge.ontology.words["IssuingVerb"]
    beside = syntax.is_gerund(verb) and not syntax.follows_comma(verb)
    return beside and above.lower_ not in issuing and _tells(text, participants)


def _able(head: Token, verb: Token, participants: Participants) -> bool:
    """Whether what the tree gives can be meant to act; a place only if asked to ("urged Oxley to pay")."""
    if not participants.is_place(head):
        return participants.may_act(head)
    above = syntax.governor(verb)
    evoked = None
    if above is not None and syntax.is_verb(above):
        evoked = evocation(above, participants.knowledge.ontology)
    return evoked is None or evoked.action.content_modality is not None


def wielders(head: Token, heads: Sequence[Token], participants: Participants) -> list[Token]:
    """Whose arms or raid a subject names: of "Oxley jets bombed the port", Oxley.

    Args:
        head: the subject.
        heads: the subject with those coordinated with it, which may share the words before the first.
        participants: what may fill a role.
    """
    assets = participants.knowledge.ontology.words["AssetNoun"]
    if head.lower_ not in assets:
        return []
    own = [owner for owner in syntax.possessors(head) if participants.may_act(owner)]
    own += naming(head, participants)
    bare = not syntax.determiners(head) and heads[0].lower_ in assets
    return wielders(heads[0], heads[:1], participants) if not own and head != heads[0] and bare else own
