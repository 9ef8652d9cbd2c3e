"""Which labels a pipeline uses: read off the components that assign them, never off the pipeline's name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from ..errors import PipelineError

if TYPE_CHECKING:
    from spacy.language import Language

Scheme = Literal["ud", "clear"]

#: Labels that are in every parser of a scheme and in none of the other.
_MARKS: dict[Scheme, frozenset[str]] = {
    "ud": frozenset(("nsubj:pass", "obj", "obl", "case")),
    "clear": frozenset(("nsubjpass", "dobj", "pobj", "prep")),
}


def scheme_of(labels: Iterable[str], pipeline: str) -> Scheme:
    """The scheme that a parser's labels belong to.

    Args:
        labels: the dependency labels that it may assign.
        pipeline: the name of the pipeline, for the error.

    Raises:
        PipelineError: they are of neither scheme, or there are none.
    """
    known = frozenset(labels)
    if not known:
        raise PipelineError(f"The pipeline {pipeline!r} has no parser. Give one that parses English.")
    for scheme, marks in _MARKS.items():
        if marks <= known:
            return scheme
    raise PipelineError(
        f"The parser of {pipeline!r} uses neither Universal Dependencies (nsubj:pass, obj, obl, …) nor the "
        "labels of spaCy's English pipelines (nsubjpass, dobj, pobj, …). Give one that uses either."
    )


def dependency_labels(nlp: Language) -> frozenset[str]:
    """The dependency labels that a pipeline may assign."""
    return _labels(nlp, "token.dep")


def entity_labels(nlp: Language) -> frozenset[str] | None:
    """The labels of names that a pipeline may assign.

    None where one component assigns dependencies too, so that its labels do not tell which is which.
    """
    both = set(_assigning(nlp, "token.dep")) & set(_assigning(nlp, "doc.ents"))
    return None if both else _labels(nlp, "doc.ents")


def _labels(nlp: Language, attribute: str) -> frozenset[str]:
    components = (nlp.get_pipe(name) for name in _assigning(nlp, attribute))
    return frozenset(label for component in components for label in getattr(component, "labels", ()))


def _assigning(nlp: Language, attribute: str) -> list[str]:
    """The components that say they assign an attribute."""
    return [name for name in nlp.pipe_names if attribute in nlp.get_pipe_meta(name).assigns]
