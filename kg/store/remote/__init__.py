"""A graph behind any SPARQL 1.1 endpoint: read like a file, written like an archive."""

from .addresses import VARIABLES, Addresses, addresses, is_remote
from .reading import Remote, opened
from .writing import Endpoint, removed

__all__ = ["VARIABLES", "Addresses", "Endpoint", "Remote", "addresses", "is_remote", "opened", "removed"]
