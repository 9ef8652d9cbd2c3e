"""Forms and scores of scripts -> lemmas that are words.

The network knows which script a word of this kind takes in this sentence; what it cannot know is which words
there are: "formed" could be of "form" or of "forme". So among the scripts it thinks of, one is taken whose
lemma is a known word and has that form by the rules of English spelling, or as one of its irregular verbs.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from .. import inflection
from . import lemmas

Floats = NDArray[np.floating]
#: Endings that are left when too little was taken off: "certifi", "expelle", "proclaime", "allie".
_ODD = re.compile(r"i$|([^aeiou])\1e$|(ai|ea|ee|ei|oa|oo|ou)[bdfhjklmnpqrtwx]e$|...ie$")
_VERBS = frozenset(("VBD", "VBN", "VBG", "VBZ"))
#: Tags of words that are not their own lemma, but for a few like "put" and "sheep".
_INFLECTED = _VERBS | {"NNS", "JJR", "JJS"}
#: Words remembered, by form and tag and what the network thinks first.
_REMEMBERED = 50_000


class Lemmatizer:
    """Chooses the lemma of each word of a segment."""

    def __init__(self, scripts: Sequence[str], words: Collection[str] = ()) -> None:
        """Put together what the lemma of a word is chosen by.

        Args:
            scripts: the classes of the lemma head, see `lemmas`.
            words: known words, in lower case.
        """
        self._scripts = tuple(scripts)
        self._words = frozenset(words)
        self._apply = lru_cache(_REMEMBERED)(lambda number, form: lemmas.apply(self._scripts[number], form))
        self._is_sound = lru_cache(_REMEMBERED)(self._looks_sound)

    def __call__(self, forms: Sequence[str], tags: Sequence[str], scores: Floats) -> list[str]:
        """The lemma of each form.

        Args:
            forms: the words as they stand in the text.
            tags: their Penn Treebank tags.
            scores: [words, scripts].
        """
        best = scores.argmax(axis=1).tolist()
        return [
            self._lemma(form, tag, self._apply(number, form), row)
            for form, tag, number, row in zip(forms, tags, best, scores, strict=True)
        ]

    def _lemma(self, form: str, tag: str, first: str | None, scores: Floats) -> str:
        inflected = tag in _INFLECTED and form[0].isalpha()
        if first and (not inflected or self._is_sound(form, tag, first)):
            return first
        tried = list(dict.fromkeys(self._candidates(form, scores)))
        if not inflected:
            return tried[0] if tried else form
        tried += inflection.irregular_lemmas(form.lower()) if tag in _VERBS else ()
        known = (lemma for lemma in tried if self._is_sound(form, tag, lemma))
        spelt = (lemma for lemma in tried if not _ODD.search(lemma) and _has_form(lemma, form, tag))
        return next(known, None) or next(spelt, None) or first or form

    def _candidates(self, form: str, scores: Floats) -> Iterator[str]:
        for number in np.argsort(-scores, kind="stable").tolist():
            if lemma := self._apply(number, form):
                yield lemma

    def _looks_sound(self, form: str, tag: str, lemma: str) -> bool:
        """Whether a lemma is a known word that may have this form under this tag."""
        return lemma.lower() in self._words and _has_form(lemma, form, tag)


def _has_form(lemma: str, form: str, tag: str) -> bool:
    """Whether a form under a tag may be that of a lemma, by spelling alone."""
    plain, small = lemma.lower(), form.lower()
    if tag not in _VERBS:
        return plain != small or small[-1:] != "s"
    return small in inflection.forms(plain) and (plain != small or plain in inflection.INVARIANT)
