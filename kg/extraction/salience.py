"""What an article shows about how present each of its people and bodies is at any point."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence, Set

from ..model import AttributionMode, MentionKind
from . import syntax
from .candidates import Candidate
from .pronoun_forms import FIRST_PERSON, FORMS
from .quotes import Reported
from .reading import Reading
from .referents import Referent, Resolved
from .tokens import Token


class Salience:
    """The sentences, quotes and speakers of one article, to be asked for any of its tokens."""

    def __init__(
        self,
        reading: Reading,
        candidates: Sequence[Candidate],
        quotes: Sequence[Reported],
        found: Resolved,
        representatives: Set[str],
    ) -> None:
        self.reading = reading
        self.doc = reading.doc
        self.candidates = candidates
        self.quotes = quotes
        self.found = found
        self.sentence = [number for number, sentence in enumerate(reading.doc.sents) for _ in sentence]
        self._quote_at: dict[int, int] = {}
        #: Token in what is reported -> the number of the quote, the innermost where several hold it.
        self._told: dict[int, int] = {}
        self._stretches: Sequence[range] | None = None
        self._representative: dict[int, int] = {}
        #: Token that is a source -> the first quote that it is the source of.
        self._sourced: dict[int, int] = {}
        for index, quote in enumerate(quotes):
            if quote.source is not None:
                self._sourced.setdefault(quote.source, index)
        self._sources = sorted(self._sourced)
        #: The numbers of the candidates by their heads.
        self._by_head = sorted(range(len(candidates)), key=self._head)
        self._heads = [candidates[number].head for number in self._by_head]
        for index, quote in enumerate(quotes):
            told = {token.i for fragment in quote.content for token in reading.tokens_in(fragment)}
            self._told.update(dict.fromkeys(told, index))
            if quote.source is not None and self.doc[quote.source].lower_ in representatives:
                self._representative.update(dict.fromkeys(told, quote.source))
            if quote.mode is AttributionMode.DIRECT:
                for fragment in quote.content:
                    for token in reading.tokens_in(fragment):
                        self._quote_at[token.i] = index
            elif told:
                spoken = (stretch for stretch in self._spoken() if not told.isdisjoint(stretch))
                for stretch in spoken:  # "Hale added that “I will sue”"
                    self._quote_at.update((i, index) for i in stretch if i in told)

    def _spoken(self) -> Sequence[range]:
        """The stretches between marks in which somebody speaks of themselves, as tokens."""
        if self._stretches is None:
            bounds = (fragment for quoted in self.reading.quoted for fragment in quoted.fragments)
            found = (range(self.reading.token_at(a), self.reading.token_at(b)) for a, b in bounds)
            own = [token.i for token in self.doc if token.lower_ in FIRST_PERSON and token.text != "i"]
            self._stretches = [r for r in found if bisect_left(own, r.start) < bisect_left(own, r.stop)]
        return self._stretches

    def in_direct_quote(self, index: int) -> bool:
        """Whether a token stands inside direct speech."""
        return index in self._quote_at

    def quote_at(self, index: int) -> int | None:
        """The first of the direct quotes that the words where a token stands belong to, by number."""
        quote = self._quote_at.get(index)
        return None if quote is None else self._origin(quote)

    def representative_at(self, index: int) -> Referent | None:
        """Who speaks for somebody else in the words where a token stands: "Hale's lawyer said he …"."""
        source = self._representative.get(index)
        found = None if source is None else self.found.at(source)
        return found[1] if found is not None else None

    def represented_at(self, index: int) -> set[str]:
        """The keys of those for whom somebody speaks where a token stands: "Hale's lawyer said he …".

        Of a pronoun that takes up another one, whoever that one means: "a friend of her rival said she …".
        """
        source = self._representative.get(index)
        if source is None:
            return set()
        noun = self.doc[source]
        first, last = syntax.full_phrase(noun)
        form = FORMS.get(self.doc[index].lower_)
        same = [t for t in self.doc[first : last + 1] if t.i != index and FORMS.get(t.lower_, self) is form]
        if taken := {found[1].key for t in same if (found := self.found.at(t.i)) is not None}:
            return taken
        whose = [
            *syntax.possessors(noun),
            *(who for word, who in syntax.noun_modifiers(noun) if word in ("for", "of")),
        ]
        return {found[1].key for who in whose if (found := self.found.at(who.i)) is not None}

    def is_told(self, index: int) -> bool:
        """Whether a token stands in what somebody is reported to have said."""
        return index in self._told

    def told_by_nobody(self, index: int, is_person: Callable[[Referent], bool]) -> bool:
        """Whether no person reports the words where a token stands: "the court heard that Hale …"."""
        quote = self._told.get(index)
        if quote is None:
            return False
        speaker, source = self.speaker(quote), self.quotes[quote].source
        if speaker is not None:
            return not is_person(speaker)
        return source is None or self.doc[source].pos_ == "NOUN"  # "an earlier version said …"

    def teller_at(self, index: int) -> Referent | None:
        """Who reports the words where a token stands, as far as it is resolved."""
        quote = self._told.get(index)
        return None if quote is None else self.speaker(quote)

    def speaker_at(self, index: int) -> Referent | None:
        """Whose direct speech a token stands in, as far as it is resolved."""
        quote = self._quote_at.get(index)
        return None if quote is None else self.speaker(quote)

    def speaker(self, quote: int) -> Referent | None:
        """The speaker of a quote, followed back through the quotes that it continues."""
        source = self.quotes[self._origin(quote)].source
        found = None if source is None else self.found.at(source)
        return found[1] if found else None

    def addressee(self, quote: int) -> Referent | None:
        """Whom a quote is told to."""
        told = self.quotes[self._origin(quote)].addressee
        found = None if told is None else self.found.at(told)
        return found[1] if found else None

    def spoken_of_at(self, index: int) -> Referent | None:
        """Of whom somebody says the words where a token stands: "“He lied,” Hale said of Marsh"."""
        quote = self._quote_at.get(index)
        cue = None if quote is None else self.quotes[self._origin(quote)].cue_index
        if cue is None or not syntax.is_verb(self.doc[cue]):
            return None
        after = (noun for word, noun in syntax.obliques(self.doc[cue]) if word in ("of", "about"))
        met = (self.found.at(noun.i) for noun in after if noun.i > cue)
        return next((found[1] for found in met if found is not None), None)

    def last_source(self, index: int) -> Token | None:
        """The word for whoever said the last quote before a token, by the article's own words."""
        own = (i for i in reversed(self._sources) if i < index and not self.is_told(i))
        before = (i for i in own if self.doc[i].lower_ != "who")
        return next((self.doc[i] for i in before), None)

    def last_speaker(self, index: int) -> Referent | None:
        """The speaker of the last quote before a token, unless somebody else became the subject since."""
        before = bisect_left(self._sources, index)
        if not before:
            return None
        source = self._sources[before - 1]
        speaker = self.speaker(self._sourced[source])
        since = slice(bisect_right(self._heads, source), bisect_left(self._heads, index))
        for number in self._by_head[since]:
            if number not in self.found.mentions or self.in_direct_quote(self._head(number)):
                continue
            if self.found.mentions[number][1] is not speaker and syntax.is_subject(
                self.doc[self._head(number)]
            ):
                return None
        return speaker

    def is_cue_subject(self, index: int) -> bool:
        """Whether a token is the source of a quote ("she added")."""
        return index in self._sourced

    def named_by(self, index: int) -> set[str]:
        """The keys of those whom a token that is a source speaks of by name: they are somebody else.

        But whoever ends a list may be: "Marsh and Ms Hale had met them, she said".
        """
        said = [quote for quote in self.quotes if quote.source == index] if index in self._sourced else []
        tokens = (t for q in said for passage in q.content for t in self.reading.tokens_in(passage))
        found = ((t, meant) for t in tokens if (meant := self.found.at(t.i)) is not None)
        named = ((t, referent) for t, (candidate, referent) in found if candidate.kind is MentionKind.NAME)
        return {r.key for t, r in named if not syntax.is_coordinated(syntax.name_head(t))}

    def _origin(self, quote: int) -> int:
        seen = set()
        while (before := self.quotes[quote].continues) is not None and quote not in seen:
            seen.add(quote)
            quote = before
        return quote

    def _head(self, number: int) -> int:
        return self.candidates[number].head
