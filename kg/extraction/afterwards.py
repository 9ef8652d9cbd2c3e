"""Words that give what stands before them to somebody: "Hale lied. So says Marsh." and the like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..ontology import Ontology
from . import syntax
from .tokens import Doc, Span, Token
from .viewpoints import Viewpoint

_SIGNS = frozenset(("-", "–", "—", "―", ";"))
_JOINING = frozenset(("or", "and", "but", "yet", "at", "least", "anyway", "well"))
_POINTING = frozenset(("that", "this", "such", "those", "these"))
_IS = frozenset(("is", "was", "are", "were", "’s", "'s"))
_NOUNS = ("NOUN", "PROPN", "PRON")
#: How many words may point back to what was said.
_LONGEST = 11


def afterwards(doc: Doc, ontology: Ontology) -> Iterator[Viewpoint]:
    """What the sentences of a Doc give to somebody after it was told, in reading order."""
    before: Span | None = None
    for sentence in doc.sents:
        tokens = [t for t in sentence if not t.is_space]
        sign = max((n for n, t in enumerate(tokens[:-1]) if t.text in _SIGNS), default=None)
        found = _pointing(tokens if sign is None else tokens[sign + 1 :], ontology)
        if found is not None:
            told: Sequence[Token] = tokens[:sign] if sign is not None else _ended(before, sentence)
            if told and not _reports(told, ontology):
                yield Viewpoint(found[0], found[1], ((told[0].i, told[-1].i),))
        before = sentence


def _ended(before: Span | None, sentence: Span) -> list[Token]:
    """The words of the sentence before another one of its paragraph, without the full stop."""
    words = [] if before is None else [t for t in before if not t.is_space]
    broken = before is not None and any("\n\n" in t.text for t in before.doc[before.start : sentence.start])
    if not words or broken or words[-1].text != "." or words[0].is_quote:
        return []
    return words[:-1]


def _reports(told: Sequence[Token], ontology: Ontology) -> bool:
    """Whether the main verb of some words says already who tells it."""
    root = told[0].sent.root
    return any(way.action.reports for way in ontology.evoked_by(root.lower_, root.lemma_))


def _pointing(tokens: Sequence[Token], ontology: Ontology) -> tuple[tuple[int, int], int | None] | None:
    """The fixed words and the head of the source of words that point back; none where they do not."""
    words = [t for t in tokens if not t.is_punct]
    joined = False
    while words and words[0].lower_ in _JOINING:
        words, joined = words[1:], True
    if len(words) > 3 and words[1].lower_ == "at" and words[2].lower_ == "least":
        words = [words[0], *words[3:]]
    if not 3 <= len(words) <= _LONGEST:
        return None
    if words[0].lower_ == "so":
        return _so(words, ontology, joined)
    if words[0].lower_ in _POINTING and words[1].lower_ in _IS:
        return _that_is(words, ontology) or _that_is_claimed(words, ontology)
    return None


def _so(
    words: Sequence[Token], ontology: Ontology, joined: bool
) -> tuple[tuple[int, int], int | None] | None:
    """So says Hale; or so Hale says; or so the story goes. "So" alone before a subject means "therefore"."""
    if not joined and not _tells(words[1], ontology):
        return None
    verb = words[1] if _tells(words[1], ontology) else words[-1]
    rest = words[2:] if verb is words[1] else words[1:-1]
    story = verb.lemma_ == "go" and rest[-1].lower_ in ontology.words["AccountNoun"]
    if not (story or _tells(verb, ontology)) or any(map(syntax.is_verb, rest)):
        return None
    source = None if story else _head(rest)
    first = words[0].i if verb is words[1] else verb.i
    return ((first, verb.i), source) if story or source is not None else None


def _that_is(words: Sequence[Token], ontology: Ontology) -> tuple[tuple[int, int], int | None] | None:
    """That is what Hale says; that is how Hale tells it; that is Hale's story."""
    opening, last = words[2].lower_, words[-1]
    if opening == "how" and last.lower_ == "it" and len(words) > 5 and words[-2].lemma_ in ("tell", "see"):
        source = _head(words[3:-2])
        return None if source is None else ((words[0].i, words[2].i), source)
    if opening == "what" and len(words) > 4 and _tells(last, ontology):
        source = _head(words[3:-1])
        return None if source is None else ((words[0].i, words[2].i), source)
    listed = last.lower_ in ontology.words["AccountNoun"]
    if not listed or any(map(syntax.is_verb, words[2:])):
        return None
    owners = syntax.possessors(last)
    bare = len(words) == 4 and words[2].lower_ == "the"
    if not owners and not bare:
        return None
    return (words[0].i, last.i), owners[0].i if owners else None


def _that_is_claimed(words: Sequence[Token], ontology: Ontology) -> tuple[tuple[int, int], int | None] | None:
    """That was the claim made by Hale; those are the allegations."""
    noun = words[3] if len(words) > 3 else None
    if noun is None or words[2].lower_ != "the" or noun.lower_ not in ontology.words["TopicNoun"]:
        return None
    rest = words[4:]
    if rest and rest[0].lower_ not in ("made", "by", "of", "against", "at"):
        return None
    by = next((n for n, t in enumerate(rest) if t.lower_ == "by"), None)
    return (words[0].i, words[1].i), None if by is None else _head(rest[by + 1 :])


def _tells(verb: Token, ontology: Ontology) -> bool:
    reports = any(way.action.reports for way in ontology.evoked_by(verb.lower_, verb.lemma_))
    return reports and verb.tag_ in ("VBZ", "VBP", "VBD")


def _head(words: Sequence[Token]) -> int | None:
    """The head of the noun phrase that some words are."""
    nouns = [t for t in words if t.pos_ in _NOUNS]
    return syntax.name_head(nouns[-1]).i if nouns and nouns[-1] is words[-1] else None
