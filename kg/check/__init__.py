"""Whether a graph keeps its contract, and whether the ontology and the gazetteer keep theirs."""

from .contract import check
from .people import PeopleReport, check_people
from .violation import Violation
from .vocabulary import check_ontology

__all__ = ["PeopleReport", "Violation", "check", "check_ontology", "check_people"]
