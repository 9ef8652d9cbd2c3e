"""What the tests share: the knowledge and the pipeline that ship with kg, the graph of the samples."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from spacy.language import Language

import kg
from kg import parse, rdf
from kg.extraction import Knowledge
from kg.flow import extractions
from kg.model import Article, Extraction
from kg.read import articles

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "data" / "articles"

# A slow machine is no failure, and a red build must be red again when it is run again.
settings.register_profile("kg", deadline=None, derandomize=True)
settings.load_profile("kg")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Debian's chromium; a test that asks for it is skipped where there is none."""
    driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("Debian's chromium is not installed")
    with driver.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The ontology and the gazetteer that ship with kg."""
    return Knowledge.shipped()


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline that ships with kg."""
    return parse.pipeline()


@pytest.fixture(scope="session")
def samples() -> tuple[Article, ...]:
    """The sample articles, in order of their file names."""
    found = tuple(item for item in articles(SAMPLES) if isinstance(item, Article))
    assert found
    return found


@pytest.fixture(scope="session")
def sample_extractions(
    samples: tuple[Article, ...], nlp: Language, knowledge: Knowledge
) -> tuple[Extraction, ...]:
    """What the shipped pipeline finds in the sample articles."""
    return tuple(extractions(samples, knowledge=knowledge))


@pytest.fixture(scope="session")
def sample_store(sample_extractions: tuple[Extraction, ...], knowledge: Knowledge) -> kg.Store:
    """The graph of the sample articles; tests must not change it."""
    store = kg.Store()
    for extraction in sample_extractions:
        store.add(rdf.quads(extraction, knowledge.ontology))
    return store


@pytest.fixture
def shared() -> Path:
    """The folder beside the project that holds the seed article and its score; not part of a clone."""
    path = ROOT.parent / "shared"
    if not path.is_dir():
        pytest.skip("no ../shared beside this checkout")
    return path
