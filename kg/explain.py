"""What the machine read, sentence by sentence: the maintainer's microscope."""

from __future__ import annotations

from collections.abc import Iterator

from .model import Argument, Extraction, Passage, Quote, RoleAttestation, Statement, words_of


def explain(extraction: Extraction) -> Iterator[str]:
    """Yield lines of text: each sentence, what was found in it, and the verbs that gave nothing."""
    article = extraction.article
    yield f"article {article.key}  {article.title or article.id}"
    for number, sentence in enumerate(extraction.sentences, 1):
        yield ""
        yield f"[{number}] {sentence.start}-{sentence.end}  {_line(article.words(sentence))}"
        yield from _sentence(extraction, sentence)


def _sentence(extraction: Extraction, sentence: Passage) -> Iterator[str]:
    words = extraction.article.words
    labels = {entity.key: entity.label for entity in extraction.entities}
    for mention in extraction.mentions:
        if sentence.contains(mention.passage):
            what = labels[mention.entity]
            how = f"{mention.kind.lower()}, {mention.rule}"
            yield f"    mention    {_line(words(mention.passage))} = {what}  ({how})"
    for quote in extraction.quotes:
        if sentence.start <= (quote.cue or quote.content[0]).start < sentence.end:
            yield from _quote(extraction, quote, labels)
    for statement in extraction.statements:
        if statement.evidence == sentence:
            yield from _statement(extraction, statement, labels)
    for attestation in extraction.attestations:
        if attestation.evidence == sentence:
            yield _role(attestation, labels)
    for passage, reason in extraction.unread:
        if sentence.contains(passage):
            yield f"    not read   {words(passage)}: {reason}"


def _quote(extraction: Extraction, quote: Quote, labels: dict[str, str]) -> Iterator[str]:
    words = extraction.article.words
    who = labels[quote.speaker] if quote.speaker else "nobody named"
    cue = f" [{_line(words(quote.cue))}]" if quote.cue else ""
    inside = "  (inside another quote)" if quote.within else ""
    said = " … ".join(_line(words(fragment)) for fragment in quote.content)
    yield f"    quote      {who}{cue}: {said}  ({quote.mode}){inside}"


def _statement(extraction: Extraction, statement: Statement, labels: dict[str, str]) -> Iterator[str]:
    words = extraction.article.words
    who = (
        "the article"
        if statement.quote is None
        else labels.get(statement.quote.speaker or "", "somebody not named")
    )
    told = f"says {who}" if statement.asserted else f"says {who}, left open"
    how_far = f" ({words_of(statement.degree)})" if statement.degree is not None else ""
    yield (
        f"    statement  {statement.action} [{_line(words(statement.trigger))}] "
        f"{statement.modality.lower()}, {statement.polarity.lower()}{how_far}, {told}  ({statement.rule})"
    )
    for argument in statement.arguments:
        yield f"               {argument.role}: {_argument(extraction, argument, labels)}"
    if statement.filler("agent") is None:
        yield "               agent: nobody named"


def _role(attestation: RoleAttestation, labels: dict[str, str]) -> str:
    where = labels.get(attestation.organisation or "")
    told = attestation.quote
    said = "" if told is None else f", says {labels.get(told.speaker or '', 'somebody not named')}"
    standing = (attestation.standing or "when is not said").lower()
    dates = " to ".join(filter(None, (attestation.start, attestation.end)))
    return (
        f"    role       {labels[attestation.person]}: {_line(attestation.role)}"
        f"{f', in {where}' if where else ''}  "
        f"({attestation.rule}; {standing}{f' {dates}' if dates else ''}{said})"
    )


def _argument(extraction: Extraction, argument: Argument, labels: dict[str, str]) -> str:
    words = _line(extraction.article.words(argument.passage))
    words += "".join(f" ({_line(extraction.article.words(pronoun))})" for pronoun in argument.pronouns)
    label = labels.get(argument.entity or "")
    told = {s.trigger: s.action for s in extraction.statements if s.trigger in argument.deeds}
    deeds = "".join(
        f" -> {told[d]} [{_line(extraction.article.words(d))}]" for d in argument.deeds if d in told
    )
    return (f"{words} = {label}" if label and label != words else words) + deeds


def _line(words: str) -> str:
    return " ".join(words.split())
