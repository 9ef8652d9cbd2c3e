"""Where Turtle, pipeline, questions and templates are: in a wheel, an editable install or a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_SHIPPED = _PACKAGE / "_shipped"
_ROOT = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent

#: Turtle: classes and properties, actions, shapes.
ONTOLOGY = _ROOT / "ontology"
#: Turtle: people, bodies, places and posts known beforehand.
GAZETTEER = _ROOT / "data" / "gazetteer"
#: The trained spaCy directory.
PIPELINE = _ROOT / "data" / "pipeline" / "model"
#: One SPARQL file per named question.
QUERIES = _PACKAGE / "queries"
#: HTML, and the libraries it embeds.
TEMPLATES = _PACKAGE / "templates"
