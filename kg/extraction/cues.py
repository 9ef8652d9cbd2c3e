"""The reporting words of an article: which verb or noun attributes which words to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ..ontology import Action
from . import syntax
from .knowledge import Knowledge
from .triggers import evocation

_SUBJECT_POS = ("NOUN", "PROPN", "PRON", "NUM")


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word, as token indexes: where it stands, who says, to whom, and what."""

    index: int
    words: tuple[int, int]
    action: Action | None
    subject: int | None = None
    """The head of its grammatical subject, or the nearest noun phrase that can be one."""
    source: int | None = None
    """The head of who says so; none in an agentless passive."""
    addressee: int | None = None
    content: tuple[tuple[int, int], ...] = ()
    """Its complement as (first, last) tokens; empty where it has none in its own sentence."""
    verb: bool = True
    passive: bool = False
    negated: bool = False


def find_cues(doc: Doc, knowledge: Knowledge) -> list[Cue]:
    """The cues of a Doc in reading order."""
    found = [*_verbs(doc, knowledge), *_according(doc), *_nouns(doc, knowledge), *_hearsay(doc, knowledge)]
    return sorted(found, key=_position)


def _position(cue: Cue) -> int:
    return cue.index


def _verbs(doc: Doc, knowledge: Knowledge) -> Iterator[Cue]:
    for token in doc:
        if not syntax.is_verb(token) or syntax.is_attributive(token):
            continue
        evoked = evocation(token, knowledge.ontology)
        if evoked is None or not evoked.action.reports:
            continue
        is_passive = syntax.passive(token)
        agents = [t for t in syntax.subjects(token) if t.pos_ in _SUBJECT_POS]
        nearest = None if is_passive else _nearest_subject(token)
        if nearest is None and not agents and syntax.is_coordinated(token):
            nearest = _nearest_subject(syntax.first_conjunct(token))
        source = (
            nearest
            if nearest is not None and (not agents or _implausible(agents[0], token))
            else _first(agents)
        )
        to_whom = syntax.indirect_objects(token) or _told(token, evoked.action)
        content = tuple(_contents(token, evoked.action, knowledge))
        yield Cue(
            index=token.i,
            words=_words(token, evoked.rest),
            action=evoked.action,
            subject=source,
            source=source,
            addressee=_first(to_whom),
            content=content,
            passive=is_passive and not agents,
            negated=False,
        )


def _first(tokens: list[Token]) -> int | None:
    return tokens[0].i if tokens else None


def _told(verb: Token, action: Action) -> list[Token]:
    """The object of a verb whose object is told or asked."""
    return syntax.objects(verb) if action.role("obj") == "addressee" else []


def _words(token: Token, rest: tuple[str, ...]) -> tuple[int, int]:
    last = token.i
    for word in rest:
        following = next((t for t in token.doc[last + 1 : last + 3] if t.lower_ == word), None)
        last = following.i if following is not None else last
    return token.i, last


def _implausible(subject: Token, verb: Token) -> bool:
    """Whether a parse gives a subject that is farther from the verb than a noun phrase right beside it."""
    return subject.sent != verb.sent or (subject.i > verb.i + 6)


def _nearest_subject(verb: Token) -> int | None:
    """The noun phrase right before a verb, or right after it in "…,’ said Ms Hale"."""
    doc = verb.doc
    for index in range(verb.i - 1, max(-1, verb.i - 4), -1):
        token = doc[index]
        if token.pos_ in _SUBJECT_POS:
            return syntax.top_of_phrase(token).i
        if token.pos_ not in ("ADV", "AUX", "PART"):
            break
    if verb.i + 1 < len(doc) and verb.i > 0 and (doc[verb.i - 1].is_punct or doc[verb.i - 1].is_quote):
        for token in doc[verb.i + 1 : verb.i + 4]:
            if token.pos_ in _SUBJECT_POS:
                return syntax.name_head(token).i
            if token.pos_ not in ("DET", "ADJ"):
                break
    return None


