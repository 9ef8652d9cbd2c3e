"""Who says what a reporting verb reports: its subject, or the noun that stands where a speaker stands."""

from __future__ import annotations

from dataclasses import dataclass

from ..ontology import Ontology
from . import syntax
from .contents import Ranges
from .tokens import Doc, Token
from .triggers import evocation

_SUBJECT_POS = ("NOUN", "PROPN", "PRON", "NUM", "X")


@dataclass(frozen=True, slots=True)
class Sayer:
    """Who may say what a verb reports, as token indexes of the heads of noun phrases."""

    source: int | None
    nearest: int | None
    """The noun phrase that stands where a speaker stands, whatever the parse makes of it."""
    untold: bool
    """Whether a passive names nobody."""


def sayer(verb: Token, ontology: Ontology) -> Sayer:
    """Who says so by the clause of a verb, or by the order of words where the parse cannot be right."""
    if syntax.is_extraposed(verb):
        return Sayer(None, None, False)
    inverted = _inverted(verb)
    passive = inverted is None and syntax.passive(verb)
    times = ontology.words["TimeNoun"]
    holder = _holder(verb, ontology)
    agents = [inverted] if inverted is not None else _agents(holder, verb, times)
    nearest = None if passive else _nearest_subject(verb, times)
    if nearest is None and not (agents or passive) and syntax.is_coordinated(verb):
        nearest = _nearest_subject(syntax.first_conjunct(verb), times)
    if nearest is not None and (not agents or _implausible(agents[0], verb)):
        source: int | None = nearest
    else:
        source = agents[0].i if agents else None
    return Sayer(source, nearest, passive and not agents)


def settled(verb: Token, found: Sayer, reported: Ranges, ontology: Ontology) -> int | None:
    """Who says so, once it is known what is reported, as the index of the head of a noun phrase."""
    source = found.source
    if source is not None and _holds(reported, source):  # the parse took it from the content
        own = (s.i for s in syntax.own_subjects(verb) if not _holds(reported, s.i))
        source = next(own, source) if found.nearest is None else found.nearest
    loose = syntax.is_gerund(verb) or syntax.is_relative_clause(verb) or "as" in syntax.markers(verb)
    if source is None or loose:
        source = _outside(verb, source, ontology)
    return source


def _holds(ranges: Ranges, index: int) -> bool:
    return any(first <= index <= last for first, last in ranges)


def _agents(holder: Token, verb: Token, times: frozenset[str]) -> list[Token]:
    """The subjects that can be somebody; of two that a parse gives, not a word of time."""
    quoted = syntax.quoted_as(verb)
    if quoted is not None:
        return [quoted]  # "the Herald quoted Hale as saying …"
    if syntax.has_place_holder(verb) and syntax.passive(verb):
        return syntax.doers_of_passive(verb)  # "it was claimed": nobody named before does
    found = syntax.subjects(holder)
    able = [t for t in found if _may_speak(t) and not is_time(t, times) and not _after(t, verb)]
    lost = syntax.lost_subject(verb)
    if lost is not None and not syntax.passive(verb):
        return [lost]
    own = syntax.own_subjects(holder) if found and not able and not syntax.passive(holder) else []
    return able or [t for t in own if _may_speak(t) and not is_time(t, times) and not _after(t, verb)]


def _after(subject: Token, verb: Token) -> bool:
    """Whether what is taken for a subject stands after a preposition behind its verb: "said of Marsh"."""
    return subject.i > verb.i and not syntax.passive(verb) and syntax.preposition(subject) is not None


def _holder(verb: Token, ontology: Ontology) -> Token:
    """The verb whose subject says what a verb reports: of "Hale said it was late, adding that …", "said"."""
    holder = syntax.fronts(verb) or syntax.main_verb(verb)
    while holder != verb and holder.head.i < holder.i:
        own = evocation(holder, ontology)
        above = syntax.main_clause(holder) if syntax.is_relative_clause(holder) else holder.head
        hangs = syntax.is_relative_clause(holder) or syntax.is_complement(holder)
        if not hangs or above is None or not syntax.own_subjects(above) or (own and own.action.reports):
            break
        holder = above  # "said that Marsh stood for greed, calling it a shame"
    return holder


def _outside(verb: Token, source: int | None, ontology: Ontology) -> int | None:
    """Who says so where the clause of a verb does not tell: "spoke at a rally calling it a mess".

    Nobody speaks through an occasion; a document in which something is "stated" does.
    """
    doc = verb.doc
    if source is not None and doc[source].lower_ in ontology.words["OccasionNoun"]:
        before = doc[max(verb.sent.start, syntax.phrase(doc[source])[0] - 2) : source]
        found = [s for t in before if syntax.is_verb(t) for s in syntax.own_subjects(t)]
        return found[-1].i if found else source
    if source is not None and doc[source].lower_ in ontology.words["IssuedNoun"]:
        gives = verb.head.i == source and doc[source].head.lower_ in ontology.words["IssuingVerb"]
        issuer = syntax.maker(doc[source]) if gives else None
        return source if issuer is None else issuer.i  # "Hale issued a statement saying it was a mess"
    aside = syntax.opened_aside(verb)
    if aside is not None and (source is None or aside < source < verb.i):
        return syntax.top_of_phrase(doc[aside - 1]).i  # "Hale – who lost – calling it a mess"
    if "as" in syntax.markers(verb) and verb.tag_ == "VBN" and not syntax.own_subjects(verb):
        places = [noun for word, noun in syntax.obliques(verb) if word == "in" and noun.i > verb.i]
        # "as stated in the report"
        return next((noun.i for noun in places if not is_time(noun, ontology.words["TimeNoun"])), source)
    return source


