"""What stands beside a clause and makes a claim of it: ", it seems", ", a claim she denies".

Where somebody is accused, sued or said to have done it in the same words, what is denied is that claim, and
the clause that tells of the claim stays as firm as it was. The words are data: ontology/doubts.ttl.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..ontology import Ontology
from . import syntax
from .denials import denies_a_charge, denies_what_was_said, doubts_what_was_said, is_denial
from .remembered import remembered_by
from .tokens import Token
from .triggers import evocation
from .word_lists import any_list

_BREAKS = frozenset((",", "–", "—", "―", "--", "-", "(", ")", ";", ":"))
_STRONG = frozenset(("–", "—", "―", "--", "("))
#: How many words an aside that only doubts may have.
_LONGEST = 5
_INDEFINITE = frozenset(("a", "an", "another", "both", "all", "two", "several"))


def is_doubted(verb: Token, ontology: Ontology) -> bool:
    """Whether what stands beside a verb's clause, or right after its sentence, makes a claim of it."""
    return verb.i in _doubted(verb.sent[0], ontology)


@remembered_by
def _doubted(first: Token, ontology: Ontology) -> frozenset[int]:
    """The verbs of a sentence, by its first word, that are only claimed."""
    words = [token for token in first.sent if not token.is_space]
    found: set[int] = set()
    for begin, end in _apart(words):
        inside = words[begin:end]
        if _only_doubts(inside, ontology):
            found |= _beside(words, begin, end)
        elif begin > 1 and _is_disputed(words[begin - 1], inside, words[begin - 2], ontology):
            before = words[: begin - 1]
            if not tells_of_a_claim(before, ontology):
                found |= {v.i for v in _told(before)}
    if _finds_nothing(words, ontology):
        found |= {v.i for v in _told(words)}
    denied = denies_what_was_said(words, ontology) and not tells_of_a_claim(words, ontology)
    if denied or doubts_what_was_said(words, ontology):
        found |= {v.i for v in _told(words)}
    offences = ontology.words["OffenceVerb"]
    if not offences.isdisjoint([t.lower_ for t in words]) and denies_a_charge(words, ontology):
        found |= {v.i for v in _told(words) if v.lower_ in offences}
    return frozenset(found)


def _finds_nothing(words: Sequence[Token], ontology: Ontology) -> bool:
    """Whether a headline says that nothing shows its clause: "No proof Hale lied"."""
    if len(words) < 4 or words[0].lower_ not in ("no", "little", "scant"):
        return False
    place = next((n for n in (1, 2) if words[n].lower_ in ontology.words["EvidenceNoun"]), None)
    return place is not None and words[place + 1].pos_ in ("PROPN", "PRON", "DET", "NOUN")


def tells_of_a_claim(words: Sequence[Token], ontology: Ontology) -> bool:
    """Whether words name a claim, or say that somebody made one, so that a denial is aimed at it."""
    lists = ontology.words
    if any(t.lower_ in lists["DisputedNoun"] or t.lower_ in ("according", "suspicion") for t in words):
        return True
    told = _told(words)
    above = [t for verb in told[:1] for t in verb.ancestors if syntax.is_verb(t)]
    return any(t.lower_ in lists["AccusingVerb"] or _reports(t, ontology) for t in (*told, *above))


def _reports(verb: Token, ontology: Ontology) -> bool:
    """Whether a verb says something, rather than that somebody is praised or blamed by it."""
    evoked = evocation(verb, ontology)
    if evoked is None or not evoked.action.reports:
        return False
    return evoked.action.stance is None or bool(syntax.complements(verb))


