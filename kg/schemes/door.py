"""What every Doc of a pipeline passes through before extraction."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..errors import PipelineError
from .clear import to_ud
from .inventory import dependency_labels, entity_labels, scheme_of
from .names import CLASSES, renamed

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Door = Callable[["Doc"], "Doc"]


def door(nlp: Language, pipeline: str | None = None) -> Door:
    """How Docs of a pipeline become what extraction reads; nothing is done to those that are so already.

    Args:
        nlp: the pipeline.
        pipeline: what the user calls it, for the error.

    Raises:
        PipelineError: it does not parse or find names, or with labels that are not known here.
    """
    name = pipeline or str(nlp.meta.get("name", "?"))
    scheme = scheme_of(dependency_labels(nlp), name)
    names = entity_labels(nlp)
    if names is not None and not names & CLASSES.keys():
        raise PipelineError(
            f"The pipeline {name!r} finds no names of people, bodies or places"
            + (f": its labels are {', '.join(sorted(names))}. " if names else ". ")
            + f"Give one whose entity recogniser knows some of {', '.join(CLASSES)}."
        )
    if scheme == "clear":
        return to_ud
    ours = names is None or names <= set(CLASSES.values())
    return _unchanged if ours else renamed


def _unchanged(doc: Doc) -> Doc:
    return doc
