"""One served graph for all tests of this folder that only read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

import kg
from tests.serve.site import quads, serving


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of two articles, each a named graph."""
    path = tmp_path_factory.mktemp("served") / "news.trig"
    store = kg.Store()
    store.add(quads())
    store.save(path)
    return path


@pytest.fixture(scope="session")
def site(graph: Path) -> Iterator[httpx.Client]:
    """A client of that file, served with the defaults."""
    with serving(graph) as client:
        yield client
