"""What a verb reports without a clause: the thing that is denied, praised or called something.

What is denied or promised is there in the words of the speaker alone. What is praised or condemned is there
whoever speaks, so that an object whose own words tell of a happening stays the article's.
"""

from __future__ import annotations

from ..ontology import Evocation, Ontology
from . import syntax
from .contents import Ranges
from .tokens import Doc, Token
from .triggers import evocation

#: What links a noun for words to what they are about.
_ABOUT = ("about", "against", "for", "of", "on", "over", "to")
_DASHES = frozenset(("–", "—", "―", "-", "--"))


def topic(verb: Token, evoked: Evocation | None, ontology: Ontology) -> Ranges:
    """The object of a verb that reports one, with what is said of it; nothing where it has none."""
    words, wording = ontology.words, _wording(verb, evoked)
    claims, speaks = wording in words["ClaimingVerb"], wording in words["TopicVerb"]
    names = wording in words["NamingVerb"]
    if (names or speaks) and syntax.passive(verb):
        return _named(verb, names)
    if not (claims or speaks or names):
        recounted = _recounted(verb, ontology)
        if recounted is not None:
            return (recounted,)
    if not (claims or speaks or names or _may_name(verb)):
        return ()
    found = _topic(verb, evoked, ontology, claims=claims, speaks=speaks, names=names)
    marked = _marked_after(verb) if names else None
    held = bool(found) and marked is not None and found[0][0] < marked[1] <= found[0][1]
    return found if marked is None or held else (marked,)


def _named(verb: Token, names: bool) -> Ranges:
    """What something is called by somebody, or between marks: "labelled as a “witch hunt” by Hale"."""
    said = [part for part in syntax.said_of(verb, verb) if syntax.preposition(part) in (None, "as")]
    marked = bool(said) and any(t.is_quote for t in said[0].subtree)
    named = bool(said) and names and (bool(syntax.subjects(verb)) or _has_told(said[0]))
    return (syntax.object_phrase(said[0]),) if marked or named else ()


def _has_told(noun: Token) -> bool:
    """Whether a clause tells what somebody did who is only called that: "depicted as a man who lied"."""
    return any(syntax.is_relative_clause(clause) for clause in noun.rights)


def _may_name(verb: Token) -> bool:
    """Whether a verb of no list may name its object, between marks: "went after Hale as a “liar”".

    "Blasted the decision to close it as “reckless”" says nothing by who closes it.
    """
    if syntax.passive(verb) or syntax.is_infinitive(verb):
        return False
    return syntax.has_quotation_marks(verb)


def _topic(
    verb: Token, evoked: Evocation | None, ontology: Ontology, *, claims: bool, speaks: bool, names: bool
) -> Ranges:
    heads = _objects(verb, evoked, ontology)
    said = syntax.said_of(verb, heads[-1]) if heads else []
    if not (claims or speaks or names):
        said = said or syntax.said_of(verb, verb)
        heads = heads or [noun for _, noun in syntax.obliques(verb) if verb.i < noun.i <= verb.i + 4]
        names = any(_quoted_as(part) for part in said) and bool(heads) and heads[0] not in said
        if not names:
            return ()
    within = syntax.closing_as(heads[-1]) if (names or speaks) and heads and not said else None
    if within is not None:
        said, names = [within], True
    if names and not heads and syntax.own_subjects(verb):
        # "the plan that Hale called “a mess”"; without marks it is as often no naming at all
        called = syntax.said_of(verb, verb)
        heads, said = [t for t in called if _has_told(t) or any(c.is_quote for c in t.subtree)], []
        claims = True
    if not heads or not (claims or speaks or said):
        return ()
    recounts = _wording(verb, evoked) in ontology.words["RecountingVerb"]
    found: list[tuple[int, int]] = []
    for part in (*heads, *said):
        whole = syntax.object_phrase(part)
        kept = whole if claims or (names and part in said) else _introduced(part) if recounts else None
        kept = kept or _without_happening(part, ontology)
        if kept is None and (found or not names):
            break
        if kept is not None:
            found.append(kept)
            if kept != whole:
                break
    if not found or found[0][0] < verb.i:
        return ()
    first = min(first for first, _ in found)
    return ((first, _up_to_dash(verb.doc, first, max(last for _, last in found))),)


def topic_of_noun(noun: Token, ontology: Ontology) -> Ranges:
    """What a noun for somebody's words is about: "Hale's criticism of the plan", "her call for a review"."""
    about = [head for word, head in syntax.noun_modifiers(noun) if word in _ABOUT]
    kept = _without_happening(about[0], ontology) if about else None
    return () if kept is None else (kept,)


