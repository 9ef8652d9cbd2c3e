"""The door: whatever labels a pipeline uses, extraction sees those of Universal Dependencies."""

from .clear import to_ud
from .door import Door, door
from .inventory import dependency_labels, entity_labels, scheme_of
from .names import renamed

__all__ = ["Door", "dependency_labels", "door", "entity_labels", "renamed", "scheme_of", "to_ud"]
