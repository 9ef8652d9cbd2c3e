"""Find the passages that may refer to a person, a body or a place: names, role phrases and pronouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from ..gazetteer import Known, Words
from ..model import MentionKind
from . import syntax
from .knowledge import Knowledge

#: What the pipeline's name labels mean here; labels of pipelines trained on OntoNotes are mapped too.
_CLASS_OF_LABEL = {
    "PERSON": "Person",
    "PER": "Person",
    "ORG": "Organisation",
    "LOC": "Place",
    "GPE": "Place",
    "FAC": "Place",
}
#: Third person: form -> gender; first and second person and "it" have none.
PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "Male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "Female"),
}
FIRST_PERSON = frozenset(("i", "me", "my", "mine", "myself"))
_BEFORE_HOLDER = frozenset(("former", "ex", "ex-", "previous", "then", "late", "next", "future", "deputy"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’", "‘s"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may refer, as tokens `first` to `last` (included), with what its own words tell."""

    first: int
    last: int
    head: int
    kind: MentionKind
    cls: str | None = None
    name: str = ""
    """A name without titles and post-nominals; the words of a description without its article."""
    title: str | None = None
    gender: str | None = None
    plural: bool = False
    known: str | None = None
    """Key of the gazetteer entity that bears exactly this name."""
    post: str | None = None
    """Key of the post that a description names ("the Home Secretary")."""
    former: bool = False
    modifies: bool = False
    """Whether the name only modifies a noun ("Labour MPs", "Whitehall-led"): linked, but no actor."""
    definite: bool = False

    def covers(self, index: int) -> bool:
        """Whether the candidate includes the token at `index`."""
        return self.first <= index <= self.last


def find_mentions(doc: Doc, knowledge: Knowledge) -> list[Candidate]:
    """The candidates of a Doc in reading order: names overlap no names, but descriptions may hold them."""
    known, posts = knowledge.match(doc)
    of_gazetteer = _without_overlap(_gazetteer_names(doc, known))
    names = _without_overlap(
        [
            *of_gazetteer,
            *_titled_names(doc, knowledge),
            *_body_names(doc, knowledge),
            *_person_names(doc, knowledge),
            *_pipeline_names(doc, knowledge, of_gazetteer),
        ]
    )
    names = [_completed(name, doc, knowledge) for name in names]
    in_name = {i for name in names for i in range(name.first, name.last + 1)}
    starts = {name.first for name in names}
    nominals = [*_posts(doc, posts, in_name), *_nominals(doc, knowledge, in_name, starts)]
    nominals = _without_overlap(nominals)
    names = [_inside_description(name, nominals, doc) for name in names]
    pronouns = [_pronoun(token) for token in doc if _is_pronoun(token) and token.i not in in_name]
    return sorted([*names, *nominals, *pronouns], key=_reading_order)


def _inside_description(name: Candidate, nominals: Sequence[Candidate], doc: Doc) -> Candidate:
    """A name that opens a description only modifies it, unless it owns it: "the Marlow MP"."""
    opens = any(n.first <= name.first and name.last < n.last for n in nominals)
    owner = name.last + 1 < len(doc) and doc[name.last + 1].lower_ in _POSSESSIVE
    return replace(name, modifies=True) if opens and not owner else name


def _reading_order(candidate: Candidate) -> tuple[int, int]:
    return candidate.first, -candidate.last


