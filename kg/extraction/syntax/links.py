"""What a verb says of its subject without an object: how it is, or what a preposition leads to."""

from __future__ import annotations

from collections.abc import Set

from ..tokens import Token
from .antecedents import is_adverbial
from .arguments import objects, subjects
from .subject_heads import own_subjects
from .voice import obliques, passive
from .words import SUBJECT, is_infinitive, is_measure, is_verb, preposition


def opens_with(clause: Token, word: str) -> bool:
    """Whether a conjunction opens a clause: "but Hale refused"."""
    return any(c.dep_ == "cc" and c.lower_ == word for c in clause.lefts)


def only_sets_the_scene(first: Token, comma: int, verb: Token) -> bool:
    """Whether the words up to a comma are a clause of time or the like: "After losing, Hale said"."""
    clause = first.head
    marked = first.dep_ == "mark" and first.pos_ in ("ADP", "SCONJ") and first.lower_ not in ("that", "as")
    opens = marked or (first.tag_ == "WRB" and first.lower_ == "when")
    return opens and clause.dep_ == "advcl" and clause.head == verb and clause.right_edge.i <= comma


def adjective_above(verb: Token) -> str | None:
    """The adjective that an infinitive completes: of "is hard to predict", "hard"; else none."""
    above = verb.head
    to = any(c.lower_ == "to" and c.dep_ == "mark" for c in verb.lefts)
    alone = to and not any(c.dep_ in ("nsubj", "obj") for c in verb.children)
    return above.lower_ if alone and above.pos_ == "ADJ" and above.i < verb.i else None


def tells_a_part(verb: Token, parts: Set[str]) -> bool:
    """Whether a participle tells what part somebody has in a case: "Prosecuting, Hale said …".

    Args:
        verb: the participle.
        parts: those that do so where nothing completes them and a sign sets them apart.
    """
    if verb.lower_ not in parts or any(child.dep_ != "punct" for child in verb.children):
        return False
    return verb.i + 1 < len(verb.doc) and verb.nbor().text in (",", ".", "–", "—")


def tells_what(word: Token) -> bool:
    """Whether "what" opens a clause that stands for a thing: "know what she said"."""
    return word.lower_ == "what" and any(c.dep_ == "acl:relcl" for c in word.rights)


def is_second_part(verb: Token) -> bool:
    """Whether a hyphen joins a verb to the word before it: "flip-flopped"."""
    return verb.i > 1 and verb.nbor(-1).text == "-" and not verb.nbor(-1).whitespace_


def _has_gap(verb: Token) -> bool:
    """Whether a relative clause without its pronoun leaves out what is acted on: "what he helped bring"."""
    top = verb
    while top.dep_ in ("xcomp", "ccomp") and top.head.i < top.i:
        top = top.head
    subject = next((c for c in top.lefts if c.dep_ == "nsubj"), None)
    return top.dep_ == "acl:relcl" and subject is not None and subject.lower_ not in ("who", "which", "that")


#: What a clause says more of without leaving anything out: "the day he left", "the room in which she spoke".
_ADVERBIAL = frozenset(("where", "when", "why", "how"))


def leaves_out_object(verb: Token) -> bool:
    """Whether a relative clause leaves out what its verb is done to: "the school she bought to live in".

    Not so where the noun says when, where or how, or where a preposition stands before the pronoun.
    """
    if passive(verb) or not _has_gap(verb) or is_adverbial(verb):
        return False
    between = verb.doc[verb.left_edge.i : verb.i]
    if any(t.lower_ in _ADVERBIAL for t in between):
        return False
    return not any(t.tag_ in ("WDT", "WP") and preposition(t) is not None for t in between)


def asks_fully(word: Token) -> bool:
    """Whether a question word opens a clause that hangs on it: "understood why it fell"."""
    return any(c.dep_ in ("acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp") for c in word.rights)


def says_how_it_is(verb: Token) -> bool:
    """Whether a verb only links somebody to a quality: "turned nasty", "looms largest", "fell short of"."""
    if verb.i + 1 < verb.sent.end and verb.nbor().lower_ == "short" and verb.nbor().head is verb:
        return True
    after = [c for c in verb.rights if c.dep_ in ("xcomp", "obj", "ccomp")]
    if len(after) != 1 or passive(verb):
        return False
    quality = after[0]
    return quality.pos_ in ("ADJ", "ADV") and not any(c.dep_ in ("det", "nmod:poss") for c in quality.lefts)