def _contents(verb: Token, action: Action, knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    """The complement of a reporting verb; or the clause before it in "The plan failed, Ms Hale said."."""
    for clause in syntax.complements(verb):
        first, last = syntax.clause(clause)
        if first > verb.i:
            yield first, last
            return
    fronted = _fronted(verb, action, knowledge)
    if fronted:
        yield fronted


def _fronted(verb: Token, action: Action, knowledge: Knowledge) -> tuple[int, int] | None:
    """The words before the comma in front of a closing attribution."""
    sentence = verb.sent
    rest = [t for t in verb.doc[verb.i + 1 : sentence.end] if not t.is_punct]
    taken = syntax.objects(verb) if action.role("obj") != "addressee" else []
    if len(rest) > 8 or any(syntax.is_verb(t) for t in rest) or taken:
        return None
    for index in range(verb.i - 1, sentence.start + 1, -1):
        token = verb.doc[index]
        if token.text == "," and verb.i - index <= 9:
            between = verb.doc[index + 1 : verb.i]
            if any(t.lower_ in ("who", "which", "that", "whose") for t in between):
                return None
            opener = between[0].pos_ if len(between) else ""
            subject = (
                any(t.pos_ in _SUBJECT_POS for t in between) if len(between) else _can_speak(rest, knowledge)
            )
            if (
                opener in ("CCONJ", "SCONJ", "ADP")
                or not subject
                or any(syntax.is_verb(t) and not syntax.is_attributive(t) for t in between)
            ):
                return None
            clause = verb.doc[sentence.start : index]
            if not any(syntax.is_verb(t) or t.pos_ == "AUX" for t in clause):
                return None
            return sentence.start, index - 1
    return None


def _can_speak(words: list[Token], knowledge: Knowledge) -> bool:
    """Whether the words after "…, said" begin with a name, a pronoun or a person's role."""
    roles = knowledge.gazetteer.words.head_nouns
    return bool(words) and (words[0].pos_ in ("PROPN", "PRON") or any(w.lower_ in roles for w in words[:4]))


def _according(doc: Doc) -> Iterator[Cue]:
    """ "according to X": X says the rest of the sentence."""
    for token in doc[:-2]:
        if token.lower_ != "according" or doc[token.i + 1].lower_ != "to":
            continue
        source = next(
            (t for t in doc[token.i + 2 : token.i + 10] if t.pos_ in ("NOUN", "PROPN", "PRON")), None
        )
        if source is None:
            continue
        head = syntax.name_head(source)
        sentence = token.sent
        last = syntax.phrase(head)[1]
        before, after = (sentence.start, token.i - 1), (last + 1, sentence.end - 1)
        first, end = before if token.i - sentence.start > 2 else after
        while first < end and doc[first].is_punct:
            first += 1
        while end > first and doc[end].is_punct:
            end -= 1
        if first < end:
            yield Cue(
                token.i, (token.i, token.i + 1), None, head.i, head.i, content=((first, end),), verb=False
            )


def _nouns(doc: Doc, knowledge: Knowledge) -> Iterator[Cue]:
    """ "X's warning that …": a noun that reports, with its owner and its clause."""
    for token in doc:
        action = knowledge.ontology.nouns.get(token.lower_) if token.pos_ == "NOUN" else None
        if action is None or not action.reports:
            continue
        owners = [found for owner in syntax.possessors(token) for found in syntax.conjuncts(owner)]
        by = [noun for word, noun in syntax.noun_modifiers(token) if word in ("by", "from")]
        clauses = [
            c
            for c in syntax.clausal_modifiers(token)
            if syntax.marker(c) == "that" or syntax.is_infinitive(c)
        ]
        source = _first(owners or by)
        if clauses and source is not None:
            yield Cue(
                token.i,
                (token.i, token.i),
                action,
                source,
                source,
                content=(syntax.clause(clauses[0]),),
                verb=False,
            )


def _hearsay(doc: Doc, knowledge: Knowledge) -> Iterator[Cue]:
    """ "allegedly": somebody who is not named says so."""
    for token in doc:
        effect = knowledge.ontology.operators.get(("adverb", token.lower_))
        if effect is not None and effect.hearsay:
            clause = syntax.governor(token) or token
            first, last = syntax.clause(clause)
            yield Cue(token.i, (token.i, token.i), None, content=((first, last),), verb=False)
