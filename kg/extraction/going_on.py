"""Reported speech that goes on without a cue: "The court heard that Hale hit Marsh. She then robbed him."

Taken for the paper's word, such a sentence would make a fact of a charge. Where it belongs to the report for
certain it is given to whoever told it; where it may belong to it, nobody vouches for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..model import AttributionMode, Passage, Quote
from ..ontology import Ontology
from . import syntax
from .reading import Reading
from .referents import Resolved
from .reported import Reported, Scene
from .tokens import Span, Token

#: Whom a pronoun of a scene may mean: not "it", "we" or "you".
_SHE = frozenset(("he", "she", "they"))
_THEM = frozenset(("him", "her", "them"))


def told_on(scene: Scene, found: Sequence[Reported], ontology: Ontology) -> list[Reported]:
    """The sentences that go on from what somebody is reported to have said, as quotes of the same source.

    So do sentences in the past perfect, and those in the past that tell more of a scene that a court, police,
    a document or nobody by name tells of.
    """
    return [
        Reported((content,), AttributionMode.INDIRECT, continues=index)
        for index, quote in enumerate(found)
        if quote.mode is not AttributionMode.DIRECT and quote.cue is not None
        for content in _going_on(scene, index, quote, found, ontology)
    ]


def _going_on(
    scene: Scene, index: int, quote: Reported, found: Sequence[Reported], ontology: Ontology
) -> Iterator[Passage]:
    cue_first = quote.cue is not None and quote.cue.end <= quote.content[-1].start
    told = {t.lower_ for passage in quote.content for t in scene.reading.tokens_in(passage)}
    grave = _is_grave(scene, quote, ontology) and _tells_a_scene(scene.reading, quote.content, ontology)
    personal = _is_one_person(scene, quote)
    for sentence in _sentences_after(scene.reading, quote.end):
        whole = scene.reading.of_span(sentence)
        verb = sentence.root
        before = cue_first and syntax.is_past_perfect(verb)
        within = [q for q in found if q.end > whole.start and q.content[0].start < whole.end]
        direct = any(q.mode is AttributionMode.DIRECT for q in within)
        if within and (not before or direct or not all(whole.contains(q.content[0]) for q in within)):
            return
        if any(q.cue_index == verb.i for q in within) and not _is_perfect(scene, quote):
            return  # "announced an audit. She had told MPs that …" goes on with another report
        subject = next(iter(syntax.own_subjects(verb)), None)
        known = subject is not None and (subject.pos_ == "PRON" or subject.lower_ in told)
        if subject is None or not (known or (before and _is_new(subject) and _is_perfect(scene, quote))):
            return
        named = subject.lower_ in told or (subject.lower_ in _SHE and not personal)
        sure = grave and named and _is_told_of(verb, ontology)
        if not before and not (sure and (_is_linked(verb, ontology) or _meets_again(verb, told))):
            return
        yield whole if before else _without_process(scene.reading, sentence, ontology)
        told |= {t.lower_ for t in sentence if t.pos_ == "PROPN"}


def left_open(
    reading: Reading,
    reported: Sequence[Reported],
    quotes: Sequence[Quote],
    resolved: Resolved,
    ontology: Ontology,
) -> frozenset[int]:
    """The sentences, by their first token, that may go on from a report, once it is known who is who.

    Args:
        reading: the article and its Doc.
        reported: its quotes by place, for those that are no direct speech.
        quotes: its quotes with their speakers, in the same order.
        resolved: who is who.
        ontology: the lists of words.
    """
    found: set[int] = set()
    for report, quote in zip(reported, quotes, strict=True):
        if report.mode is AttributionMode.DIRECT or report.cue is None:
            continue
        if not _tells_a_scene(reading, report.content, ontology):
            continue
        around = (t for passage in report.content for t in reading.tokens_in(passage))
        scene = {mention[1].key for t in around if (mention := resolved.at(t.i)) is not None}
        scene.discard(quote.speaker or "")
        hedged = report.cue_index is not None and reading.doc[report.cue_index].pos_ == "ADV"  # "apparently"
        listed = ontology.words["SceneSource"]
        grave = not hedged and (report.source is None or reading.doc[report.source].lower_ in listed)
        for sentence in _sentences_after(reading, report.end):
            whole = reading.of_span(sentence)
            if any(q.cue is not None and whole.contains(q.cue) for q in reported):
                break
            verb = sentence.root
            subject = next(iter(syntax.own_subjects(verb)), None)
            meant = None if subject is None else resolved.at(subject.i)
            if subject is None or meant is None:
                break
            either = (
                grave and subject.lower_ in _SHE and meant[1].key == quote.speaker
            )  # a witness, or of whom
            if meant[1].key not in scene and not meant[1].nameless and not either:
                break
            if not _is_told_of(verb, ontology) or not (grave or _is_linked(verb, ontology)):
                break
            found.add(sentence.start)
    return frozenset(found)


def _sentences_after(reading: Reading, end: int) -> Iterator[Span]:
    """The sentences after the one in which a report ends at a character, in its paragraph."""
    final = reading.doc[reading.token_at(max(0, end - 1))]
    start = final.sent.end
    if not all(t.is_punct for t in reading.doc[final.i + 1 : start]):
        return
    while start < len(reading.doc) and reading.paragraph[start] == reading.paragraph[final.i]:
        sentence = reading.doc[start].sent
        yield sentence
        start = sentence.end


def _is_new(subject: Token) -> bool:
    """Whether a sentence begins with somebody not named so far: "two men", "another"."""
    words = [subject.lower_, *(t.lower_ for t in syntax.determiners(subject))]
    counted = subject.like_num or any(t.like_num for t in subject.lefts)
    return counted or not {"a", "an", "another", "one", "some"}.isdisjoint(words)


def _is_perfect(scene: Scene, quote: Reported) -> bool:
    """Whether what is reported had been before it was told: "said he had seen it"."""
    told = scene.reading.tokens_in(quote.content[0])
    return any(syntax.is_past_perfect(token) for token in told if syntax.is_verb(token))


def _is_grave(scene: Scene, quote: Reported, ontology: Ontology) -> bool:
    """Whether a report is nobody's by name, or one of a court, police or a document, or made to them."""
    listed = ontology.words["SceneSource"]
    by = quote.source is None or scene.doc[quote.source].lower_ in listed
    return by or (quote.addressee is not None and scene.doc[quote.addressee].lower_ in listed)


