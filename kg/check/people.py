"""Whether files of people and bodies can be followed, and what they hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from os import PathLike

from .. import ontology
from ..gazetteer import Gazetteer, inspected


@dataclass(frozen=True, slots=True)
class PeopleReport:
    """What a check of files of people found."""

    problems: tuple[str, ...]
    """Each with its file, its place and its cure, by file and place."""
    summary: tuple[str, ...]
    """Lines to print: how many of what, and the names that mean nobody because two bear them."""


def check_people(paths: Iterable[str | PathLike[str]]) -> PeopleReport:
    """Read files of people and bodies, and tell everything that is wrong with them at once."""
    problems: list[str] = []
    found, together = inspected(paths, lambda problem: problems.append(str(problem)))
    return PeopleReport(tuple(dict.fromkeys(problems)), tuple(_summary(found, together)))


def _summary(found: tuple[Gazetteer, ...], together: Gazetteer) -> Iterator[str]:
    classes = ontology.load().classes
    counts: dict[str, set[str]] = {"Person": set(), "Organisation": set(), "Place": set()}
    for gazetteer in found:
        for known in gazetteer.known.values():
            counts.setdefault(classes.get(known.cls, (known.cls,))[0], set()).add(known.key)
    posts = {key for gazetteer in found for key in gazetteer.posts}
    terms = sum(len(gazetteer.tenures) for gazetteer in found)
    people, bodies, places = (len(counts[cls]) for cls in ("Person", "Organisation", "Place"))
    yield ", ".join(
        (
            _counted(people, "person", "people"),
            _counted(bodies, "body", "bodies"),
            _counted(places, "place", "places"),
            _counted(len(posts), "post", "posts") + f" ({_counted(terms, 'term', 'terms')})",
        )
    )
    yield from _ambiguous(found, together)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _ambiguous(found: tuple[Gazetteer, ...], together: Gazetteer) -> Iterator[str]:
    """A line for each name in the files that two bear, one of them perhaps known already."""
    own = {name for gazetteer in found for known in gazetteer.known.values() for name in known.all_names}
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for known in together.known.values():
        for name in known.all_names:
            if name in own and name in together.ambiguous:
                bearers[name].append(f"{known.key} ({known.source.rsplit('#', 1)[-1]})")
    if bearers:
        few = len(bearers) == 1
        yield f"{_counted(len(bearers), 'name', 'names')} of two or more, which alone mean{'s' * few} nobody:"
    for name, who in sorted(bearers.items()):
        yield f"  {name}: {', '.join(sorted(who))}"
