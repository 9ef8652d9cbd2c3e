"""Find descriptions: the names of posts, and noun phrases headed by a word for a person, body or place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..gazetteer import Words
from ..model import MentionKind
from . import syntax
from .candidates import Candidate, head_of, text_of
from .knowledge import Knowledge
from .tokens import Doc, Span, Token
from .typed_heads import THING, typed_heads

_BEFORE_HOLDER = frozenset(
    ("former", "ex", "ex-", "previous", "then", "late", "next", "future", "deputy", "acting")
)
#: Words before a post that leave it the post of whoever holds it now.
_CURRENT = frozenset(("new", "current", "incumbent", "british", "uk", "present"))
_DEFINITE = frozenset(("the", "this", "our", "britain's"))
#: Words before a noun in the singular that make a mass of it.
_MASS = frozenset(("all", "much", "little", "more", "less", "enough"))


def post_phrases(
    doc: Doc, matched: Sequence[tuple[Span, str]], names: Sequence[Candidate], knowledge: Knowledge
) -> Iterator[Candidate]:
    """The names of posts with the words before them that belong to them: "the former Home Secretary"."""
    naming = {i: name for name in names for i in range(name.first, name.last + 1)}
    for span, post in matched:
        first, last = span.start, span.end - 1
        exact = knowledge.gazetteer.posts[post].exact
        inside = (name for i in range(first, last + 1) if (name := naming.get(i)))
        if any(not (exact and _is_within(name, first, last)) for name in inside):
            continue
        head = head_of(doc, first, last) if exact else last
        start = min(syntax.flat_phrase(doc[head])[0], first)
        before = [t for t in doc[start:first] if not t.is_punct]
        article = before[0] if before and (before[0].pos_ == "DET" or before[0].tag_ == "PRP$") else None
        words = before[1:] if article is not None else before
        if start > 0 and doc[start - 1].lower_ in _BEFORE_HOLDER:
            words = [doc[start - 1], *words]  # "then Home Secretary Ada Hale"
        party = _party(words, naming, knowledge)
        former = any(word.lower_ in _BEFORE_HOLDER for word in words)
        others = [w for w in words if w.lower_ not in _CURRENT and (party is None or w.i not in naming)]
        indefinite = article is not None and article.lower_ not in _DEFINITE
        yield Candidate(
            start,
            last,
            head,
            MentionKind.NOMINAL,
            cls="Person",
            name=text_of(doc, first, last),
            post=post,
            former=former,
            qualified=bool(others) or indefinite or _is_elsewhere(doc, last),
            party=party,
            definite=not indefinite,
        )


def _is_within(name: Candidate, first: int, last: int) -> bool:
    """Whether a name is only a part of a post's: the place in "MP for Marlow"."""
    return first <= name.first and name.last <= last and name.last - name.first < last - first


def _party(words: Sequence[Token], naming: Mapping[int, Candidate], knowledge: Knowledge) -> str | None:
    """The party of the post's own country that stands before it ("the Tory …"); none for any other name."""
    for word in words:
        key = naming[word.i].known if word.i in naming else None
        if key is not None:
            known = knowledge.gazetteer.known[key]
            home = known.source == knowledge.gazetteer.post_scope
            return key if home and knowledge.general_class(known.cls) == "Organisation" else None
    return None


def _is_elsewhere(doc: Doc, last: int) -> bool:
    """Whether what follows a post makes it another's or another time's: "of France", "at the time"."""
    after = [t.lower_ for t in doc[last + 1 : last + 4]]
    return after[:1] == ["of"] or after == ["at", "the", "time"]


def role_phrases(doc: Doc, knowledge: Knowledge, in_name: set[int], names: set[int]) -> Iterator[Candidate]:
    """The noun phrases that denote a person, a body or a place, outside names.

    Args:
        doc: the Doc.
        knowledge: its word lists.
        in_name: the tokens of names.
        names: the first token of each name.
    """
    words = knowledge.gazetteer.words
    typed = typed_heads(doc)
    for token in doc:
        if token.i in in_name:
            continue
        listed, kind = words.head_nouns.get(token.lower_), typed.get(token.i)
        if listed is None and kind in (None, THING):
            continue
        cls = _denoted(token, listed, kind, knowledge)
        if cls is None:
            continue
        if token.text[:1].isupper() and knowledge.general_class(cls) == "Place":
            continue  # part of a name: "Minister for Coasts"
        if token.i + 1 not in names and (syntax.is_premodifier(token) or _hyphened(token)):
            continue
        first, last = syntax.flat_phrase(token)
        last = _end_of_title(token, in_name, cls)
        first = max([first, *(t.i + 1 for t in doc[first : token.i] if t.i - 1 in in_name and _is_dash(t))])
        determiner = doc[first].lower_
        plural = _is_plural(token, words)
        yield Candidate(
            first,
            last,
            token.i,
            MentionKind.NOMINAL,
            cls=cls,
            name=_description(doc, first, last),
            gender=words.genders.get(token.lower_),
            plural=plural,
            former=any(t.lower_ in _BEFORE_HOLDER for t in doc[first : last + 1]),
            definite=determiner in ("the", "this", "that", "these", "those") or doc[first].tag_ == "PRP$",
        )