def _implausible(subject: Token, verb: Token) -> bool:
    """Whether a parse gives a subject that is farther from the verb than a noun phrase right beside it."""
    return subject.sent != verb.sent or (subject.i > verb.i + 6)


def _nearest_subject(verb: Token, times: frozenset[str]) -> int | None:
    """The noun phrase right before a verb, or right after it in "…,’ said Ms Hale", but no word of time."""
    doc = verb.doc
    for index in range(before_brackets(doc, verb.i), max(-1, verb.i - 12), -1):
        token = doc[index]
        if token.pos_ in _SUBJECT_POS and not is_time(token, times):
            return _head_of_subject(token)
        if token.pos_ not in ("ADV", "AUX", "PART"):
            noun = _before_comma(doc, index) if token.text == "," and index else None
            if noun is not None:
                return noun.i
            break
    if syntax.is_gerund(verb):
        return None  # "…, saying it fell": nobody stands after a participle
    if verb.i + 1 < len(doc) and verb.i > 0 and (doc[verb.i - 1].is_punct or doc[verb.i - 1].is_quote):
        for token in doc[verb.i + 1 : verb.i + 4]:
            if token.pos_ in _SUBJECT_POS and not is_time(token, times) and not syntax.is_possessor(token):
                head = syntax.name_head(token)
                told = syntax.is_object(head) and (token.pos_ == "PRON" or not doc[verb.i - 1].is_quote)
                return None if told else head.i
            if token.pos_ not in ("DET", "ADJ"):
                break
    return None


def _before_comma(doc: Doc, comma: int) -> Token | None:
    """The noun before an aside that a comma closes: Hale in "Hale, the mayor, said", "Hale, in May, said"."""
    noun = syntax.before_aside(doc[comma - 1])
    if noun is not None:
        return noun
    opening = next((i for i in range(comma - 1, max(0, comma - 9), -1) if doc[i].text == ","), None)
    if opening is None or doc[opening + 1].pos_ not in ("ADP", "SCONJ") or opening == 0:
        return None
    before = doc[opening - 1]
    return syntax.top_of_phrase(before) if before.pos_ in _SUBJECT_POS else None


def _may_speak(token: Token) -> bool:
    """Whether a subject can be somebody: "some", "many" and the like can."""
    return token.pos_ in _SUBJECT_POS or (syntax.is_subject(token) and token.pos_ in ("DET", "ADJ", "ADV"))


def _inverted(verb: Token) -> Token | None:
    """The speaker after a verb that a parse takes for a participle of its noun: "…, noted Hale's lawyer"."""
    after = verb.i > 0 and verb.doc[verb.i - 1].is_punct and verb.head.i > verb.i
    participle = verb.tag_ in ("VBN", "VBD") and syntax.is_noun_clause(verb)
    return verb.head if after and participle and verb.head.pos_ in ("PROPN", "NOUN") else None


def is_time(noun: Token, times: frozenset[str]) -> bool:
    """Whether a noun only says when: of "Mr Hale said Friday" Friday, but not "the council's minutes"."""
    return noun.lower_ in times and not syntax.determiners(noun) and not syntax.possessors(noun)


def before_brackets(doc: Doc, index: int) -> int:
    """The word before another, brackets left out: before "said" in "Ada Hale (Oxley East) said", Hale."""
    last = index - 1
    if last < 0 or doc[last].text != ")":
        return last
    opening = (i for i in range(last, max(-1, last - 8), -1) if doc[i].text == "(")
    return next(opening, last + 1) - 1


def _head_of_subject(noun: Token) -> int | None:
    """The head of the noun phrase that ends right before a verb; none where a preposition governs it."""
    head = syntax.top_of_phrase(noun)
    if any(t.is_punct and t.text != "-" for t in noun.doc[head.i : noun.i]):
        return noun.i  # "Hale threatened Marsh, Reed added": Reed is no part of Marsh
    return None if syntax.preposition(head) is not None else head.i


def lacks_subject(cue: Token) -> bool:
    """Whether a reporting verb goes on from another clause: "Hale said Marsh won, calling it a shame".

    Its agent is whoever says so, though the parse may take it from the clause between.
    """
    return cue.tag_ in ("VBD", "VBZ", "VBG") and not syntax.own_subjects(cue)


def closes_speech(verb: Token) -> bool:
    """Whether a verb of no list stands where only a verb of saying can: "“We won,” an angry Hale retorted.".

    The quote ends on a sign that hands over, and the clause behind it is only who does so, and where or how.
    """
    subject = next(iter(syntax.own_subjects(verb)), None) if verb.tag_ in ("VBD", "VBZ") else None
    if subject is None or subject.pos_ not in _SUBJECT_POS or syntax.objects(verb):
        return False
    doc, first = verb.doc, min(verb.i, subject.left_edge.i)
    last = max(verb.i, subject.right_edge.i)
    if first < 3 or not doc[first - 1].is_quote or doc[first - 2].text not in (",", "?", "!"):
        return False
    after = doc[last + 1] if last + 1 < len(doc) else None
    between = abs(verb.i - subject.i) <= 3 and not syntax.complements(verb)
    return between and (after is None or after.is_punct or after.pos_ in ("ADP", "ADV"))
