"""Who is who: join the mentions of an article to entities, each by a named rule.

The rules, in the order in which they are tried: ``known-name`` (the gazetteer's name), ``full-name``,
``short-name``, ``acronym`` ("… Inquiry into X (IIX)"), ``title-and-surname``, ``surname``,
``title-and-first-name`` ("Sir Ben"), ``first-name``, ``title-and-known-name``, ``same-name``, ``name``,
``apposition`` ("Ada Hale, the minister"), ``predicate`` ("Ada Hale is the chair"), ``descriptor``
("minister Ada Hale"), ``post-holder``, ``same-description``, ``definite-description``, ``description``,
``pronoun``, and ``speaker`` (I and me inside a quote); of things, ``same-words`` and ``thing``. A name or
pronoun that could be two people stays unresolved or its own entity: a split can be mended by a reader, a
wrong merge puts words into the wrong mouth.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import MentionKind
from .candidates import Candidate
from .descriptions import Descriptions
from .knowledge import Knowledge
from .mentions import FIRST_PERSON
from .names import join_names
from .pronouns import Salience, antecedent
from .quotes import Reported
from .reading import Reading
from .referents import Resolved


def resolve(
    reading: Reading, candidates: Sequence[Candidate], quotes: Sequence[Reported], knowledge: Knowledge
) -> Resolved:
    """Join every candidate that can be joined safely to an entity.

    What stands inside direct speech comes last: whom "I" means is known only when the speaker is.
    """
    found = Resolved()
    join_names(found, candidates, reading, knowledge)
    descriptions = Descriptions(found, candidates, quotes, reading, knowledge)
    descriptions.join_appositions()
    salience = Salience(reading, candidates, quotes, found, knowledge.ontology.words["RepresentativeNoun"])
    order = sorted(enumerate(candidates), key=lambda item: salience.in_direct_quote(item[1].head))
    for number, candidate in order:
        if number in found.mentions:
            continue
        if candidate.kind is MentionKind.NOMINAL:
            descriptions.join(number, candidate)
        elif candidate.kind is MentionKind.PRONOUN:
            _join_pronoun(number, candidate, found, salience)
    return found


def _join_pronoun(number: int, candidate: Candidate, found: Resolved, salience: Salience) -> None:
    if candidate.name in FIRST_PERSON:
        referent, rule = salience.speaker_at(candidate.head), "speaker"
    else:
        referent, rule = antecedent(number, candidate, salience), "pronoun"
    if referent is not None:
        found.join(number, candidate, referent, rule)
