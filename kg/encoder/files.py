"""The files of the model: what is missing or broken among them is named before anything is read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from ..errors import PipelineError
from .labels import Labels
from .reader import Reader
from .session import CURE, OnnxNetwork
from .wordpiece import WordPiece

MODEL, LABELS, RELATIONS, PIECES = "model.onnx", "labels.json", "relations.npz", "vocab.txt"
FILES = (MODEL, LABELS, RELATIONS, PIECES)


def load(folder: Path) -> dict[str, bytes]:
    """The contents of all files of a model, by name.

    Raises:
        PipelineError: one cannot be read.
    """
    try:
        return {name: (folder / name).read_bytes() for name in FILES}
    except OSError as error:
        raise PipelineError(f"{error.filename}: {error.strerror}. {CURE}") from error


def reader(files: Mapping[str, bytes], *, threads: int, where: str) -> Reader:
    """Make what reads out of the contents of the files.

    Args:
        files: what `load` gave.
        threads: of one run of the network.
        where: the folder, for error messages.

    Raises:
        PipelineError: a file is broken, or they do not belong together.
    """
    if missing := [name for name in FILES if name not in files]:
        raise PipelineError(f"{where} has no {missing[0]}. {CURE}")
    name = MODEL
    network = OnnxNetwork(files[MODEL], threads=threads, name=f"{where}/{MODEL}")
    try:
        name = LABELS
        labels = Labels.from_json(files[LABELS].decode("utf-8"))
        name = PIECES
        pieces = files[PIECES].decode("utf-8").removesuffix("\n").replace("\r\n", "\n").split("\n")
        wordpiece = WordPiece(pieces)
        name = RELATIONS
        with np.load(io.BytesIO(files[RELATIONS]), allow_pickle=False) as arrays:
            weights = arrays["U"]
        reader = Reader(network, labels, weights, wordpiece)
        name = MODEL
        reader.check()
        return reader
    except (ValueError, KeyError, OSError, EOFError, zipfile.BadZipFile) as error:
        raise PipelineError(f"{where}/{name} is broken: {error}. {CURE}") from error
