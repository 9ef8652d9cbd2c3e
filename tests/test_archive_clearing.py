"""What a writer that was killed leaves half done is finished by whoever opens the archive next."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

from kg.model import Article
from kg.store import Archive, load

from .test_archive import ROOT, assert_same, in_memory, put

_KILLED_BEFORE_LABELS = """
    import os, sys
    sys.path.insert(0, {root!r})
    from kg.store.archive import Archive, batches
    from tests.test_archive import Article, put
    batches.settle = lambda *_: os._exit(3)
    put(Archive({folder!r}), Article("ada spoke", id="two"))
"""


def test_labels_that_were_not_settled_are_settled(tmp_path: Path) -> None:
    folder, first = tmp_path / "a", Article("Ada spoke", id="one")
    with Archive(folder) as archive:
        put(archive, first)
    program = textwrap.dedent(_KILLED_BEFORE_LABELS).format(root=str(ROOT), folder=str(folder))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 3, done.stderr
    assert_same(load(folder), in_memory(first, Article("ada spoke", id="two")))
