"""What extraction knows before it reads: the ontology, and the gazetteer with its names compiled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from os import PathLike
from typing import TYPE_CHECKING

from ..gazetteer import Gazetteer, Known, extended
from ..ontology import Ontology
from ..ontology import load as load_ontology
from .listed import counts, names_of_others
from .tokens import Doc, Span

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokenizer import Tokenizer
    from spacy.vocab import Vocab


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """The ontology and the gazetteer that an extraction uses."""

    ontology: Ontology
    gazetteer: Gazetteer

    @classmethod
    def shipped(cls) -> Knowledge:
        """What comes with kg."""
        return cls.of(())

    @classmethod
    def of(cls, files: Iterable[str | PathLike[str]]) -> Knowledge:
        """What comes with kg, and what files of people and bodies say.

        Raises:
            KgError: a file cannot be followed.
        """
        return cls(load_ontology(), extended(files))

    def general_class(self, cls: str) -> str:
        """The top class of a class: ``"Council"`` gives ``"Organisation"``."""
        return self.ontology.classes.get(cls, (cls,))[0]

    def classes(self, cls: str) -> tuple[str, ...]:
        """A class with its ancestors, most general first."""
        return self.ontology.classes.get(cls, (cls,))

    def match(self, doc: Doc) -> tuple[list[tuple[Span, Known, bool]], list[tuple[Span, str]]]:
        """The names of known entities in a Doc, with whether each is only an adjective; and posts, by key.

        A name that others bear too counts only where the article has two unambiguous names of other people or
        bodies of the same scope: elsewhere "the Government" may be any.
        """
        parsed, vocab = doc.parsed, doc.parsed.vocab
        names = [
            (vocab.strings[match].split("|"), doc.span(a, b))
            for match, a, b in _names(self.gazetteer, vocab)(parsed)
        ]
        posts = [
            (vocab.strings[match].split("|"), doc.span(a, b))
            for match, a, b in _posts(self.gazetteer, vocab)(parsed)
        ]
        sure = {key for (key, how), _ in names if how == "own"}
        scopes = Counter(self.gazetteer.known[key].source for key in sure if self._can_act(key))
        post_scope = self.gazetteer.post_scope
        found = [(span, self.gazetteer.known[key], how) for (key, how), span in names]
        if any(how == "listed" for _, _, how in found):
            others = names_of_others(doc)
            found = [
                (span, known, how)
                for span, known, how in found
                if how != "listed"
                or counts(span, self.general_class(known.cls), self.gazetteer.words, others)
            ]
        return (
            [
                (span, known, how == "adjective")
                for span, known, how in found
                if how != "shared" or scopes[known.source] >= _CONTEXT
            ],
            [(span, key) for (key, how), span in posts if how != "shared" or scopes[post_scope] >= _CONTEXT],
        )

    def _can_act(self, key: str) -> bool:
        return self.general_class(self.gazetteer.known[key].cls) in ("Person", "Organisation")


#: How many unambiguous names of a scope make its shared names understood.
_CONTEXT = 2


@lru_cache(maxsize=8)
def _names(gazetteer: Gazetteer, vocab: Vocab) -> PhraseMatcher:
    """Names of entities, matched in their own case with either apostrophe; none that two entities bear."""
    tokenizer, matcher = _matching(vocab)
    taken = {word for known in gazetteer.known.values() for word in (*known.shared, *known.adjectives)}
    taken |= {word for post in gazetteer.posts.values() for word in (post.label, *post.names, *post.shared)}
    for known in gazetteer.known.values():
        adjectives = tuple(word for word in known.adjectives if word not in known.names + known.shared)
        own = tuple(name for name in known.names if name not in gazetteer.ambiguous)
        listed = tuple(
            name
            for name in known.listed
            if name not in gazetteer.ambiguous
            and name not in taken
            and name not in own
            # One word of a person's name is shared by many; it is theirs only if they are always called so.
            and (" " in name or known.cls != "Person" or name == known.label)
        )
        for how, words in (
            ("own", own),
            ("shared", known.shared),
            ("adjective", adjectives),
            ("listed", listed),
        ):
            if words:
                matcher.add(
                    f"{known.key}|{how}", [tokenizer(form) for word in words for form in _apostrophes(word)]
                )
    return matcher


@lru_cache(maxsize=8)
def _posts(gazetteer: Gazetteer, vocab: Vocab) -> PhraseMatcher:
    """Names of posts, matched in any usual case; acronyms in capitals only: "PM" is a post, "3 pm" is not."""
    tokenizer, matcher = _matching(vocab)
    for post in gazetteer.posts.values():
        for how, words in (("own", post.names), ("shared", post.shared)):
            cases = {
                case
                for word in words
                for case in (word, *(() if word.isupper() else (word.lower(), word.title())))
            }
            cases |= {word[:1].upper() + word[1:].lower() for word in words if not word.isupper()}
            cases |= {*post.exact} if how == "own" else set()
            if cases:
                matcher.add(f"{post.key}|{how}", [tokenizer(case) for case in sorted(cases)])
    return matcher


def _matching(vocab: Vocab) -> tuple[Tokenizer, PhraseMatcher]:
    """What cuts names into words, and what will find them; spaCy is imported where something is read."""
    from spacy.lang.en import English
    from spacy.matcher import PhraseMatcher

    return English(vocab=vocab).tokenizer, PhraseMatcher(vocab, attr="ORTH")


def _apostrophes(word: str) -> set[str]:
    return {word, word.replace("'", "’")}
