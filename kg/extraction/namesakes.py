"""Two people of one name in one article, told apart by their ages or by "Sr" and "Jr"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from ..ontology import Ontology
from .candidates import Candidate
from .reading import Reading
from .tokens import Token

#: How far apart two ages of one name must be; between two articles of one page a birthday may pass.
_APART = 2


def told_apart(
    names: Sequence[tuple[int, Candidate]], reading: Reading, ontology: Ontology
) -> dict[int, str | None]:
    """Names that several people bear: number -> the mark of its bearer; none where it has no mark.

    So in "Jon Marsh, 19, met Jon Marsh, 54. Marsh left.": 19, 54, and of the third nobody knows who it is.
    Names that nothing tells apart are left out.
    """
    marks: dict[str, dict[int, str]] = defaultdict(dict)
    kinds: dict[str, set[int]] = defaultdict(set)
    for number, candidate in names:
        kinds[candidate.name].add(number)
        mark = _generation(candidate, reading, ontology) or _age(candidate, reading)
        if mark is not None:
            marks[candidate.name][number] = mark
    found: dict[int, str | None] = {}
    for name, own in marks.items():
        if _are_several(own):
            found |= {number: own.get(number) for number in kinds[name]}
    return found


def juniors(names: Sequence[tuple[int, Candidate]], labels: Set[str], reading: Reading) -> dict[int, str]:
    """Those called "Jr" or "Sr" beside one who is called by the bare name: number -> the name with its mark.

    So in "Jon Marsh left. Jon Marsh Jr. stayed.": the second one. "Marsh Jr." is the same as he is.

    Args:
        names: the people's names of an article, in reading order.
        labels: the names by which the gazetteer calls people.
        reading: the article.
    """
    bare: set[str] = set()
    found: dict[int, str] = {}
    for number, candidate in names:
        mark = _mark_behind(candidate, reading)
        if mark is None:
            bare.add(candidate.name)
        elif " " in candidate.name:
            if candidate.name in bare or (candidate.known and candidate.name in labels):
                found[number] = f"{candidate.name} {mark}"
        else:
            same = {name for name in found.values() if name.endswith(f" {candidate.name} {mark}")}
            found |= dict.fromkeys([number], *same) if len(same) == 1 else {}
    return found


def _mark_behind(candidate: Candidate, reading: Reading) -> str | None:
    """``"Jr"`` or ``"Sr"`` right behind a name, with a comma or without."""
    after = [word.rstrip(".") for word in _words(reading, candidate.last + 1, 2) if word != ","][:1]
    return next((f"{word[0].upper()}r" for word in after if word in ("jr", "jnr", "sr", "snr")), None)


def _are_several(marks: Mapping[int, str]) -> bool:
    """Whether marks of one name cannot be one person's."""
    ages = [int(mark) for mark in marks.values() if mark.isdecimal()]
    others = {mark for mark in marks.values() if not mark.isdecimal()}
    return len(others) > 1 or (len(ages) > 1 and max(ages) - min(ages) >= _APART)


def _generation(candidate: Candidate, reading: Reading, ontology: Ontology) -> str | None:
    """Which bearer of a name is meant: "Jon Marsh Jr", "Jon Marsh the elder", "the younger Marsh"."""
    after = _words(reading, candidate.last + 1, 3)
    if after[:1] == ["the"]:
        after = after[1:]
    elif after[:1] == [","] and after[1:2] and after[1].rstrip(".") not in ("senior", "junior"):
        after = after[1:]  # but "Ada Hale, senior lecturer,"
    before = _words(reading, candidate.first - 2, 2)
    marks = [*after[:1], *(before[1:] if before[:1] == ["the"] else [])]
    for word in marks:
        for mark in ("ElderMark", "YoungerMark"):
            if word.rstrip(".") in ontology.words[mark]:
                return mark
        if word in ("ii", "iii", "iv"):
            return word
    return None


def _age(candidate: Candidate, reading: Reading) -> str | None:
    """The age behind a name: ", 19,", "(19)", ", aged 19"."""
    after = _words(reading, candidate.last + 1, 4)
    if len(after) < 3 or after[0] not in (",", "("):
        return None
    words = after[2:] if after[1] == "aged" else after[1:]
    ends = len(words) > 1 and words[1] in (",", ")", ".", ";")
    return words[0] if ends and words[0].isdecimal() and 0 < int(words[0]) < 120 else None


def _words(reading: Reading, start: int, length: int) -> list[str]:
    """Some words from a place on, lower case; none outside the article."""
    tokens: Sequence[Token] = reading.doc[max(0, start) : start + length] if start >= 0 else []
    return [token.lower_ for token in tokens]
