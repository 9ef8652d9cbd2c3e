"""An ordinary spaCy pipeline around the exported network: `python package.py EXPORTED FOLDER VERSION`."""

from __future__ import annotations

import sys
from pathlib import Path

import spacy

NAME = "news_ud"
DESCRIPTION = "English tags, lemmas, Universal Dependencies and names for British news, by one small encoder"


def package(exported: Path, out: Path, version: str) -> None:
    """Write the folder that `spacy.load` takes."""
    nlp = spacy.blank("en")
    component = nlp.add_pipe("kg_encoder")
    component.from_disk(exported)  # type: ignore[attr-defined]
    nlp.meta.update(name=NAME, version=version, description=DESCRIPTION, license="CC BY-SA 4.0")
    nlp.to_disk(out)


if __name__ == "__main__":
    package(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
