"""A file system that is really full: one clear line, and what was there is still there."""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.model import Article

from .conftest import SAMPLES
from .test_cli import kg as run
from .test_cli import refused_at_last

pytestmark = pytest.mark.slow
_SIZE = 48 << 20


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small file system in memory."""
    place = tmp_path / "disk"
    place.mkdir()
    try:
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", place], capture_output=True, check=False
        )
    except FileNotFoundError:
        pytest.skip("needs mount")
    if done.returncode:
        pytest.skip("needs the right to mount a file system in memory")
    yield place
    subprocess.run(["umount", place], check=True)


def _fill(disk: Path, *, left: int) -> Path:
    """A file that leaves so many bytes of a file system."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(1 << 16))
        except OSError as problem:
            assert problem.errno == errno.ENOSPC
    os.truncate(filler, filler.stat().st_size - left)
    return filler


def test_a_file_that_does_not_fit_leaves_the_old_one(disk: Path, samples: tuple[Article, ...]) -> None:
    output = disk / "news.trig"
    kg.build(samples[0]).save(output)
    before = output.read_bytes()
    filler = _fill(disk, left=200_000)
    line = refused_at_last(run("build", SAMPLES, "-o", output))
    assert "news.trig cannot be written: No space left on device" in line
    assert output.read_bytes() == before
    assert {file.name for file in disk.iterdir()} == {"news.trig", "filler"}
    filler.unlink()
    assert run("build", SAMPLES, "-o", output).returncode == 0
    assert len(output.read_bytes()) > len(before)


def test_an_archive_holds_what_was_committed(
    disk: Path, samples: tuple[Article, ...], tmp_path: Path
) -> None:
    archive = disk / "news"
    kg.build(samples[0], archive=archive)
    filler = _fill(disk, left=300_000)
    line = refused_at_last(run("build", SAMPLES, "-o", f"{archive}/"))
    assert "news cannot be written" in line
    kept = kg.load(archive)
    ids = {str(row["id"]) for row in kept.query("SELECT ?id WHERE { ?a dct:identifier ?id }").dicts()}
    assert samples[0].id in ids
    assert list(kept.quads()) == list(kg.build([one for one in samples if one.id in ids]).quads())
    del kept
    filler.unlink()
    assert run("build", SAMPLES, "-o", f"{archive}/").returncode == 0
    assert list(kg.load(archive).quads()) == list(kg.build(samples).quads())
