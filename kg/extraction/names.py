"""Join names to entities: full names first, then acronyms, then the parts of names already seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set

from ..model import MentionKind
from . import syntax
from .candidates import Candidate
from .knowledge import Knowledge
from .namesakes import juniors, told_apart
from .reading import Reading
from .referents import Referent, Resolved, is_person, known_referent, local_key, name_key, name_label

_PEER_OR_KNIGHT = frozenset(("Sir", "Dame", "Lord", "Lady", "Baroness", "Baron"))


def join_names(
    found: Resolved, candidates: Sequence[Candidate], reading: Reading, knowledge: Knowledge
) -> None:
    """Join every name of an article, adding to `found`."""
    names = [(number, c) for number, c in enumerate(candidates) if c.kind is MentionKind.NAME]
    _namesakes(found, names, reading, knowledge)
    _full_names(found, names, reading, knowledge)
    _acronyms(found, names, reading)
    persons = [r for r in found.referents.values() if knowledge.general_class(r.cls) == "Person"]
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for _, candidate in names:
        titles[candidate.name] |= {candidate.title} if candidate.title else set()
    bearers: defaultdict[str, list[tuple[Candidate, Referent]]] = defaultdict(list)
    for candidate, referent, _ in found.mentions.values():
        bearers[candidate.name].append((candidate, referent))
    for number, candidate in names:
        if number not in found.mentions:
            namesake = _namesake(candidate, bearers[candidate.name], titles[candidate.name])
            referent, rule = _partial(candidate, found, persons, namesake, reading, knowledge)
            found.join(number, candidate, referent, rule)
            bearers[candidate.name].append((candidate, referent))


def _namesakes(
    found: Resolved, names: Sequence[tuple[int, Candidate]], reading: Reading, knowledge: Knowledge
) -> None:
    """The people of one name whom the article tells apart; who has no mark may be any of them."""
    people = [(n, c) for n, c in names if knowledge.general_class(c.cls or "") == "Person"]
    alike = dict(people)
    bearers: dict[tuple[str, str], Referent] = {}
    for number, mark in sorted(told_apart(people, reading, knowledge.ontology).items()):
        candidate = alike[number]
        label = candidate.name + {"ElderMark": " Sr", "YoungerMark": " Jr"}.get(mark or "", "")
        new = Referent(local_key(candidate, reading), label, "Person", candidate.gender)
        referent = new if mark is None else bearers.setdefault((candidate.name, mark), new)
        found.join(number, candidate, referent, "name" if mark is None else "told-apart")
    labels = {knowledge.gazetteer.known[c.known].label for _, c in people if c.known}
    for number, name in juniors(people, labels, reading).items():
        if number not in found.mentions:
            candidate = alike[number]._replace(name=name, known=None)
            new = Referent(local_key(candidate, reading), name, "Person", candidate.gender)
            found.join(number, candidate, bearers.setdefault((name, "Jr"), new), "told-apart")


def _full_names(
    found: Resolved, names: Sequence[tuple[int, Candidate]], reading: Reading, knowledge: Knowledge
) -> None:
    """Gazetteer names, names of two words and more, and other names that are no one's surname."""
    private = {c.name for _, c in names if c.known and _is_private(c, reading)}
    namesakes: dict[str, Referent] = {}
    for number, candidate in names:
        if number in found.mentions:
            continue
        if candidate.name in private:
            new = Referent(local_key(candidate, reading), candidate.name, "Person", candidate.gender)
            found.join(number, candidate, namesakes.setdefault(candidate.name, new), "private-name")
        elif candidate.known:
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
        if number in found.mentions or (candidate.name in surnames and not _is_where(candidate, reading)):
            continue
        firm = _firm(candidate, found, knowledge)
        if firm is not None:
            found.join(number, candidate, firm, "short-name")
            continue
        if is_person(candidate, knowledge):
            continue
        if name_key(candidate.name):
            _join_by_name(found, number, candidate, candidate.cls or "Organisation", reading, knowledge)


def _is_where(candidate: Candidate, reading: Reading) -> bool:
    """Whether what the pipeline takes for a place's name stands where one does: "met Lincoln in Lincoln"."""
    head = reading.doc[candidate.head]
    return candidate.cls == "Place" and not candidate.title and syntax.preposition(head) in ("in", "near")


def _is_private(candidate: Candidate, reading: Reading) -> bool:
    """Whether a name stands with an age and an address, as papers name people whom nobody knows.

    So "Ada Hale, 19, of Mill Lane" is not the minister of that name.
    """
    after = reading.doc[candidate.last + 1 : candidate.last + 5]
    words = [token.lower_ for token in after]
    commas = len(after) == 4 and words[0] == words[2] == ","
    return commas and after[1].like_num and words[3] in ("of", "from")


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
    if key in knowledge.gazetteer.known:  # spelt another way: "U.S. Senate"
        referent = known_referent(key, found, knowledge)
    else:
        label = name_label(candidate.name)
        referent = found.referents.get(key) or Referent(key, label, cls, candidate.gender)
    found.join(number, candidate, referent, "full-name")


def _firm(candidate: Candidate, found: Resolved, knowledge: Knowledge) -> Referent | None:
    """The one body whose longer name begins with this one: "Kestrel" for "Kestrel Bank".

    Only firms and the like are called by one word: "Marlow" is a town before it is Marlow Council. Any body
    may go without the "of …" of its name: "the General Synod" for "the General Synod of Oxley".
    """
    name = name_label(candidate.name)
    firms = [
        referent
        for referent in found.referents.values()
        if knowledge.general_class(referent.cls) == "Organisation" and referent.label.startswith(name + " ")
    ]
    if len(firms) == 1 and firms[0].cls not in ("Organisation", "Company"):
        firms = [firm for firm in firms if firm.label.startswith((name + " of ", name + " for "))]
    place = knowledge.general_class(candidate.cls or "") == "Place"
    return firms[0] if len(firms) == 1 and not place and candidate.title is None else None


