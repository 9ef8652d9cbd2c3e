"""A graph that follows the contract, written by hand, and what tests ask of its answers."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg.query import PREFIXES, Rows
from kg.store import Store

CONTRACT = Path(__file__).parent / "graphs" / "contract.ttl"
AUDIT = "audit of the harbour fund"
ST = "https://kg.example/statement/408e0fdca313b6fd."


def changed(store: Store, update: str) -> Store:
    """The store after a change that only a test may make."""
    inner = ox.Store()
    inner.extend(store.quads())
    inner.update(update, prefixes=PREFIXES)
    return Store(inner)


def column(rows: Rows, *names: str) -> list[object]:
    return [row[names[0]] if len(names) == 1 else tuple(row[n] for n in names) for row in rows.dicts()]
