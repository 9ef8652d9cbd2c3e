"""Whether a graph keeps its contract, and whether the ontology and the gazetteer keep theirs."""

from .contract import check
from .violation import Violation
from .vocabulary import check_ontology

__all__ = ["Violation", "check", "check_ontology"]
