"""Find names: known ones, titled ones, those of bodies and people, and those that the pipeline sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from ..gazetteer import Known, Words
from ..model import MentionKind
from . import syntax
from .candidates import POSSESSIVE, Candidate, head_of, text_of
from .hyphened_names import ends_a_post, over_hyphens
from .knowledge import Knowledge
from .member_mentions import are_members
from .tokens import Doc, Span, Token
from .typed_heads import typed_heads

#: What the pipeline's name labels mean here; labels of pipelines trained on OntoNotes are mapped too.
_CLASS_OF_LABEL = {
    "PERSON": "Person",
    "PER": "Person",
    "ORG": "Organisation",
    "LOC": "Place",
    "GPE": "Place",
    "FAC": "Place",
}


def gazetteer_names(
    doc: Doc, matched: Sequence[tuple[Span, Known, bool]], knowledge: Knowledge
) -> Iterator[Candidate]:
    """The names that the gazetteer knows."""
    typed = typed_heads(doc)
    kinds = knowledge.ontology.words["KindAttribute"]
    spoken = knowledge.ontology.words["LanguageVerb"]
    common = {span.text for span, _, _ in matched if _is_one_of_many(span, kinds)}
    for span, known, adjective in matched:
        first, last = span.start, span.end - 1
        place = knowledge.general_class(known.cls) == "Place"
        if first == last and typed.get(first) == "Person" and place and not syntax.is_called_which(span[0]):
            continue  # a person called like a place: "Ms Derby"
        if are_members(span, known) or span.text in common:
            continue
        if place and adjective and syntax.is_language(span[0], spoken):
            continue
        yield Candidate(
            first,
            last,
            head_of(doc, first, last),
            MentionKind.NAME,
            cls=known.cls,
            name=span.text,
            gender=known.gender,
            known=known.key,
            modifies=adjective,
        )


def _is_one_of_many(span: Span, kinds: Set[str]) -> bool:
    """Whether letters that a body goes by are a common noun: "a super PAC", then "the PAC" too."""
    if len(span) != 1 or not span.text.isupper() or not 2 <= len(span.text) <= 5:
        return False
    first, _ = syntax.flat_phrase(span[0])
    before = span.doc[first : span.start]
    plain = span.start > 0 and span.doc[span.start - 1].lower_ in kinds
    return plain or (bool(before) and before[0].lower_ in ("a", "an"))


def _plain(doc: Doc, first: int, last: int, cls: str) -> Candidate:
    """A name that is all its words; one word in the plural names several people: "Americans"."""
    plural = first == last and cls == "Person" and doc[first].tag_ == "NNPS"
    head, name = head_of(doc, first, last), text_of(doc, first, last)
    return Candidate(first, last, head, MentionKind.NAME, cls=cls, name=name, plural=plural)


def _is_capital(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        and not token.is_punct
        and token.pos_ not in ("DET", "PRON", "ADP", "CCONJ", "AUX", "SCONJ")
    )


def titled_names(doc: Doc, knowledge: Knowledge) -> Iterator[Candidate]:
    """A title and the capitalised words after it: "Ms Hale", "Professor Ada Hale"."""
    honorifics = knowledge.gazetteer.words.honorifics
    for token in doc:
        if not token.text[:1].isupper() or token.text.rstrip(".") not in honorifics or ends_a_post(token):
            continue
        last = token.i
        while last + 1 < len(doc) and _is_capital(doc[last + 1]) and doc[last + 1].pos_ != "VERB":
            if doc[last + 1].is_sent_start:
                break
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
                head_of(doc, first, last),
                MentionKind.NAME,
                cls="Person",
                name=text_of(doc, names[0].i, last),
                title=token.text.rstrip("."),
                gender=gender,
            )


def body_names(doc: Doc, knowledge: Knowledge) -> Iterator[Candidate]:
    """Capitalised words that hold the noun of a kind of body: "Marlow Council", "University of Marlow"."""
    kinds = knowledge.gazetteer.words.name_nouns
    for token in doc:
        cls = kinds.get(token.text)
        if cls is None:
            continue
        first = last = token.i
        while not doc[first].is_sent_start and first > 0 and _in_body_name(doc[first - 1], knowledge):
            first -= 1
        if first == token.i and last + 2 < len(doc) and doc[last + 1].lower_ in ("of", "for"):
            start = last + 2 + (doc[last + 2].lower_ == "the")
            while start < len(doc) and _is_capital(doc[start]) and not doc[start].is_sent_start:
                last = start
                start += 1
        if last > first:
            yield _plain(doc, first, last, cls)


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


def pipeline_names(doc: Doc, knowledge: Knowledge, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """The names that the pipeline sees, unless one runs together two of which the gazetteer knows one."""
    words = knowledge.gazetteer.words
    for ent in doc.ents:
        cls = _CLASS_OF_LABEL.get(ent.label_)
        first, last = ent.start, ent.end - 1
        while first < last and (doc[first].lower_ in ("the", "a", "an") or doc[first].is_punct):
            first += 1
        while last > first and (doc[last].lower_ in POSSESSIVE or doc[last].is_punct):
            last -= 1
        while last > first and syntax.is_time_of_its_own(doc[last]):
            last -= 1
        last = _without_post_nominals(doc, first, last, words)
        if cls == "Person":
            last = over_hyphens(doc, last)
            cls = "Place" if _is_seat(doc, last, knowledge) else cls
            cls = "Organisation" if syntax.is_called_which(doc[last]) else cls
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
        yield _plain(doc, first, last, cls)


def headed_names(doc: Doc, taken: set[int], knowledge: Knowledge) -> Iterator[Candidate]:
    """The capitalised words that head a mention of a person and that nothing else calls a name or a role."""
    roles = knowledge.gazetteer.words.head_nouns
    opening = knowledge.ontology.words["NameOpening"]
    for index, cls in sorted(typed_heads(doc).items()):
        token = doc[index]
        if cls != "Person" or index in taken or token.pos_ != "PROPN" or not _is_capital(token):
            continue
        first = last = index
        while first - 1 not in taken and first > 0 and _of_one_name(doc[first - 1], token, opening):
            first -= 1
        while last + 1 not in taken and last + 1 < len(doc) and _of_one_name(doc[last + 1], token, opening):
            last += 1
        if not any(t.lower_ in roles for t in doc[first : last + 1]):
            yield _plain(doc, first, last, cls)


def _of_one_name(token: Token, head: Token, opening: Set[str]) -> bool:
    if not _is_capital(token):
        return False
    if token.lower_ in opening and token.head == head and token.ent_type_ == head.ent_type_ != "":
        return True  # "New Yorkers", where a parse takes "New" for an adjective
    return token.pos_ == "PROPN" and syntax.name_head(token) == syntax.name_head(head)


def person_names(doc: Doc, knowledge: Knowledge) -> Iterator[Candidate]:
    """Two or more capitalised words that begin with a given name, or that a person's role is set beside."""
    words = knowledge.gazetteer.words
    last = -1
    for token in doc:
        if token.i <= last or not _is_capital(token) or token.text in words.honorifics:
            continue
        last = token.i
        while last + 1 < len(doc) and _goes_on(doc[last + 1]):
            last += 1
        while last > token.i and syntax.is_time_of_its_own(doc[last]):
            last -= 1
        last = _without_post_nominals(doc, token.i, last, words)
        given = token.text in words.genders and doc[last].tag_.startswith("NNP")
        several = 0 < last - token.i < 4 and (given or _role_beside(doc, last, knowledge))
        if several or (last - token.i < 4 and _speaks(doc, token.i, last, knowledge)):
            yield _plain(doc, token.i, last, "Place" if _is_seat(doc, last, knowledge) else "Person")


