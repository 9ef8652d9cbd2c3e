"""When: time expressions, what they mean, and which days that is for an article of a known day."""

from .attached import Times
from .expressions import Expression, find_expressions
from .meanings import Direction, days

__all__ = ["Direction", "Expression", "Times", "days", "find_expressions"]