def _apart(words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The stretches that a comma, dash or bracket opens, as positions, up to the next one or the end."""
    breaks = [n for n, token in enumerate(words) if _is_break(token)]
    last = len(words) - 1 if words and words[-1].is_punct else len(words)
    for number, opening in enumerate(breaks):
        closing = breaks[number + 1] if number + 1 < len(breaks) else last
        if opening + 1 < closing:
            yield opening + 1, closing


def _is_break(token: Token) -> bool:
    return token.text in _BREAKS and (token.text != "-" or bool(token.whitespace_))


def _only_doubts(inside: Sequence[Token], ontology: Ontology) -> bool:
    """Whether a stretch is one of the fixed doubts, whatever joins it: "it seems", "or so it appears"."""
    plain = [t.lower_ for t in inside if t.lower_ not in ("or", "and", "but", "then", "now")]
    return len(plain) <= _LONGEST and " ".join(plain) in ontology.words["DoubtingAside"]


def _beside(words: Sequence[Token], begin: int, end: int) -> set[int]:
    """The verbs that an aside doubts: those told before it, or what follows where none is or "and" joins."""
    joined = begin > 1 and words[begin - 2].pos_ == "CCONJ"
    after = words[end + 1] if end + 1 < len(words) else None
    parted = begin > 1 and syntax.is_nominal(words[begin - 2]) and after is not None and _has_tense(after)
    before = [] if joined or parted else _told(words[: begin - 1])
    if before:
        return {verb.i for verb in before}
    told = next((t for t in words[end:] if syntax.is_verb(t)), None)
    return set() if told is None else {told.i}


def _has_tense(token: Token) -> bool:
    return syntax.is_finite(token) or (token.pos_ == "AUX" and token.tag_ == "VBD")


def _told(words: Sequence[Token]) -> list[Token]:
    """The last verb that some words tell of, with those that it goes on from without a subject of its own."""
    known = {t.i for t in words}
    verbs = [t for t in words if syntax.is_verb(t) and not syntax.is_subordinate(t)]
    if not verbs:
        verbs = [t for t in words if syntax.is_verb(t) and not syntax.is_attributive(t)][-1:]
    if not verbs:
        return []
    found = [verbs[-1]]
    while syntax.is_coordinated(found[-1]) and not syntax.own_subjects(found[-1]):
        above = found[-1].head
        if not syntax.is_verb(above) or above.i not in known:
            break
        found.append(above)
    return found


def _is_disputed(sign: Token, inside: Sequence[Token], last: Token, ontology: Ontology) -> bool:
    """Whether a stretch calls the clause before it a claim, or says that somebody denies it."""
    lists = ontology.words
    claims = any_list(ontology, "DisputedNoun", "DeniableNoun")
    first, said = inside[0], [t.lower_ for t in inside]
    if first.lower_ == "which":
        deniable = any_list(ontology, "DisputedNoun", "DeniableNoun", "OffenceNoun", "MisdeedNoun")
        denies = not lists["DenyingVerb"].isdisjoint(said)
        return denies and not _goes_on(inside, lists["DenyingVerb"]) and last.lower_ not in deniable
    place = next((n for n, word in enumerate(said[:5]) if word in claims), None)
    if place is not None and all(t.pos_ in ("ADJ", "ADV", "NOUN", "NUM") for t in inside[1:place]):
        head = inside[place]
        named = first.lower_ in _INDEFINITE or first is head
        plural = first is head and first.tag_ not in ("NN", "PRP")
        follows = len(inside) > 1 and any(syntax.is_verb(t) or t.pos_ == "AUX" for t in inside[2:])
        refuses = not any_list(ontology, "DenyingVerb", "DismissingVerb").isdisjoint(said)
        if named and (not plural or follows or refuses):
            return refuses or head.lower_ in lists["DisputedNoun"]
    return sign.text in _STRONG and is_denial(inside, ontology)  # "(she denies it)"


def _goes_on(inside: Sequence[Token], verbs: frozenset[str]) -> bool:
    """Whether the verb that denies has an object of its own behind it: "which denied the report"."""
    verb = next(t for t in inside if t.lower_ in verbs)
    return any(t.i > verb.i for t in syntax.objects(verb)) or bool(syntax.complements(verb))