def _end_of_title(noun: Token, in_name: set[int], cls: str) -> int:
    """Where the noun for a person ends that goes on with a bare one: "secretary of state"."""
    doc, last = noun.doc, noun.i
    if cls != "Person" or last + 2 >= noun.sent.end or doc[last + 1].lower_ != "of":
        return last
    field = doc[last + 2]
    plain = field.pos_ in ("NOUN", "PROPN") and "Plur" not in field.morph.get("Number", [])
    return field.i if plain and field.i not in in_name and syntax.stands_bare_on(field, noun) else last


def _denoted(token: Token, listed: str | None, typed: str | None, knowledge: Knowledge) -> str | None:
    """The class of person, body or place that a noun denotes; none for a thing.

    The list says it first. The pipeline, which reads the noun in its sentence, may take back a person or a
    place ("a pilot scheme"), and says it of nouns that no list has.
    """
    if _is_condition(token, knowledge):
        return None
    if listed is None:
        words = knowledge.ontology.words
        plain = token.pos_ == "NOUN" and token.lower_ not in words["QuantityNoun"]
        given = token.lower_ in words["MeasureNoun"] and _counts_none(token)  # "asked for asylum"
        plain = plain and not given
        return typed if plain and typed != THING else None
    if not _heads_a_phrase(token):
        return None
    general = knowledge.general_class(listed)
    taken_back = typed == THING and (general in ("Person", "Place") or _counts_none(token))
    return None if taken_back else listed


def _is_condition(noun: Token, knowledge: Knowledge) -> bool:
    """Whether a noun tells how things are, and no place: "a state of emergency"."""
    if noun.lower_ not in knowledge.ontology.words["ConditionNoun"] or noun.i + 2 >= len(noun.doc):
        return False
    following = noun.doc[noun.i + 1 : noun.i + 3]
    return following[0].lower_ == "of" and following[1].pos_ == "NOUN"


def _counts_none(noun: Token) -> bool:
    """Whether a singular noun stands without what would make one of it: "lost all trust", "halt work"."""
    if noun.tag_ != "NN" or syntax.possessors(noun) or syntax.attributes(noun):
        return False
    return all(
        word.lower_ in ("all", "much", "little", "more", "less", "enough")
        for word in syntax.determiners(noun)
    )


def _is_plural(token: Token, words: Words) -> bool:
    """Whether a listed noun stands in the plural; taggers miss it in capitals ("MPs")."""
    listed = token.lower_.endswith("s") and token.lower_[:-1] in words.head_nouns
    return listed or "Plur" in token.morph.get("Number", []) or token.lower_ == "police"


def _heads_a_phrase(token: Token) -> bool:
    """Whether a listed noun is used as one: taggers take "the chief executive of" for an adjective."""
    following = token.nbor().pos_ if token.i + 1 < len(token.doc) else "PUNCT"
    return token.pos_ in ("NOUN", "PROPN") or (
        token.pos_ == "ADJ" and following in ("ADP", "PUNCT", "AUX", "PART")
    )


def _hyphened(token: Token) -> bool:
    """Whether a noun is the first part of a hyphened word ("victim-centred")."""
    return token.i + 1 < len(token.doc) and token.nbor().text == "-" and not token.whitespace_


def _is_dash(token: Token) -> bool:
    """Whether a hyphen stands between spaces, as a dash: "Hale attacked Reed - police"."""
    return token.text == "-" and bool(token.whitespace_) and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _description(doc: Doc, first: int, last: int) -> str:
    while first < last and doc[first].pos_ == "DET" and not syntax.is_number_sign(doc[first]):
        first += 1
    return text_of(doc, first, last)
