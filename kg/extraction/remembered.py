"""What a rule says of a token, worked out once for each: a token stays as it was made."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import update_wrapper
from typing import TypeVar

from .tokens import Token

_Said = TypeVar("_Said")
_Known = TypeVar("_Known", bound=Hashable)


def remembered(rule: Callable[[Token], _Said]) -> Callable[[Token], _Said]:
    """The rule, which is asked once of each token.

    Args:
        rule: a function whose answer nobody changes.
    """

    def asked(token: Token) -> _Said:
        said = token.said
        if rule in said:
            return said[rule]  # type: ignore[no-any-return]
        answer = said[rule] = rule(token)
        return answer

    return update_wrapper(asked, rule)


def remembered_by(rule: Callable[[Token, _Known], _Said]) -> Callable[[Token, _Known], _Said]:
    """The rule, which is asked once of each token by those who know the same.

    Args:
        rule: a function of a token and of what is known, whose answer nobody changes.
    """

    def asked(token: Token, known: _Known) -> _Said:
        said, question = token.said, (rule, known)
        if question in said:
            return said[question]  # type: ignore[no-any-return]
        answer = said[question] = rule(token, known)
        return answer

    return update_wrapper(asked, rule)
