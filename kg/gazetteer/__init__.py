"""Who and what is known beforehand: what ships in data/gazetteer, and the files that a user adds."""

from .files import extended, inspected
from .keys import id_key, name_key, name_label
from .turtle import load
from .values import WIKIDATA, Gazetteer, Known, Post, Tenure, Words

__all__ = [
    "WIKIDATA",
    "Gazetteer",
    "Known",
    "Post",
    "Tenure",
    "Words",
    "extended",
    "id_key",
    "inspected",
    "load",
    "name_key",
    "name_label",
]
