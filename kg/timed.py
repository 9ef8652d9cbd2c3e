"""A command with a time limit: the engine of queries has none, so a child does the work and can be killed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

from .errors import QueryError

_OPTION = "--timeout"


def again_without_timeout(seconds: float, arguments: Sequence[str] | None = None) -> int:
    """Run this process's command once more, in a child without the limit; its exit code.

    Args:
        seconds: after which the child is killed.
        arguments: of the command; those of this process if not given.

    Raises:
        QueryError: the time is over.
    """
    given = sys.argv[1:] if arguments is None else arguments
    # The child imports what this process would, wherever it was started from.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path or os.getcwd() for path in sys.path)}
    sys.stdout.flush()
    command = [sys.executable, "-m", "kg", *without_timeout(given)]
    try:
        return subprocess.run(command, env=environment, timeout=seconds, check=False).returncode
    except subprocess.TimeoutExpired as problem:
        raise QueryError(
            f"There is no answer after {seconds:g} seconds. Ask for less, or give {_OPTION} more of them."
        ) from problem


def without_timeout(arguments: Sequence[str]) -> list[str]:
    """The arguments of a command without its time limit."""
    kept: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            return [*kept, argument, *rest]
        if argument == _OPTION:
            next(rest, None)
        elif not argument.startswith(f"{_OPTION}="):
            kept.append(argument)
    return kept