def _is_seat(doc: Doc, last: int, knowledge: Knowledge) -> bool:
    """Whether a name is that of a seat: "Oxley North MP Ada Hale"; after a person's letters comes no name."""
    letters, name = (*doc[last + 1 : last + 3], None, None)[:2]
    if letters is None or name is None or letters.text not in knowledge.ontology.words["OfficeLetters"]:
        return False
    return name.pos_ == "PROPN" and _is_capital(name) and not name.is_sent_start


def _goes_on(token: Token) -> bool:
    """Whether a name may go on with a word: a line without a full stop before it ends one all the same."""
    if token.is_sent_start or not _is_capital(token):
        return False
    return token.pos_ not in ("VERB", "ADV") or token.tag_.startswith("NNP")


def _without_post_nominals(doc: Doc, first: int, last: int, words: Words) -> int:
    """The last token of a name without the letters after it ("Ada Hale KC")."""
    while last > first and doc[last].text.rstrip(".") in words.post_nominals:
        last -= 1
    return last


def _speaks(doc: Doc, first: int, last: int, knowledge: Knowledge) -> bool:
    """Whether capitalised words that the pipeline takes for no name stand where a quote names its speaker.

    So they do in "…,” Hale said." and "…,” said Ada Hale.".
    """
    if any(t.ent_type_ or t.lower_ in knowledge.gazetteer.words.head_nouns for t in doc[first : last + 1]):
        return False
    before, after = first - 1, last + 1
    if before > 0 and doc[before].is_quote and after < len(doc):
        return _reports(doc[after], knowledge)
    return before > 1 and _reports(doc[before], knowledge) and doc[before - 1].is_quote


