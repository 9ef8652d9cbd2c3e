"""The reporting word that stands beside a quote, before its opening mark or after its closing one."""

from __future__ import annotations

from ..model import MentionKind, Passage
from . import syntax
from .candidates import Candidate
from .cue import Cue
from .marks import Quoted
from .reported import Scene
from .sayers import before_brackets
from .tokens import Token

_SENTENCE_END = frozenset((".", "!", "?"))


def cue_beside(scene: Scene, quoted: Quoted, fragments: tuple[Passage, ...]) -> Cue | None:
    """The cue before or after a quote; before it where a colon announces the quote."""
    outer = scene.inside - scene.nicknames if quoted.depth == 0 else set()
    labelled = _label(scene, scene.reading.token_at(fragments[0].start))
    if labelled is not None:
        return labelled
    before = _cue_before(scene, fragments[0], outer)
    handed_on = scene.last_character(fragments[-1]) == ","  # to a cue that follows
    if before is not None and scene.character_before(fragments[0]) == ":" and not handed_on:
        return before
    after = _cue_after(scene, fragments[-1], outer)
    if before is not None and after is not None and syntax.is_gerund(scene.doc[after.index]):
        return before  # "Hale said: “It fell,” adding that …"
    start = scene.reading.token_at(fragments[0].start)
    return after or before or _announced(scene, start) or _in_sentence_before(scene, start)


def _cue_after(scene: Scene, fragment: Passage, outer: set[int]) -> Cue | None:
    """The cue in what follows the closing mark: "…,’ she said", "…,’ said Ms Hale"."""
    if scene.last_character(fragment) == ".":
        return _alone_after(scene, fragment)  # a full stop ends the sentence: what follows is one of its own
    reading, doc = scene.reading, scene.doc
    start = reading.token_at(fragment.end)
    paragraph = reading.paragraph[min(start, len(doc)) - 1]
    for index in range(start, min(start + 40, len(doc))):
        token = doc[index]
        ends = token.text in _SENTENCE_END or token.text in (";", ":")
        if reading.paragraph[index] != paragraph or index in outer or ends:
            break
        cue = scene.verb_at.get(index)
        if cue:
            if doc[start].tag_ in ("WDT", "WP", "WRB"):
                return None  # "“No,” when Marsh asked him"; "“the pier,” which fell"
            if cue.relative is not None and cue.relative > start:
                continue  # "“No,” Hale, who had called it a sham, said"
            subject = cue.subject
            near = index - start <= 1 or (subject is not None and subject >= start) or start in scene.at
            if index - start >= 14:  # only after all that is said of the speaker
                near = subject is not None and start <= subject < start + 6
            return cue if near and not cue.passive else None
    within = start < len(doc) and reading.paragraph[start] == paragraph
    return _unlisted_cue(scene, start) if within else None


def _alone_after(scene: Scene, fragment: Passage) -> Cue | None:
    """The cue of a sentence that holds nothing but an attribution: "“It fell.” Ada Hale said."."""
    doc, start = scene.doc, scene.reading.token_at(fragment.end)
    last = next((t.i for t in doc[start : start + 6] if t.text == "."), None)
    if last is None:
        return None
    cue = scene.verb_at.get(last - 1)
    same = cue is not None and scene.reading.paragraph[start] == scene.paragraph(fragment.end - 1)
    if cue is None or not same or cue.passive or cue.addressee is not None:
        return None
    bare = doc[cue.index].tag_ in ("VBD", "VBZ") and all(not syntax.is_verb(t) for t in doc[start : last - 1])
    return cue if bare and cue.source is not None and start <= cue.source < cue.index else None


def _unlisted_cue(scene: Scene, start: int) -> Cue | None:
    """A verb that no list has, right after the name that follows a quote: "…,” Hale continued."."""
    if start >= len(scene.doc):
        return None
    speaker = scene.at.get(start)
    named = speaker is not None or scene.doc[start].text[:1].isupper()
    index = (speaker.last if speaker is not None else start) + 1
    if not named or index >= len(scene.doc) or not _may_voice(scene.doc[index]):
        return None
    head = speaker.head if speaker is not None else start
    return Cue(index, (index, index), None, head, head)


