"""Clauses that hang on a noun: "a plan to sell", "the fact that she left", "a body led by Hale"."""

from __future__ import annotations

from ..model import Modality
from ..ontology import Ontology
from . import syntax
from .claimed import made_in_open
from .given_up import above_plan, is_dropped, keeps
from .nobody import of_nobody, stands_for_none
from .reality import MAIN, UNVOUCHED, Frame
from .taken_over import taken_over
from .tokens import Token
from .triggers import effect_of


def under_noun(verb: Token, noun: Token, ontology: Ontology, depth: int) -> Frame | None:
    """A clause that says what a noun is about: "a decision to …", "the fact that …", "a body led by …"."""
    effect = effect_of(ontology, "noun", noun)
    without = of_nobody(noun, ontology)  # "had no plans to leave"
    if syntax.is_infinitive(verb):
        if without and not stands_for_none(noun, ontology) and not _is_denied(noun, ontology, depth):
            return Frame(Modality.POSSIBLE, asserted=False)  # "any deal to sell it should be fair"
        if effect.negative or effect.modality:
            open_ = _given_up(noun, ontology, depth) or _is_only_claimed(noun, ontology)
            return Frame(effect.modality, effect.negative != without, asserted=not open_)
        action = ontology.nouns.get(noun.lower_)
        if action is not None and action.content_modality:
            return Frame(action.content_modality, without)
        return Frame(Modality.POSSIBLE, without, asserted=False)
    bare = not (syntax.markers(verb) or syntax.prepositions(verb) or syntax.own_subjects(verb))
    if bare and syntax.is_taken_for_a_clause(verb):
        return UNVOUCHED  # a main clause that the parse took for part of its subject
    if syntax.is_participle(verb) and bare:
        if syntax.is_had(noun, verb) and noun.lower_ in ontology.words["DifficultyNoun"]:
            return Frame(Modality.POSSIBLE, asserted=False)  # "had trouble joining"
        if syntax.is_spoken_of(noun, verb):
            return _spoken_of(noun, ontology)
        ways = ontology.evoked_by(noun.lower_, noun.lower_)
        told = any(way.action.reports and not way.rest for way in ways)
        if without or told:
            return None  # "denies" of "Hale, 41, denies killing" may pass for a noun
        above = syntax.governing_verb(noun)
        if (
            above is not None
            and syntax.is_imperative(above)
            and above.lower_ in ontology.words["OpenContentVerb"]
        ):
            return None  # "Imagine Hale winning"
        return made_in_open(noun, verb, ontology) or MAIN
    factive = noun.lemma_ in ontology.words["FactiveNoun"] and not syntax.is_scare_quoted(noun)
    return MAIN if factive and "that" in syntax.markers(verb) else None


def _spoken_of(noun: Token, ontology: Ontology) -> Frame | None:
    """What "of" or "about" leaves open, and a record shows: "no sign of Hale attacking", "a video of …"."""
    above = syntax.governor(noun)
    if above is None or of_nobody(above, ontology):
        return None
    return Frame(asserted=above.lower_ in ontology.words["RecordNoun"])


def _is_only_claimed(noun: Token, ontology: Ontology) -> bool:
    """Whether a plan is denied, rejected or only talked of: "denied plans to", "claims of a plan to sell"."""
    from .modality import noun_reality  # a noun stands in a clause too

    return not of_nobody(noun, ontology) and noun_reality(noun, ontology) is None


def _is_denied(noun: Token, ontology: Ontology, depth: int) -> bool:
    """Whether the clause in which a noun stands is denied: "does not have any plan to leave"."""
    above = syntax.governing_verb(noun)
    around = None if above is None else taken_over(above, ontology, depth + 1)
    return around is not None and around.negative


def _given_up(noun: Token, ontology: Ontology, depth: int) -> bool:
    """Whether what a noun names was dropped: "abandoned her plan to sue", "did not keep her promise to"."""
    if is_dropped(noun, ontology):
        return True
    above = above_plan(noun)
    if above is None or not keeps(above, noun, ontology):
        return False
    around = taken_over(above, ontology, depth + 1)
    return around is None or around.negative