def _acronyms(found: Resolved, names: Sequence[tuple[int, Candidate]], reading: Reading) -> None:
    """Capitals in brackets that spell the name before, or are spelt by the name in brackets after them.

    "Independent Harbour Review (IHR)", and "IHR (the Independent Harbour Review)".
    """
    doc = reading.doc
    by_first = {c.first: (number, c) for number, c in names}
    by_acronym: dict[str, Referent] = {}
    beside: dict[int, Referent] = {}
    several: set[str] = set()
    for number, candidate in names:
        after = candidate.last + 1
        if after + 1 >= len(doc) or doc[after].text != "(" or number not in found.mentions:
            continue
        letters = doc[after + 1].text
        if _spells(letters, candidate.name):
            beside[after + 1] = found.mentions[number][1]
            if by_acronym.setdefault(letters, beside[after + 1]) is not beside[after + 1]:
                several.add(letters)
        start = after + 1 + (doc[after + 1].lower_ == "the")
        other = by_first.get(start)
        if other is not None and other[0] in found.mentions and _spells(candidate.name, other[1].name):
            by_acronym[candidate.name] = found.mentions[other[0]][1]
    for number, candidate in names:
        referent = beside.get(candidate.first)
        if referent is None and candidate.name not in several:
            referent = by_acronym.get(candidate.name)
        if referent is not None and not candidate.known:
            found.join(number, candidate, referent, "acronym")


def _spells(letters: str, name: str) -> bool:
    """Whether capitals are the first letters of a name's words, small words counted or not: "IHR", "MoH"."""
    words = name.replace("-", " ").split()
    if len(letters) < 2 or len(words) < 2 or not letters.isalnum() or not letters[:1].isupper():
        return False
    every = "".join(word[0] for word in words)
    capitals = "".join(letter for letter in every if letter.isupper() or letter.isdigit())
    return letters in (every, capitals) and sum(letter.isupper() for letter in letters) > 1


def _partial(
    candidate: Candidate,
    found: Resolved,
    persons: Sequence[Referent],
    namesake: Referent | None,
    reading: Reading,
    knowledge: Knowledge,
) -> tuple[Referent, str]:
    """Whom one word of a name means, and by which rule: "Hale", "Ms Hale", "Sir Ben"."""
    for rule, position in (("surname", -1), ("first-name", 0)):
        fits = [
            r
            for r in persons
            if _bears(r, candidate.name, position)
            and _agree(r.gender, candidate.gender)
            and not _of_other_rank(candidate, r, found, knowledge)
        ]
        if len(fits) == 1:
            fits[0].gender = fits[0].gender or candidate.gender
            return fits[0], f"title-and-{rule}" if candidate.title else rule
        borne = any(_bears(r, candidate.name, position) for r in persons)
        if position == -1 and (fits or (borne and _has_rank(candidate, knowledge))):
            break
    else:
        known = _known_by_title(candidate, knowledge)
        if known is not None:
            return known_referent(known, found, knowledge), "title-and-known-name"
    if namesake is not None:
        return namesake, "same-name"
    label = f"{candidate.title} {candidate.name}" if candidate.title else candidate.name
    cls = "People" if candidate.plural else "Person"
    return Referent(local_key(candidate, reading), label, cls, candidate.gender, candidate.plural), "name"


def _has_rank(candidate: Candidate, knowledge: Knowledge) -> bool:
    return (candidate.title or "").lower() in knowledge.ontology.words["RankTitle"]


def _of_other_rank(candidate: Candidate, referent: Referent, found: Resolved, knowledge: Knowledge) -> bool:
    """Whether somebody named in full only later lacks a title that goes with a name, as "Lord Reed"."""
    title = (candidate.title or "").lower()
    if not _has_rank(candidate, knowledge) or referent.known or title in referent.heads:
        return False
    own = (c.first for c, other, _ in found.mentions.values() if other is referent and " " in c.name)
    return min(own, default=0) > candidate.first


def _namesake(
    candidate: Candidate, bearers: Sequence[tuple[Candidate, Referent]], titles: Set[str]
) -> Referent | None:
    """Whoever bears the same word with the same title; or the only one, where nobody bears it with another.

    Args:
        candidate: the name.
        bearers: those who bear the same name so far, by their mentions.
        titles: all titles that the article gives to this name.
    """
    bearers = [(one, referent) for one, referent in bearers if not referent.known]
    same = next((referent for one, referent in bearers if one.title == candidate.title), None)
    if same is not None or not bearers or len(titles) > 1:
        return same
    referent = bearers[0][1]
    alone = len({other.key for _, other in bearers}) == 1 and _agree(referent.gender, candidate.gender)
    return referent if alone else None


def _known_by_title(candidate: Candidate, knowledge: Knowledge) -> str | None:
    """The one peer or knight of the gazetteer with this title and name, named nowhere in full."""
    if candidate.title not in _PEER_OR_KNIGHT:
        return None
    bearers = knowledge.gazetteer.titled(candidate.title, candidate.name)
    return bearers[0] if len(bearers) == 1 else None


def _bears(referent: Referent, word: str, position: int) -> bool:
    """Whether a person's name of two words and more has a word in first (0) or last (-1) place."""
    for name in (referent.label, *referent.names):
        if word in name:
            words = name.partition(" of ")[0].split()  # "Baroness Hale of Oxley" is Baroness Hale
            if len(words) > 1 and words[position] == word:
                return True
    return False


def _agree(known: str | None, seen: str | None) -> bool:
    return known is None or seen is None or known == seen
