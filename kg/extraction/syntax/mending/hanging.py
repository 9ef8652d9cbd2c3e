"""How a word is hung elsewhere in its sentence, and the tree told about it."""

from __future__ import annotations

from collections.abc import Sequence

from ...tokens import Token
from ..words import PASSIVE, SUBJECT, is_finite

#: The words of one sentence, in order.
Words = Sequence[Token]

#: The relation of what is kept out of a clause: no rule looks for it.
APART = "dep"
_AUXILIARY = ("aux", "aux:pass", "cop")
_MARK_BEFORE = ("neg", "advmod")
_SUBJECTS = SUBJECT + PASSIVE


def hang(token: Token, head: Token, dep: str) -> None:
    """Hang a word, with all that hangs on it, on another one; on itself as the root."""
    token.head = head
    token.dep_ = dep


def take_place(token: Token, of: Token) -> None:
    """Hang a word where another one hangs."""
    hang(token, token if of.head is of else of.head, of.dep_)


def settle(words: Words) -> None:
    """Tell the words of a sentence what hangs on each, once their heads are settled.

    A circle is opened at its first word: a sentence that is hung wrongly must not stop the reading.
    """
    for token in words:
        if any(above is token for above, _ in zip(token.ancestors, words, strict=False)):
            root = next((word for word in words if word.head is word), token)
            hang(token, root, APART)
    hanging: dict[int, list[Token]] = {token.i: [] for token in words}
    for token in words:
        if token.head is not token:
            hanging[token.head.i].append(token)
    for token in words:
        token.children = hanging[token.i]
        token.lefts = [child for child in token.children if child.i < token.i]
        token.rights = [child for child in token.children if child.i > token.i]
        token.left_edge = token.right_edge = token
    for token in words:  # each word widens the edges of all above it
        for above in token.ancestors:
            if token.i < above.left_edge.i:
                above.left_edge = token
            elif token.i > above.right_edge.i:
                above.right_edge = token


def subject(verb: Token) -> Token | None:
    """The word that a parse makes the subject of a verb; the first of several."""
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            return child
    return None


def has(token: Token, *deps: str) -> bool:
    """Whether something hangs on a word by one of these relations."""
    return any([child.dep_ in deps for child in token.children])


def opening(verb: Token) -> int:
    """Where the words that stand right before a verb and belong to it begin: of "was never seen", "was"."""
    first = verb.i
    while first > verb.sent.start:
        word = verb.doc[first - 1]
        if word.head is not verb or word.dep_ not in (*_AUXILIARY, *_MARK_BEFORE):
            break
        first -= 1
    return first


def has_tense(verb: Token) -> bool:
    """Whether a verb has a tense, by itself or by an auxiliary of its own."""
    return is_finite(verb) or any(c.dep_ in _AUXILIARY and is_finite(c) for c in verb.lefts)


def is_negation(token: Token) -> bool:
    """Whether a word denies: "not", "never"."""
    return "Neg" in token.morph.get("Polarity", []) or token.lower_ in ("not", "n't", "n’t", "never")


def before(words: Words, token: Token) -> Token | None:
    """The word before another one of the sentence."""
    return token.nbor(-1) if token.i > words[0].i else None


def after(words: Words, token: Token) -> Token | None:
    """The word after another one of the sentence."""
    return token.nbor() if token.i < words[-1].i else None
