"""Questions to a graph: the library of named ones, what they may be asked with, and how answers are shown."""

from .guard import checked
from .library import Question, asked, bindings, questions
from .prefixes import PREFIXES
from .render import RENDERERS
from .rows import Graph, Rows, Term

__all__ = [
    "PREFIXES",
    "RENDERERS",
    "Graph",
    "Question",
    "Rows",
    "Term",
    "asked",
    "bindings",
    "checked",
    "questions",
]
