"""Adjectives that report: "aides are adamant that Marsh lied", "Hale was sure that the pier was safe"."""

from __future__ import annotations

from collections.abc import Iterator

from . import syntax
from .contents import contents
from .cue import Cue
from .knowledge import Knowledge
from .modality import of_hardly_any, reality
from .nobody import of_few
from .sayers import sayer
from .tokens import Doc
from .triggers import is_conviction


def convictions(doc: Doc, knowledge: Knowledge) -> Iterator[Cue]:
    """The cues of an article that are predicates: who is sure of what, and whether it is told as so.

    Args:
        doc: the words of the article.
        knowledge: the adjectives, ``kg:ConvictionAdjective``.
    """
    for token in doc:
        if not is_conviction(token, knowledge.ontology):
            continue
        reported = contents(token, None, knowledge.gazetteer.words)
        who = next(iter(syntax.own_subjects(token)), None)
        source = who.i if who is not None else sayer(token, knowledge.ontology).source
        if not reported or source is None or doc[reported[0][0] - 1].text == ":":
            continue  # "the plan is clear: to sue"
        real = reality(token, knowledge.ontology)
        less = any(word.lower_ in ("less", "hardly", "scarcely") for word in syntax.adverbs(token))
        doubted = less or of_hardly_any(token, knowledge.ontology) or of_few(doc[source])
        yield Cue(
            index=token.i,
            words=(syntax.verb_group(token), token.i),
            action=None,
            subject=source,
            source=source,
            content=reported,
            verb=False,
            said=real is not None and real.happened and not doubted,
        )
