"""Whom "I", "we" and "you" mean: the speaker and those spoken for or to, within one stretch of speech.

"I" is whoever speaks. "We" and "you" are known only by whose words they stand in: the same speaker's "we" is
taken for the same people throughout an article, and for nobody whom the article names. "You" is whom the
words are told to, where the article says so. Outside quotation marks the article itself speaks.
"""

from __future__ import annotations

from .candidates import Candidate
from .pronoun_forms import FORMS, Form
from .referents import Referent, local_key
from .salience import Salience


class Speech:
    """Those whom the pronouns of speech mean in one article, by whose speech it is."""

    def __init__(self, salience: Salience) -> None:
        self.salience = salience
        self._met: dict[tuple[str, Form], Referent] = {}

    def referent(self, pronoun: Candidate) -> tuple[Referent, str]:
        """Whom a pronoun of the first or second person means, and by which rule."""
        form = FORMS[pronoun.name]
        quote = self.salience.quote_at(pronoun.head)
        speaker = None if quote is None else self.salience.speaker(quote)
        if form.person == 1 and not form.plural and speaker is not None:
            return speaker, "speaker"
        told = None if quote is None else self.salience.addressee(quote)
        if form.person == 2 and told is not None:
            return told, "addressee"
        voice = speaker.key if speaker is not None else f"quote {quote}"
        if form is FORMS["we"] and self._is_everybody(pronoun):
            voice = f"{voice} everybody"
        if form.person == 2:
            voice = f"{voice} paragraph {self.salience.reading.paragraph[pronoun.head]}"
        met = self._met.get((voice, form))
        if met is None:
            met = self._met[voice, form] = self._nameless(pronoun, form, speaker)
        return met, "same-voice"

    def _is_everybody(self, pronoun: Candidate) -> bool:
        """Whether "we" takes in all who listen: "all of us", "we all"."""
        doc = self.salience.doc
        before = [token.lower_ for token in doc[max(0, pronoun.first - 2) : pronoun.first]]
        after = doc[pronoun.last + 1].lower_ if pronoun.last + 1 < len(doc) else ""
        return before == ["all", "of"] or after in ("all", "both")

    def _nameless(self, pronoun: Candidate, form: Form, speaker: Referent | None) -> Referent:
        key = local_key(pronoun, self.salience.reading)
        label = form.subject if speaker is None else f"{form.subject} ({speaker.label})"
        cls = "People" if form.plural and pronoun.cls != "Organisation" else pronoun.cls or "Person"
        return Referent(key, label, cls, plural=form.plural, nameless=True)
