"""Phrases that give a sentence to somebody: according to X, per X, in X's view, as X sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..ontology import Ontology
from . import syntax
from .contents import Ranges
from .tokens import Doc, Token

_NOUNS = ("NOUN", "PROPN", "PRON")
#: With what such a phrase begins.
_OPENING = frozenset(("according", "per", "in", "to", "as", "so", "the", "from", "by"))


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """Such a phrase, as token indexes: its fixed words, the head of whose view it is (if any), the rest."""

    words: tuple[int, int]
    source: int | None
    content: Ranges


def viewpoints(doc: Doc, ontology: Ontology) -> Iterator[Viewpoint]:
    """The viewpoints of a Doc in reading order; what they cover is their sentence, before and after."""
    opening = _OPENING.union(phrase.partition(" ")[0] for phrase in ontology.words["AccountPhrase"])
    for token in doc[:-2]:
        if token.lower_ not in opening:
            continue
        found = (
            _according(token)
            or _per(token)
            or _in_view(token, ontology)
            or _by_account(token, ontology)
            or _as_seen(token, ontology)
            or _from_what(token, ontology)
            or _as_far_as(token)
            or _to_whom(token)
        )
        if found is None:
            continue
        words, source, last = found
        sentence = token.sent
        before = (sentence.start, token.i - 1)
        inside = sentence.start < token.i and token.nbor(-1).text == "," and last + 2 < sentence.end
        if inside and token.lower_ not in ("according", "per"):
            before = (token.i, token.i - 1)  # "sacked for, in her view, a trifle": what follows is the view
        sides = (before, (last + 1, sentence.end - 1))
        content = tuple(side for first, end in sides if (side := _words_of(doc, first, end)) is not None)
        if content:
            yield Viewpoint(words, source, content)


#: The fixed words, the head of the source (if any), and the last token of the whole phrase.
_Found = tuple[tuple[int, int], int | None, int]


def _according(token: Token) -> _Found | None:
    """According to X."""
    if token.lower_ != "according" or token.nbor().lower_ != "to":
        return None
    return _named_after(token.i + 1, token)


def _per(token: Token) -> _Found | None:
    """Per X, set apart from its clause: ", per the minutes", "Per court papers,", but not "per head"."""
    if token.lower_ != "per" or token.ent_type_ or not _set_apart(token):
        return None  # "…, Per Lund, …" is somebody
    after = token.nbor()
    definite = after.lower_ == "the" or after.pos_ == "PROPN" or "Poss" in after.morph
    found = _named_after(token.i, token)
    if found is None or definite:
        return found
    several = token.doc[found[2]].tag_ == "NNS" and token.doc[found[2] + 1].is_punct
    return found if several else None


def _named_after(last: int, token: Token) -> _Found | None:
    """The phrase whose head comes next after its fixed words."""
    doc = token.doc
    source = next((t for t in doc[last + 1 : last + 9] if t.pos_ in _NOUNS), None)
    if source is None:
        return None
    head = syntax.name_head(source)
    while syntax.is_possessor(head) and head.head.i > head.i:
        head = syntax.name_head(head.head)  # "according to Hale's lawyer"
    closing = token.i > token.sent.start + 2  # "…, according to Hale, who saw it"
    whole = syntax.full_phrase(head)[1]
    end = whole if closing or _ends_before(head, whole) else syntax.phrase(head)[1]
    return (token.i, last), head.i, end


def _ends_before(head: Token, last: int) -> bool:
    """Whether all that belongs to a source ends at a comma, and a clause follows: "…, who saw it, …"."""
    above = syntax.governor(head)
    after = head.doc[last + 1] if last + 1 < head.sent.end else None
    return above is not None and above.i > last and after is not None and after.text == ","


def _in_view(token: Token, ontology: Ontology) -> _Found | None:
    """In somebody's view: "In Ms Hale's view, the plan is dead", "to my mind"."""
    if token.lower_ not in ("in", "to"):
        return None
    nouns = ontology.words["ViewNoun"]
    noun = next((t for t in token.doc[token.i + 1 : token.i + 8] if t.lower_ in nouns), None)
    if noun is None or syntax.preposition(noun) != token.lower_:
        return None
    of_whom = _of_whom(noun)
    if not (_ends(noun) or of_whom):
        return None
    above = syntax.governor(noun)
    if not _set_apart(token) and above is not None and above.pos_ == "NOUN" and above.i == token.i - 1:
        return None  # "no faith in his own mind"
    owners = [t.i for t in (*syntax.possessors(noun), *of_whom)] or [
        syntax.name_head(t.nbor(-1)).i for t in token.doc[token.i + 2 : noun.i] if t.tag_ == "POS"
    ]
    last = noun.right_edge.i if of_whom else noun.i
    return None if not owners else ((token.i, noun.i), owners[0], last)


def _of_whom(noun: Token) -> list[Token]:
    """Whose view it is behind its noun: "in the eyes of Hale", but not "in the view of the bay"."""
    if not any(t.lower_ == "the" for t in syntax.determiners(noun)):
        return []
    behind = [t for word, t in syntax.noun_modifiers(noun) if word == "of"]
    return [t for t in behind if t.ent_type_ in ("PERSON", "ORG", "NORP") or t.tag_ == "NNS"]