def _without_overlap(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Keep the longest of overlapping candidates, the first given where equally long."""
    ranked = sorted(enumerate(candidates), key=_longest_then_first)
    kept: list[Candidate] = []
    taken: set[int] = set()
    for _, candidate in ranked:
        tokens = range(candidate.first, candidate.last + 1)
        if taken.isdisjoint(tokens):
            kept.append(candidate)
            taken.update(tokens)
    return kept


def _longest_then_first(ranked: tuple[int, Candidate]) -> tuple[int, int]:
    rank, candidate = ranked
    return candidate.first - candidate.last, rank


def _text(doc: Doc, first: int, last: int) -> str:
    return " ".join(doc[first : last + 1].text.split())


def _head(doc: Doc, first: int, last: int) -> int:
    """The token of a range whose own head lies outside it."""
    inside = [t for t in doc[first : last + 1] if not first <= t.head.i <= last or t.head == t]
    return inside[0].i if inside else last


def _gazetteer_names(doc: Doc, matched: Sequence[tuple[Span, Known, bool]]) -> Iterator[Candidate]:
    for span, known, adjective in matched:
        first, last = span.start, span.end - 1
        yield Candidate(
            first,
            last,
            _head(doc, first, last),
            MentionKind.NAME,
            cls=known.cls,
            name=span.text,
            gender=known.gender,
            known=known.key,
            modifies=adjective,
        )


def _is_capital(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        and not token.is_punct
        and token.pos_ not in ("DET", "PRON", "ADP", "CCONJ", "AUX", "SCONJ")
    )


def _titled_names(doc: Doc, knowledge: Knowledge) -> Iterator[Candidate]:
    """ "Ms Cooper", "Professor Alexis Jay": a title and the capitalised words after it."""
    honorifics = knowledge.gazetteer.words.honorifics
    for token in doc:
        if token.text.rstrip(".") not in honorifics or not token.text[:1].isupper():
            continue
        last = token.i
        while last + 1 < len(doc) and _is_capital(doc[last + 1]) and doc[last + 1].pos_ != "VERB":
            last += 1
        first = token.i
        last = _without_post_nominals(doc, first, last, knowledge.gazetteer.words)
        names = [t for t in doc[first : last + 1] if t.text.rstrip(".") not in honorifics]
        if names and doc[last].i == names[-1].i:
            gender = next(
                (g for t in doc[first : last + 1] if (g := honorifics.get(t.text.rstrip(".")))),
                None,
            )
            yield Candidate(
                first,
                last,
                _head(doc, first, last),
                MentionKind.NAME,
                cls="Person",
                name=_text(doc, names[0].i, last),
                title=token.text.rstrip("."),
                gender=gender,
            )


def _body_names(doc: Doc, knowledge: Knowledge) -> Iterator[Candidate]:
    """ "Marlow Council", "University of Marlow": capitalised words that hold the noun of a kind of body."""
    kinds = knowledge.gazetteer.words.name_nouns
    for token in doc:
        cls = kinds.get(token.text)
        if cls is None:
            continue
        first = last = token.i
        while first > 0 and _in_body_name(doc[first - 1], knowledge):
            first -= 1
        if first == token.i and last + 2 < len(doc) and doc[last + 1].lower_ in ("of", "for"):
            start = last + 2 + (doc[last + 2].lower_ == "the")
            while start < len(doc) and _is_capital(doc[start]):
                last = start
                start += 1
        if last > first:
            yield Candidate(
                first, last, _head(doc, first, last), MentionKind.NAME, cls=cls, name=_text(doc, first, last)
            )


def _in_body_name(token: Token, knowledge: Knowledge) -> bool:
    words = knowledge.gazetteer.words
    begins_sentence = token.is_sent_start and token.pos_ in ("ADV", "SCONJ", "VERB", "INTJ")
    return (
        _is_capital(token)
        and not begins_sentence
        and token.text not in words.honorifics
        and token.lower_ not in words.head_nouns
        and token.pos_ in ("PROPN", "NOUN", "ADJ", "NUM", "X")
    )


def _pipeline_names(doc: Doc, knowledge: Knowledge, known: Sequence[Candidate]) -> Iterator[Candidate]:
    words = knowledge.gazetteer.words
    for ent in doc.ents:
        cls = _CLASS_OF_LABEL.get(ent.label_)
        first, last = ent.start, ent.end - 1
        while first < last and (doc[first].lower_ in ("the", "a", "an") or doc[first].is_punct):
            first += 1
        while last > first and (doc[last].lower_ in _POSSESSIVE or doc[last].is_punct):
            last -= 1
        last = _without_post_nominals(doc, first, last, words)
        if cls is None or not any(t.text[:1].isupper() for t in doc[first : last + 1]):
            continue
        if any(t.lower_ in ("and", "or", ",", "&") for t in doc[first : last + 1]) and (
            cls != "Organisation" or any(first <= name.first and name.last <= last for name in known)
        ):
            continue  # two names, of which the gazetteer knows one
        if first == last and (
            doc[first].pos_ not in ("PROPN", "NOUN", "ADJ", "X") or doc[first].lower_ in words.head_nouns
        ):
            continue
        yield Candidate(
            first, last, _head(doc, first, last), MentionKind.NAME, cls=cls, name=_text(doc, first, last)
        )


def _person_names(doc: Doc, knowledge: Knowledge) -> Iterator[Candidate]:
    """Two or more capitalised words that begin with a given name, or that a person's role is set beside."""
    words = knowledge.gazetteer.words
    last = -1
    for token in doc:
        if token.i <= last or not _is_capital(token) or token.text in words.honorifics:
            continue
        last = token.i
        while last + 1 < len(doc) and _is_capital(doc[last + 1]) and _is_part_of_name(doc[last + 1]):
            last += 1
        last = _without_post_nominals(doc, token.i, last, words)
        given = token.text in words.genders and doc[last].tag_.startswith("NNP")
        if 0 < last - token.i < 4 and (given or _role_beside(doc, last, knowledge)):
            yield Candidate(
                token.i,
                last,
                _head(doc, token.i, last),
                MentionKind.NAME,
                cls="Person",
                name=_text(doc, token.i, last),
            )


def _is_part_of_name(token: Token) -> bool:
    return token.pos_ not in ("VERB", "ADV") or token.tag_.startswith("NNP")


def _without_post_nominals(doc: Doc, first: int, last: int, words: Words) -> int:
    """The last token of a name without the letters after it ("Ada Hale KC")."""
    while last > first and doc[last].text in words.post_nominals:
        last -= 1
    return last


def _role_beside(doc: Doc, last: int, knowledge: Knowledge) -> bool:
    """Whether ", the <role>" follows the last token of a name."""
    after = doc[last + 1 : last + 8]
    if len(after) < 3 or after[0].text != "," or after[1].pos_ not in ("DET", "PRON", "NOUN", "ADJ"):
        return False
    for token in after[1:]:
        if token.is_punct or token.pos_ in ("VERB", "AUX", "ADP"):
            return False
        cls = knowledge.gazetteer.words.head_nouns.get(token.lower_)
        if cls is not None:
            return knowledge.general_class(cls) == "Person"
    return False


def _completed(name: Candidate, doc: Doc, knowledge: Knowledge) -> Candidate:
    """A name with the titles before it and what its place in the sentence tells."""
    words = knowledge.gazetteer.words
    if (
        name.known is None
        and name.first < name.last
        and doc[name.first].lower_ in knowledge.ontology.time_nouns
    ):
        rest = _text(doc, name.first + 1, name.last)  # "On Monday Ada Hale said"
        name = replace(name, first=name.first + 1, name=rest)
    first, title, gender = name.first, name.title, name.gender
    cls = name.cls or "Organisation"
    person = knowledge.general_class(cls) == "Person"
    if person:
        while first > 0 and doc[first - 1].text.rstrip(".") in words.honorifics:
            first -= 1
            title = doc[first].text.rstrip(".")
            gender = gender or words.honorifics[title]
        given = doc[name.first if name.title is None else name.last].text
        gender = gender or words.genders.get(name.name.split()[0]) or words.genders.get(given)
    following = doc[name.last + 1] if name.last + 1 < len(doc) else None
    head = doc[_head(doc, first, name.last)]
    owner = following is not None and following.lower_ in _POSSESSIVE
    hyphened = following is not None and following.text == "-" and not following.whitespace_
    before_noun = (
        following is not None
        and following.pos_ in ("NOUN", "ADJ")
        and following.text not in words.post_nominals
        and head.head.i > name.last
        and syntax.is_name_part(head)
    )
    return replace(
        name,
        first=first,
        head=head.i,
        title=title,
        gender=gender,
        cls=cls,
        modifies=name.modifies or ((hyphened or before_noun) and not owner),
    )


def _posts(doc: Doc, matched: Sequence[tuple[Span, str]], in_name: set[int]) -> Iterator[Candidate]:
    for span, post in matched:
        first, last = span.start, span.end - 1
        if in_name & set(range(first, last + 1)):
            continue
        start, definite, former = first, False, False
        while (
            start > 0
            and doc[start - 1].pos_ in ("DET", "ADJ", "PROPN", "NOUN", "PRON", "PUNCT")
            and first - start < 4
        ):
            word = doc[start - 1]
            if word.is_punct and word.text != "-":
                break
            if word.pos_ in ("PROPN", "NOUN") and word.i not in in_name:
                break
            former = former or word.lower_ in _BEFORE_HOLDER
            start -= 1
            if word.pos_ == "DET":
                definite = word.lower_ in ("the", "this", "that")
                break
        yield Candidate(
            start,
            last,
            last,
            MentionKind.NOMINAL,
            cls="Person",
            name=_text(doc, first, last),
            post=post,
            former=former,
            definite=definite or start == first,
        )


def _nominals(doc: Doc, knowledge: Knowledge, in_name: set[int], names: set[int]) -> Iterator[Candidate]:
    words = knowledge.gazetteer.words
    for token in doc:
        cls = words.head_nouns.get(token.lower_)
        if cls is None or token.i in in_name or not _heads_a_phrase(token):
            continue
        if token.text[:1].isupper() and knowledge.general_class(cls) == "Place":
            continue  # part of a name: "Minister for Coasts"
        if token.i + 1 not in names and (syntax.is_premodifier(token) or _hyphened(token)):
            continue
        first, last = syntax.flat_phrase(token)
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


def _description(doc: Doc, first: int, last: int) -> str:
    while first < last and doc[first].pos_ == "DET" and not syntax.is_number_sign(doc[first]):
        first += 1
    return _text(doc, first, last)


def _is_pronoun(token: Token) -> bool:
    return token.lower_ in PRONOUNS or (token.lower_ in FIRST_PERSON and token.text != "i")


def _pronoun(token: Token) -> Candidate:
    return Candidate(
        token.i,
        token.i,
        token.i,
        MentionKind.PRONOUN,
        cls="Person",
        name=token.lower_,
        gender=PRONOUNS.get(token.lower_),
    )