def _is_one_person(scene: Scene, quote: Reported) -> bool:
    """Whether "he" or "she" may mean who tells it."""
    teller = None if quote.source is None else scene.at.get(quote.source)
    return teller is not None and teller.cls == "Person" and not teller.plural


def _tells_a_scene(reading: Reading, content: Sequence[Passage], ontology: Ontology) -> bool:
    """Whether what is reported tells what somebody did."""
    tokens = reading.tokens_in(content[0])
    inside = {t.i for t in tokens}
    heads = [t for t in tokens if t.head.i not in inside or t.head is t]
    return any(
        syntax.is_verb(t) and syntax.tense(t) == "past" and t.lower_ not in ontology.words["ProcessVerb"]
        for t in heads
    )


def _is_told_of(verb: Token, ontology: Ontology) -> bool:
    """Whether a sentence tells in the past what somebody did, and not what courts and police do."""
    if not syntax.is_verb(verb) or syntax.tense(verb) != "past" or syntax.passive(verb):
        return False
    return verb.lower_ not in ontology.words["ProcessVerb"] and not syntax.is_past_perfect(verb)


def _is_linked(verb: Token, ontology: Ontology) -> bool:
    """Whether a sentence says that it goes on: "then", "also", "two days later", "that night"."""
    listed = ontology.words["GoingOnWord"]
    if any(w.lower_ in listed for w in syntax.adverbs(verb)):
        return True
    opening = verb.doc[verb.sent.start : verb.i]
    subject = next((t.i for t in opening if syntax.is_subject(t)), verb.i)
    before = [t for t in opening if t.i < subject]
    that = len(before) > 1 and before[0].lower_ == "that" and before[1].lower_ in _DAYS
    return that or any(t.lower_ in listed for t in before)


#: What "that" makes the time of the scene: "that night".
_DAYS = frozenset(("day", "night", "evening", "morning", "afternoon", "week", "month", "weekend"))


def _meets_again(verb: Token, told: set[str]) -> bool:
    """Whether a deed is done to somebody of the scene too: "he stabbed him"."""
    return any(t.lower_ in _THEM or (t.pos_ == "PROPN" and t.lower_ in told) for t in syntax.objects(verb))


def _without_process(reading: Reading, sentence: Span, ontology: Ontology) -> Passage:
    """A sentence up to what the paper may know itself: of "robbed Reed and was jailed", "robbed Reed"."""
    whole = reading.of_span(sentence)
    own: Callable[[Token], bool] = lambda t: (  # noqa: E731
        syntax.is_verb(t)
        and syntax.is_coordinated(t)
        and t.head is sentence.root
        and (syntax.passive(t) or t.lower_ in ontology.words["ProcessVerb"])
    )
    later = next((t for t in sentence if t.i > sentence.root.i and own(t)), None)
    if later is None:
        return whole
    joint = next(
        (t for t in sentence if t.i > sentence.root.i and t.pos_ == "CCONJ" and t.head is later), later
    )
    return whole._replace(end=reading.passage(joint.i - 1, joint.i - 1).end)
