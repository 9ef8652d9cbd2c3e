"""Who is who: join the mentions of an article to entities, each by a named rule.

docs/identity-and-attribution.md has the rules in the order in which they are tried. A name or pronoun that
could be two people stays unresolved or its own entity: a split can be mended by a reader, a wrong merge puts
words into the wrong mouth.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import MentionKind
from .appositions import Appositions
from .candidates import Candidate
from .descriptions import Descriptions
from .knowledge import Knowledge
from .names import join_names
from .pronoun_forms import FORMS
from .pronouns import Antecedents
from .quotes import Reported
from .reading import Reading
from .referents import Referent, Resolved, local_key
from .salience import Salience
from .speech_pronouns import Speech


def resolve(
    reading: Reading, candidates: Sequence[Candidate], quotes: Sequence[Reported], knowledge: Knowledge
) -> Resolved:
    """Join every candidate that can be joined safely to an entity.

    What stands inside direct speech comes last: whom "I" means is known only when the speaker is.
    """
    found = Resolved()
    join_names(found, candidates, reading, knowledge)
    Appositions(found, candidates, quotes, reading, knowledge).join()
    descriptions = Descriptions(found, candidates, reading, knowledge)
    salience = Salience(reading, candidates, quotes, found, knowledge.ontology.words["RepresentativeNoun"])
    speech, antecedents = Speech(salience), Antecedents(salience, knowledge)
    order = sorted(enumerate(candidates), key=lambda item: salience.in_direct_quote(item[1].head))
    for number, candidate in order:
        if number in found.mentions:
            continue
        if candidate.kind is MentionKind.NOMINAL:
            descriptions.join(number, candidate)
        elif candidate.kind is MentionKind.PRONOUN:
            _join_pronoun(number, candidate, found, speech, antecedents)
    return found


def _join_pronoun(
    number: int, candidate: Candidate, found: Resolved, speech: Speech, antecedents: Antecedents
) -> None:
    if FORMS[candidate.name].person < 3:
        found.join(number, candidate, *speech.referent(candidate))
        return
    referent = antecedents.of(number, candidate)
    if referent is not None:
        found.join(number, candidate, referent, "pronoun")
    elif not candidate.name.endswith(("self", "selves")):
        found.join(number, candidate, _nameless(candidate, speech.salience.reading), "pronoun-alone")


def _nameless(candidate: Candidate, reading: Reading) -> Referent:
    """Somebody of whom the article has said no more than a pronoun."""
    key, label = local_key(candidate, reading), FORMS[candidate.name].subject
    cls = "People" if candidate.plural and candidate.cls == "Person" else candidate.cls or "Person"
    return Referent(key, label, cls, candidate.gender, candidate.plural, nameless=True)
