"""What completes a verb, and where it stands: that-clauses, clauses with a tense, particles."""

from __future__ import annotations

from ..tokens import Token
from .arguments import complements, objects
from .clauses import infinitive_or_participle, is_adverbial_clause, markers
from .voice import obliques, passive
from .words import ANY_SUBJECT, is_verb


def told_clauses(verb: Token) -> list[Token]:
    """The clauses with a tense that complete a verb, wherever they stand: "Oxley must pay, Hale said"."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and is_verb(child)]
    return [clause for clause in clauses if not infinitive_or_participle(clause)]


def begins_after(clause: Token, verb: Token) -> bool:
    """Whether a clause follows a verb, though a parse may hang a word before the verb on it.

    So does one whose subject is a pronoun ahead of the verb: "which an inquiry said was false".
    """
    opening = [c for c in clause.children if c.dep_ in ANY_SUBJECT or c.dep_ == "mark"]
    ahead = any(c.tag_ in ("WDT", "WP") and c.i < verb.i < clause.i for c in opening)
    return clause.left_edge.i > verb.i or ahead or any(verb.i < c.i < clause.i for c in opening)


def has_that_clause(verb: Token) -> bool:
    """Whether an active verb without an object is completed by a clause with "that"."""
    clauses = [child for child in verb.rights if child.dep_ == "ccomp"]
    return bool(clauses) and "that" in markers(clauses[0]) and not objects(verb) and not passive(verb)


def is_complement(verb: Token) -> bool:
    """Whether a verb heads a complement clause of the verb above."""
    return verb.dep_ in ("ccomp", "xcomp") or (is_adverbial_clause(verb) and verb in complements(verb.head))


def followed_by(verb: Token, words: tuple[str, ...]) -> bool:
    """Whether particles and prepositions stand by a verb, in order: "turned the offer down"."""
    if not words:
        return True
    sentence = verb.sent.end
    particle = next((c for c in verb.rights if c.dep_ == "compound:prt" and c.lower_ == words[0]), None)
    start = particle.i if particle is not None else verb.i + 1
    if start < sentence and verb.doc[start].pos_ == "ADV" and verb.doc[start].lower_ != words[0]:
        start += 1
    following = tuple(t.lower_ for t in verb.doc[start : min(start + len(words), sentence)])
    if following == words:
        return True
    found = dict(obliques(verb)).get(words[0]) if len(words) == 1 and not objects(verb) else None
    if found is None or any(c.dep_ == "xcomp" and c.pos_ == "ADJ" for c in verb.rights):
        return False  # "looks good for Oxley"
    return found.i < verb.i or not any(t.text == "," for t in verb.doc[verb.i : found.left_edge.i])