def _as_far_as(token: Token) -> _Found | None:
    """As far as somebody is concerned; of a thing such a phrase only tells what it is about."""
    doc = token.doc
    if [t.lower_ for t in doc[token.i + 1 : token.i + 3]] != ["far", "as"] or not _opens(token):
        return None
    end = next((t for t in doc[token.i + 4 : token.i + 12] if t.lower_ == "concerned"), None)
    who = [] if end is None else syntax.own_subjects(end)
    if end is None or not who or not end.nbor().is_punct:
        return None
    somebody = who[0].ent_type_ in ("PERSON", "ORG", "NORP") or who[0].tag_ in ("PRP", "NNS")
    return ((token.i, token.i + 2), who[0].i, end.i) if somebody and who[0].lower_ != "it" else None


def _by_account(token: Token, ontology: Ontology) -> _Found | None:
    """By somebody's account, set apart: "In Hale's version of events,", "In the words of Hale,".

    Of "on that view," nobody is named who has it.
    """
    if not _opens(token):
        return None
    doc = token.doc
    nouns = (t for t in doc[token.i + 1 : token.i + 9] if t.pos_ in ("NOUN", "PROPN"))
    pairs = ontology.words["AccountPhrase"]
    noun = next((t for t in nouns if f"{token.lower_} {t.lower_}" in pairs), None)
    if noun is None or syntax.preposition(noun) != token.lower_:
        return None
    last = next((t.i - 1 for t in doc[noun.i + 1 : noun.i + 9] if t.is_punct), None)
    if last is None or last > max(syntax.phrase(noun)[1], noun.right_edge.i):
        return None
    if last > noun.i and doc[noun.i + 1].lower_ != "of":
        return None  # "in her account at the bank, …"
    if any(t.lower_ in ("this", "that") for t in syntax.determiners(noun)):
        return (token.i, noun.i), None, last
    before = [*syntax.possessors(noun), *syntax.compounds(noun)]
    behind = [t for word, t in syntax.noun_modifiers(noun) if word == "of"]
    if not before and not any(t.lower_ == "the" for t in syntax.determiners(noun)):
        return None  # "in view of the report", "on account of the rain"
    owner = next(iter(before or behind), None)
    if owner is not None and len(before) > 1:
        return None  # "on Hale's bank account, …"
    return None if owner is None else ((token.i, noun.i), syntax.name_head(owner).i, last)


def _opens(token: Token) -> bool:
    """Whether a phrase is set apart, or stands behind a joining word that opens its sentence."""
    joined = token.i > token.sent.start and token.nbor(-1).pos_ in ("CCONJ", "ADV")
    return _set_apart(token) or (joined and token.i == token.sent.start + 1)


def _as_seen(token: Token, ontology: Ontology) -> _Found | None:
    """As somebody sees it, apart: "As police have it,", "To hear Hale tell it,", "The way Hale has it,"."""
    doc = token.doc
    heard = token.lower_ == "to" and token.nbor().lower_ == "hear"
    heard = heard or (token.lower_ == "the" and token.nbor().lower_ == "way")
    if not (heard or token.lower_ == "as") or not _opens(token):
        return None
    near = doc[token.i + 2 : min(token.i + 9, token.sent.end - 1)]
    it = next((t for t in near if t.lower_ == "it" and t.nbor().is_punct), None)
    listed = ontology.words["SeeingVerb"]
    if it is None:
        return None
    verb = it.nbor(-1)
    if verb.lemma_ not in ("tell", "see") if heard else verb.lower_ not in listed:
        return None
    who = verb.nbor(-2 if verb.nbor(-1).lower_ == "would" else -1)
    if who.pos_ not in _NOUNS:
        return None
    return (token.i, token.i + heard), syntax.top_of_phrase(who).i, it.i


def _from_what(token: Token, ontology: Ontology) -> _Found | None:
    """From what somebody says: "From what police say, …"."""
    if token.lower_ not in ("from", "by") or token.nbor().lower_ != "what" or not _opens(token):
        return None
    near = token.doc[token.i + 3 : min(token.i + 9, token.sent.end - 1)]
    verb = next((t for t in near if syntax.is_finite(t) and syntax.own_subjects(t)), None)
    if verb is None or not verb.nbor().is_punct:
        return None
    ways = ontology.evoked_by(verb.lower_, verb.lemma_)
    told = any(way.action.reports for way in ways)
    return ((token.i, token.i + 1), syntax.own_subjects(verb)[0].i, verb.i) if told else None


def _to_whom(token: Token) -> _Found | None:
    """To somebody, before words of their own: "To her, “nothing has changed”"."""
    if token.lower_ != "to":
        return None
    who, comma = token.nbor(), token.nbor(2) if token.i + 3 < len(token.doc) else None
    marked = comma is not None and comma.text == "," and comma.nbor().is_quote
    if who.pos_ != "PRON" or not marked:
        return None
    return (token.i, token.i), who.i, token.i + 2


def _set_apart(token: Token) -> bool:
    """Whether a phrase begins its sentence, or stands after a comma or a closing mark."""
    return token.i == token.sent.start or token.nbor(-1).text == "," or token.nbor(-1).is_quote


def _ends(noun: Token) -> bool:
    """Whether nothing more belongs to a noun: "in her view", not "in her view of the pier"."""
    return noun.right_edge.i == noun.i or noun.doc[noun.i + 1].is_punct


def _words_of(doc: Doc, first: int, last: int) -> tuple[int, int] | None:
    """A range without punctuation at its edges; none where no word is left."""
    while first <= last and doc[first].is_punct:
        first += 1
    while last >= first and doc[last].is_punct:
        last -= 1
    return (first, last) if first <= last else None