def reached(verb: Token, prepositions: Set[str]) -> list[Token]:
    """What a preposition right after a verb without an object leads to: "cares about the town".

    Beside an adverb too ("cares deeply about it"), but only the first phrase: what follows says where, when
    or how.
    """
    if passive(verb) or objects(verb) or _has_gap(verb) or any(c.dep_ == "ccomp" for c in verb.rights):
        return []
    beside = [adverb for adverb in verb.rights if adverb.i == verb.i + 1 and adverb.pos_ == "ADV"]
    for word, noun in [*obliques(verb), *(found for adverb in beside for found in obliques(adverb))]:
        first = noun.left_edge.i
        if first <= verb.i or any(t.pos_ not in ("ADV", "PART", "ADP") for t in verb.doc[verb.i + 1 : first]):
            continue
        if word in ("in", "at") and first > verb.i + 1:
            continue  # "fares better in the polls"
        opening = any(t.lower_ == word for t in verb.doc[verb.i + 1 : noun.i])
        if word in prepositions and opening and not is_measure(noun):
            return [noun]
    return []


def asks_which(verb: Token) -> bool:
    """Whether a clause asks which of several does it: "decide which party runs the town"."""
    own = own_subjects(verb)
    before = [c for noun in own for c in noun.lefts]
    if any(c.lower_ in ("many", "much", "few") and any(w.lower_ == "how" for w in c.lefts) for c in before):
        return True  # "could not say how many men escaped"
    return any(c.dep_ == "det" and c.lower_ in ("which", "what") for c in before)


def wanted_of(verb: Token) -> Token | None:
    """The clause of what is wanted that "for" opens right after a verb: "pressed for Oxley to pay"."""
    for child in verb.rights:
        opening = child.left_edge
        fits = child.dep_ in ("advcl", "xcomp", "ccomp") and is_infinitive(child) and opening.lower_ == "for"
        if fits and opening.dep_ == "mark" and own_subjects(child):
            beside = verb.doc[verb.i + 1 : opening.i]
            if all(t.pos_ in ("ADV", "ADP") for t in beside):
                return child
    return None


def stranded(verb: Token, word: str) -> list[Token]:
    """What a preposition at the end of a relative clause leads to: of "the bank she worked for", the bank."""
    if not leaves_out_object(verb) or verb.head.pos_ not in ("NOUN", "PROPN"):
        return []
    end = [t for t in verb.doc[verb.i + 1 : verb.right_edge.i + 1] if t.lower_ == word and t.pos_ == "ADP"]
    alone = [t for t in end if t.head is verb or (t.dep_ == "case" and t.head.i < t.i)]
    return [verb.head] if alone and verb.dep_ == "acl:relcl" else []


def asked_after(verb: Token, word: str) -> Token | None:
    """The clause that a preposition leads to: "focused on how it fell", "focused on closing it"."""
    for child in verb.rights:
        opening = child.left_edge
        led = opening.lower_ == word and opening.i < child.i and child.dep_ in ("advcl", "ccomp", "obl")
        if led and (begins_a_question(opening.nbor()) or child.tag_ == "VBG"):
            return child
    return None


def aim_told(verb: Token) -> Token | None:
    """The noun of which an infinitive says what it is: of "Hale's plan is to sell the mill", the plan."""
    told = is_infinitive(verb) and any(c.dep_ == "cop" for c in verb.lefts)
    return next((c for c in verb.lefts if told and c.dep_ == "nsubj:outer" and c.pos_ == "NOUN"), None)


def begins_a_question(word: Token) -> bool:
    """Whether a word may open a question within a sentence: "how", "what", "whether"."""
    return word.tag_ in ("WRB", "WP") or word.lower_ == "whether"


def maker(noun: Token) -> Token | None:
    """The subject of the active verb whose object a noun is: of "Hale issued a statement", Hale."""
    verb = noun.head
    if noun.dep_ != "obj" or not is_verb(verb) or verb.i > noun.i or passive(verb):
        return None
    found = subjects(verb)
    return found[0] if found else None


def bare_complements(verb: Token) -> list[Token]:
    """Clauses that the parse sets beside a verb though nothing stands between: "insisted Hale met Marsh"."""
    beside = [child for child in verb.rights if child.dep_ == "parataxis" and is_verb(child)]
    return [child for child in beside if not any(t.is_punct for t in verb.doc[verb.i : child.i])]


def is_noun_clause_of(verb: Token, noun: Token) -> bool:
    """Whether an infinitive says what a noun is, which is nobody who does it: "a mistake to assume"."""
    return verb.dep_ == "acl" and verb.head == noun and is_infinitive(verb)


def is_doing(clause: Token) -> bool:
    """Whether an -ing clause stands whole before the verb whose subject it is: "closing it hurts"."""
    above = clause.head
    if clause.tag_ != "VBG" or clause.dep_ not in SUBJECT or not is_verb(clause) or above.tag_ == "VBG":
        return False
    words = clause.doc[clause.left_edge.i : clause.right_edge.i + 1]
    return clause.right_edge.i < above.i and not any(t.text == "," for t in words)
