"""A graph for browsers and programs: pages, a SPARQL endpoint, RDF. It reads and never writes."""

from .options import Options
from .running import serve

__all__ = ["Options", "serve"]