def _without_happening(noun: Token, ontology: Ontology) -> tuple[int, int] | None:
    """The phrase of a noun up to what tells of a happening in it: "the mess after Hale's resignation"."""
    first, last = syntax.object_phrase(noun)
    told = [syntax.branch(noun, t) for t in noun.doc[first : last + 1] if _tells(t, ontology)]
    if not told:
        return first, last
    return syntax.object_phrase(noun, before=min(told)) if min(told) > noun.i else None


def _recounted(verb: Token, ontology: Ontology) -> tuple[int, int] | None:
    """Of whom a verb tells by its preposition: "spoke of a man who hit her"."""
    listed = ontology.words["RecountingVerb"]
    told = (n for word, n in syntax.obliques(verb) if f"{verb.lemma_} {word}" in listed and n.i > verb.i)
    return next((found for n in told if (found := _introduced(n)) is not None), None)


def _introduced(noun: Token) -> tuple[int, int] | None:
    """Somebody of whom only the speaker tells, and what: "a man who hit her", not "the man who"."""
    clause = next((c for c in noun.rights if syntax.is_relative_clause(c)), None)
    if clause is None or noun.pos_ == "PROPN" or syntax.possessors(noun):
        return None
    words = [t.lower_ for t in syntax.determiners(noun)]
    plural = not words and "Plur" in noun.morph.get("Number", ())
    new = plural or not {"a", "an", "some"}.isdisjoint(words)
    apart = noun.doc[clause.left_edge.i - 1].is_punct or clause.left_edge.is_punct
    return (syntax.phrase(noun)[0], clause.right_edge.i) if new and not apart else None


def _marked_after(verb: Token) -> tuple[int, int] | None:
    """What an active naming verb takes up to the end of quoted words, whatever the parse made of them.

    So "Hale's plan on Friday “a disgrace" in "called Hale's plan on Friday “a disgrace” to the town"; no word
    of another clause may stand between.
    """
    doc, end = verb.doc, verb.sent.end
    opening = next((t for t in doc[verb.i + 1 : min(verb.i + 11, end)] if t.is_quote or _parts(t)), None)
    if opening is None or not opening.is_quote or any(map(syntax.is_verb, doc[verb.i + 1 : opening.i])):
        return None
    closing = next((t.i for t in doc[opening.i + 2 : opening.i + 60] if t.is_quote), None)
    return None if closing is None else (verb.i + 1, closing - 1)


def _parts(token: Token) -> bool:
    """Whether a mark parts phrases: neither a hyphen nor the stop of "Mr."."""
    return token.is_punct and token.text != "-"


def _up_to_dash(doc: Doc, first: int, last: int) -> int:
    """The last token of a topic before a dash after quoted words: what follows is the article's aside."""
    dashes = (i for i in range(first + 1, last) if doc[i].text in _DASHES and doc[i - 1].is_quote)
    return next(dashes, last + 1) - 1


def _quoted_as(part: Token) -> bool:
    """Whether somebody's own words say as what a verb takes its object: "as a “disgrace”"."""
    words = part.doc[part.left_edge.i : part.i + 1]
    return words[0].lower_ == "as" and any(t.is_quote for t in words[1:4])


def _wording(verb: Token, evoked: Evocation | None) -> str:
    """What lists of verbs have for a verb, or for the expression that it begins."""
    if evoked is None or not evoked.rest:
        return verb.lower_
    return " ".join((evoked.lemma, *evoked.rest))


def _objects(verb: Token, evoked: Evocation | None, ontology: Ontology) -> list[Token]:
    """The objects after an active verb, or after the preposition that ends its expression."""
    if syntax.passive(verb):
        return []
    if syntax.is_infinitive(verb) and not any(t.is_quote for t in verb.doc[verb.i : verb.right_edge.i + 1]):
        return []
    rest = evoked.rest if evoked is not None else ()
    found = [noun for word, noun in syntax.obliques(verb) if rest and word == rest[-1]] or syntax.objects(
        verb
    )
    times = ontology.words["TimeNoun"]
    return [noun for noun in found if noun.i > verb.i and noun.lower_ not in times]


def _tells(token: Token, ontology: Ontology) -> bool:
    """Whether a word tells of a happening: "the council's rejection", "the law that Hale signed"."""
    if token.pos_ == "NOUN":
        return token.lower_ in ontology.nouns and _is_owned(token)
    quoted = any(t.is_quote for t in token.subtree)  # "a mayor who “lied to us”": that is the speaker's word
    return syntax.narrates(token) and not quoted and evocation(token, ontology) is not None


def _is_owned(noun: Token) -> bool:
    by = (word for word, _ in syntax.noun_modifiers(noun))
    return bool(syntax.possessors(noun) or syntax.compounds(noun)) or "by" in by
