"""What a rule says of a token, worked out once for each: a token stays as it was made."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, TypeVar, TypeVarTuple

from .tokens import Token

_Others = TypeVarTuple("_Others")
_Said = TypeVar("_Said")
_NEW: Any = object()


def remembered(rule: Callable[[Token, *_Others], _Said]) -> Callable[[Token, *_Others], _Said]:
    """The rule, which is asked once of each token, and of whatever else it is given with it.

    Args:
        rule: a function of a token and of hashable values, whose answer nobody changes.
    """

    def asked(token: Token, *others: *_Others) -> _Said:
        key = (rule, *others) if others else rule
        said = token.said.get(key, _NEW)
        if said is _NEW:
            said = token.said[key] = rule(token, *others)
        return said  # type: ignore[no-any-return]

    return update_wrapper(asked, rule)
