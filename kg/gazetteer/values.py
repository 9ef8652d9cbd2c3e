"""What can be known beforehand: entities, posts with those who hold them, and words that denote people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")

#: What the IRI of a Wikidata item begins with.
WIKIDATA = "http://www.wikidata.org/entity/"


@dataclass(frozen=True, slots=True)
class Tenure:
    """Someone held a post from one day to another; either end may be unknown (ISO dates)."""

    person: str
    post: str
    start: str | None = None
    end: str | None = None

    def covers(self, day: str) -> bool:
        """Whether the post was held on `day`, as far as is known."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Known:
    """An entity that the gazetteer describes."""

    key: str
    label: str
    cls: str
    """Its most specific class."""
    source: str
    """The scope of its file: names that others bear too count only beside other names of that scope."""
    names: tuple[str, ...] = ()
    """Names chosen by somebody who knows how the news uses them."""
    shared: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    gender: str | None = None
    """``"Male"`` or ``"Female"``."""
    honorifics: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    member_of: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    """Names out of a list of many, read with more caution: an ordinary word may be among them."""

    @property
    def all_names(self) -> tuple[str, ...]:
        """Its names, chosen and listed."""
        return tuple(dict.fromkeys((*self.names, *self.listed)))


@dataclass(frozen=True, slots=True)
class Post:
    """An office someone holds for a time."""

    key: str
    label: str
    names: tuple[str, ...]
    shared: tuple[str, ...] = ()
    """Names that posts elsewhere bear too."""
    body: str | None = None
    exact: tuple[str, ...] = ()
    """Names with the place or body in them, matched in their own case only: "MP for Marlow"."""


@dataclass(frozen=True, slots=True)
class Words:
    """Word lists: which nouns, titles and given names denote people or bodies."""

    head_nouns: Mapping[str, str] = field(default_factory=dict)
    """Lower-case noun, singular or plural -> class ("spokesman" -> "Person")."""
    name_nouns: Mapping[str, str] = field(default_factory=dict)
    """Last word of a capitalised name -> class ("Council")."""
    genders: Mapping[str, str] = field(default_factory=dict)
    """Noun or given name -> ``"Male"`` or ``"Female"``; nouns in lower case, names capitalised."""
    honorifics: Mapping[str, str | None] = field(default_factory=dict)
    """Title before a name -> the gender it tells, if any."""
    post_nominals: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Everything that is known, ready to look up: no look-up goes through all that is known."""

    known: Mapping[str, Known]
    posts: Mapping[str, Post]
    tenures: tuple[Tenure, ...]
    words: Words
    post_scope: str = "posts.ttl"
    """The scope of posts."""
    ambiguous: frozenset[str] = field(init=False, repr=False)
    """Names that two or more known entities bear: alone, such a name means none of them."""
    _by_post: Mapping[str, tuple[Tenure, ...]] = field(init=False, repr=False)
    _titled: Mapping[tuple[str, str], tuple[str, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make the look-ups ready."""
        everyone = self.known.values()
        owners = _grouped((name, known.key) for known in everyone for name in known.all_names)
        looked_up = {
            "ambiguous": frozenset(name for name, keys in owners.items() if len(keys) > 1),
            "_by_post": _grouped((tenure.post, tenure) for tenure in self.tenures),
            "_titled": _grouped((pair, known.key) for known in everyone for pair in _titled(known)),
        }
        for name, values in looked_up.items():
            object.__setattr__(self, name, values)

    def holders(self, post: str, day: str | None) -> tuple[str, ...]:
        """Keys of those who held `post` on `day`, or ever where no day is known."""
        held = (t.person for t in self._by_post.get(post, ()) if day is None or t.covers(day))
        return tuple(dict.fromkeys(held))

    def titled(self, title: str, word: str) -> tuple[str, ...]:
        """Keys of those who bear a title and a name of which `word` is the first or last: "Sir Ben"."""
        return self._titled.get((title, word), ())


def _grouped(pairs: Iterable[tuple[_K, _V]]) -> dict[_K, tuple[_V, ...]]:
    groups: defaultdict[_K, list[_V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _titled(known: Known) -> Iterator[tuple[str, str]]:
    """Each title of a person with the first and the last word of the name it stands before."""
    words = known.label.split()
    if words and words[0] in known.honorifics:
        words = known.label.partition(" of ")[0].split()[1:]  # "Baroness Hale of Oxley" is Baroness Hale
    for title in known.honorifics:
        for word in {words[0], words[-1]} if words else ():
            yield title, word
