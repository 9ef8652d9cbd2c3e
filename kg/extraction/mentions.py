"""Find the passages that may refer to a person, a body or a place: names, role phrases and pronouns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from .candidates import POSSESSIVE, Candidate, without_overlap
from .knowledge import Knowledge
from .member_mentions import members
from .name_mentions import (
    body_names,
    completed,
    gazetteer_names,
    headed_names,
    person_names,
    pipeline_names,
    titled_names,
)
from .pronoun_forms import pronouns
from .role_mentions import post_phrases, role_phrases
from .tokens import Doc
from .turns import turn_labels


def find_mentions(doc: Doc, knowledge: Knowledge) -> list[Candidate]:
    """The candidates of a Doc in reading order: names overlap no names, but descriptions may hold them."""
    known, posts = knowledge.match(doc)
    of_gazetteer = without_overlap(gazetteer_names(doc, known, knowledge))
    names = without_overlap(
        [
            *of_gazetteer,
            *titled_names(doc, knowledge),
            *body_names(doc, knowledge),
            *person_names(doc, knowledge),
            *pipeline_names(doc, knowledge, of_gazetteer),
        ]
    )
    taken = {i for name in names for i in range(name.first, name.last + 1)}
    taken |= {token.i for span, _ in posts for token in span}
    names += headed_names(doc, taken, knowledge)
    partly = list(members(doc, known))
    names = [n for n in names if not any(m.first <= n.first and n.last <= m.last for m in partly)]
    names = [completed(name, doc, knowledge) for name in names]
    in_name = {i for name in names for i in range(name.first, name.last + 1)}
    starts = {name.first for name in names}
    turns = [*turn_labels(doc, knowledge.ontology)]
    names = [name for name in names if not any(turn.covers(name.first) for turn in turns)]
    found = [
        *turns,
        *post_phrases(doc, posts, names, knowledge),
        *role_phrases(doc, knowledge, in_name, starts),
    ]
    owners = without_overlap(n for n in found if _owns(n, doc))  # "the council" in "the council's leader"
    nominals = [*without_overlap([*partly, *(n for n in found if not _owns(n, doc))]), *owners]
    reach = _reach(nominals, doc)
    names = [_inside_description(name, reach, doc) for name in names]
    return sorted([*names, *nominals, *pronouns(doc, in_name)], key=_reading_order)


def _owns(candidate: Candidate, doc: Doc) -> bool:
    return candidate.last + 1 < len(doc) and doc[candidate.last + 1].lower_ in POSSESSIVE


def _reach(nominals: Sequence[Candidate], doc: Doc) -> Sequence[int]:
    """Token -> how far the descriptions go that begin there or before."""
    reach = [-1] * len(doc)
    for nominal in nominals:
        reach[nominal.first] = max(reach[nominal.first], nominal.last)
    return list(accumulate(reach, max))


def _inside_description(name: Candidate, reach: Sequence[int], doc: Doc) -> Candidate:
    """A name that opens a description only modifies it, unless it owns it: "the Marlow MP"."""
    opens = reach[name.first] > name.last
    return name._replace(modifies=True) if opens and not _owns(name, doc) else name


def _reading_order(candidate: Candidate) -> tuple[int, int]:
    return candidate.first, -candidate.last