def _may_voice(token: Token) -> bool:
    return syntax.is_finite(token) and token.pos_ == "VERB"


def _cue_before(scene: Scene, fragment: Passage, outer: set[int]) -> Cue | None:
    """The cue in what stands before the opening mark: "She said: ‘…"."""
    reading, doc = scene.reading, scene.doc
    start = reading.token_at(fragment.start)
    before = scene.character_before(fragment)
    for index in range(start - 1, max(-1, start - 40), -1):
        token = doc[index]
        other = reading.paragraph[index] != reading.paragraph[start]
        if (other and before != "\n") or index in outer or token.text in _SENTENCE_END:
            return None
        if other and doc[start - 1].text != ":":
            return None
        if index in scene.according_at:
            return scene.according_at[index] if before == "," else None
        noun = scene.noun_at.get(index) if start - index <= 2 else None
        if noun is not None and noun.source is not None and doc[noun.source].pos_ != "PRON":
            return noun  # "repeating Hale's words, “no more”"
        cue = scene.verb_at.get(index)
        if cue:
            close = before in (":", ",") or start - index <= 3 or before == "\n"
            return cue if close and not cue.passive else None
    return None


def _label(scene: Scene, start: int) -> Cue | None:
    """A name that stands alone before the colon before a quote: "Pier reopens – Ada Hale: “At last.”"."""
    colon = _last_word(scene, start)
    named = _named_before(scene, colon)
    if named is None:
        return None
    first = scene.doc[named.first - 1] if named.first else None
    alone = first is None or first.text in ("-", "–", "—") or first.is_space
    return Cue(colon, (colon, colon), None, named.head, named.head) if alone else None


def _named_before(scene: Scene, colon: int) -> Candidate | None:
    """The name that ends right before a colon, brackets left out."""
    if colon < 1 or scene.doc[colon].text != ":":
        return None
    last = before_brackets(scene.doc, colon)
    named = scene.at.get(last)
    return named if named is not None and named.last == last and named.kind is MentionKind.NAME else None


def _announced(scene: Scene, start: int) -> Cue | None:
    """Who has the floor where a colon ends the words before a quote: "Hale had an answer: “No.”"."""
    colon = _last_word(scene, start)
    if colon < 1 or scene.doc[colon].text != ":":
        return None
    named = _named_before(scene, colon)
    if named is not None and named.cls == "Person":  # "It did not trouble Ada Hale: “No.”"
        return Cue(colon, (colon, colon), None, named.head, named.head)
    last = before_brackets(scene.doc, colon)
    owners = [t for t in syntax.possessors(scene.doc[last]) if t.pos_ == "PRON"]
    if owners:
        return Cue(last, (last, last), None, owners[0].i, owners[0].i)  # "She had changed her answer: “No.”"
    verb = scene.doc[colon].sent.root
    subjects = syntax.own_subjects(verb)
    if verb.i > colon or not syntax.is_verb(verb) or syntax.passive(verb) or not subjects:
        return None
    head = subjects[0].i
    return Cue(verb.i, (syntax.verb_group(verb), verb.i), None, head, head)


def _in_sentence_before(scene: Scene, start: int) -> Cue | None:
    """The cue of a sentence that says who spoke, and not what: "Ada Hale replied by letter. “No.”"."""
    stop = _last_word(scene, start)
    paragraph = scene.reading.paragraph
    if stop < 1 or scene.doc[stop].text != "." or paragraph[stop] != paragraph[start]:
        return None
    sentence = scene.doc[stop].sent
    cue = scene.verb_at.get(sentence.root.i)
    if cue is None or cue.content or cue.passive or not cue.said or cue.source is None:
        return None
    return None if any(i in scene.inside for i in range(sentence.start, stop)) else cue


def _last_word(scene: Scene, start: int) -> int:
    """The last token before another that is no space, or -1."""
    return next((i for i in range(start - 1, -1, -1) if not scene.doc[i].is_space), -1)