def _reports(token: Token, knowledge: Knowledge) -> bool:
    ways = knowledge.ontology.evoked_by(token.lower_, token.lemma_)
    return syntax.is_finite(token) and any(way.action.reports for way in ways)


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


def _opens_before_name(word: Token, knowledge: Knowledge) -> bool:
    """Whether the first word of what is taken for a name is none: "On Monday Ada Hale", "Now Ada Hale"."""
    listed = knowledge.ontology.words
    return word.lower_ in listed["TimeNoun"] or (word.is_sent_start and word.lower_ in listed["OpeningWord"])


def completed(name: Candidate, doc: Doc, knowledge: Knowledge) -> Candidate:
    """A name with the titles before it and what its place in the sentence tells."""
    words = knowledge.gazetteer.words
    if name.known is None and name.first < name.last and _opens_before_name(doc[name.first], knowledge):
        rest = text_of(doc, name.first + 1, name.last)  # "On Monday Ada Hale said"
        name = name._replace(first=name.first + 1, name=rest)
    first, title, gender = name.first, name.title, name.gender
    cls = name.cls or "Organisation"
    person = knowledge.general_class(cls) == "Person"
    if person:
        while first > 0 and doc[first - 1].text.rstrip(".") in words.honorifics:
            if ends_a_post(doc[first - 1]):
                break
            first -= 1
            title = doc[first].text.rstrip(".")
            gender = gender or words.honorifics[title]
        given = doc[name.first if name.title is None else name.last].text
        gender = gender or words.genders.get(name.name.split()[0]) or words.genders.get(given)
    following = doc[name.last + 1] if name.last + 1 < len(doc) else None
    head = doc[head_of(doc, first, name.last)]
    owner = following is not None and following.lower_ in POSSESSIVE
    hyphened = following is not None and following.text == "-" and not following.whitespace_
    before_noun = (
        following is not None
        and following.pos_ in ("NOUN", "ADJ")
        and following.text not in words.post_nominals
        and head.head.i > name.last
        and syntax.is_name_part(head)
    )
    return name._replace(
        first=first,
        head=head.i,
        title=title,
        gender=gender,
        cls=cls,
        modifies=name.modifies or ((hyphened or before_noun) and not owner),
    )
