"""Join names to entities: full names first, then acronyms, then the parts of names already seen."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import MentionKind
from .candidates import Candidate
from .knowledge import Knowledge
from .reading import Reading
from .referents import Referent, Resolved, is_person, known_referent, local_key, name_key

_PEER_OR_KNIGHT = frozenset(("Sir", "Dame", "Lord", "Lady", "Baroness", "Baron"))


def join_names(
    found: Resolved, candidates: Sequence[Candidate], reading: Reading, knowledge: Knowledge
) -> None:
    """Join every name of an article, adding to `found`."""
    names = [(number, c) for number, c in enumerate(candidates) if c.kind is MentionKind.NAME]
    _full_names(found, names, reading, knowledge)
    _acronyms(found, names, reading)
    persons = [r for r in found.referents.values() if knowledge.general_class(r.cls) == "Person"]
    for number, candidate in names:
        if number not in found.mentions:
            referent, rule = _partial(candidate, found, persons, reading, knowledge)
            found.join(number, candidate, referent, rule)


def _full_names(
    found: Resolved, names: Sequence[tuple[int, Candidate]], reading: Reading, knowledge: Knowledge
) -> None:
    """Gazetteer names, names of two words and more, and other names that are no one's surname."""
    for number, candidate in names:
        if candidate.known:
            found.join(number, candidate, known_referent(candidate.known, found, knowledge), "known-name")
        elif " " in candidate.name and name_key(candidate.name):
            cls = "Person" if is_person(candidate, knowledge) else candidate.cls or "Organisation"
            _join_by_name(found, number, candidate, cls, reading, knowledge)
    surnames = {
        name.split()[-1]
        for referent in found.referents.values()
        if knowledge.general_class(referent.cls) == "Person"
        for name in {referent.label, *referent.names}
    }
    for number, candidate in names:
        if number in found.mentions or candidate.name in surnames:
            continue
        firm = _firm(candidate, found, knowledge)
        if firm is not None:
            found.join(number, candidate, firm, "short-name")
            continue
        if is_person(candidate, knowledge):
            continue
        if name_key(candidate.name):
            _join_by_name(found, number, candidate, candidate.cls or "Organisation", reading, knowledge)


def _join_by_name(
    found: Resolved,
    number: int,
    candidate: Candidate,
    cls: str,
    reading: Reading,
    knowledge: Knowledge,
) -> None:
    """Join a name to the entity that bears it in every article, or in this one where two are known to."""
    key = name_key(candidate.name)
    if candidate.name in knowledge.gazetteer.ambiguous:
        here = (r.key for r in found.referents.values() if r.label == candidate.name and not r.known)
        key = next(here, local_key(candidate, reading))
    referent = found.referents.get(key) or Referent(key, candidate.name, cls, candidate.gender)
    found.join(number, candidate, referent, "full-name")


def _firm(candidate: Candidate, found: Resolved, knowledge: Knowledge) -> Referent | None:
    """The one firm whose longer name begins with this word: "Kestrel" for "Kestrel Bank".

    Only firms and the like are called so: "Marlow" is a town before it is Marlow Council.
    """
    firms = [
        referent
        for referent in found.referents.values()
        if referent.cls in ("Organisation", "Company") and referent.label.startswith(candidate.name + " ")
    ]
    place = knowledge.general_class(candidate.cls or "") == "Place"
    return firms[0] if len(firms) == 1 and not place and candidate.title is None else None


def _acronyms(found: Resolved, names: Sequence[tuple[int, Candidate]], reading: Reading) -> None:
    """Capitals in brackets whose letters begin the words before: "Independent Harbour Review (IHR)"."""
    doc = reading.doc
    by_acronym: dict[str, Referent] = {}
    for number, candidate in names:
        after = candidate.last + 1
        if after + 1 < len(doc) and doc[after].text == "(" and number in found.mentions:
            letters = doc[after + 1].text
            initials = "".join(w[0] for w in candidate.name.split() if w[0].isupper())
            if len(letters) > 1 and letters.isupper() and letters == initials:
                by_acronym[letters] = found.mentions[number][1]
    for number, candidate in names:
        referent = by_acronym.get(candidate.name)
        if referent is not None and not candidate.known:
            found.join(number, candidate, referent, "acronym")


def _partial(
    candidate: Candidate,
    found: Resolved,
    persons: Sequence[Referent],
    reading: Reading,
    knowledge: Knowledge,
) -> tuple[Referent, str]:
    """Whom one word of a name means, and by which rule: "Hale", "Ms Hale", "Sir Ben"."""
    for rule, position in (("surname", -1), ("first-name", 0)):
        fits = [
            r for r in persons if _bears(r, candidate.name, position) and _agree(r.gender, candidate.gender)
        ]
        if len(fits) == 1:
            fits[0].gender = fits[0].gender or candidate.gender
            return fits[0], f"title-and-{rule}" if candidate.title else rule
        if fits and position == -1:
            break
    else:
        known = _known_by_title(candidate, knowledge)
        if known is not None:
            return known_referent(known, found, knowledge), "title-and-known-name"
    same = next((r for c, r, _ in found.mentions.values() if _same_words(c, candidate) and not r.known), None)
    if same is not None:
        return same, "same-name"
    label = f"{candidate.title} {candidate.name}" if candidate.title else candidate.name
    return Referent(local_key(candidate, reading), label, "Person", candidate.gender), "name"


def _same_words(one: Candidate, other: Candidate) -> bool:
    return one.name == other.name and one.title == other.title and one.kind is MentionKind.NAME


def _known_by_title(candidate: Candidate, knowledge: Knowledge) -> str | None:
    """The one peer or knight of the gazetteer with this title and name, named nowhere in full."""
    if candidate.title not in _PEER_OR_KNIGHT:
        return None
    bearers = knowledge.gazetteer.titled(candidate.title, candidate.name)
    return bearers[0] if len(bearers) == 1 else None


def _bears(referent: Referent, word: str, position: int) -> bool:
    """Whether a person's name of two words and more has a word in first (0) or last (-1) place."""
    # "Baroness Hale of Oxley" is Baroness Hale.
    parts = (name.partition(" of ")[0].split() for name in {referent.label, *referent.names})
    return any(len(words) > 1 and words[position] == word for words in parts)


def _agree(known: str | None, seen: str | None) -> bool:
    return known is None or seen is None or known == seen
