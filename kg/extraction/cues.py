"""The reporting words of an article: which verb or noun attributes which words to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..model import Modality, Polarity
from ..ontology import Action, Ontology
from . import syntax
from .contents import Ranges, contents, unlisted
from .knowledge import Knowledge
from .modality import reality
from .tokens import Doc, Token
from .topics import topic, topic_of_noun
from .triggers import evocation
from .viewpoints import viewpoints

_SUBJECT_POS = ("NOUN", "PROPN", "PRON", "NUM", "X")
_SAID = (Modality.ACTUAL, Polarity.POSITIVE)


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
    relative: int | None = None
    """The relative pronoun that stands for the source: "who said"."""
    addressee: int | None = None
    content: Ranges = ()
    """Its complement as (first, last) tokens; empty where it has none in its own sentence."""
    clause: bool = True
    """Whether its complement is a clause, not a thing that is spoken of."""
    verb: bool = True
    passive: bool = False
    said: bool = True
    """Whether the source did say it: not so in "refused to deny", "will say", "never claimed"."""


def find_cues(doc: Doc, knowledge: Knowledge) -> list[Cue]:
    """The cues of a Doc in reading order."""
    views = (
        Cue(v.words[0], v.words, None, v.source, v.source, content=v.content, verb=False)
        for v in viewpoints(doc, knowledge.ontology)
    )
    found = [*_verbs(doc, knowledge), *views, *_nouns(doc, knowledge), *_hearsay(doc, knowledge)]
    return _parted(doc, sorted(found, key=_position))


def _parted(doc: Doc, cues: list[Cue]) -> list[Cue]:
    """Cues without what another one opens after them: "The pier fell, Hale said, citing the report"."""
    opens = {cue.index for cue in cues if cue.verb and cue.content and syntax.is_gerund(doc[cue.index])}
    return [
        replace(
            cue,
            content=(
                *cue.content[:1],
                *(r for r in cue.content[1:] if r[0] not in opens or r[0] < cue.index),
            ),
        )
        for cue in cues
    ]


def _position(cue: Cue) -> int:
    return cue.index


def _verbs(doc: Doc, knowledge: Knowledge) -> Iterator[Cue]:
    for token in doc:
        if not syntax.is_verb(token) or syntax.is_attributive(token):
            continue
        evoked = evocation(token, knowledge.ontology)
        thing = topic(token, evoked, knowledge.ontology)
        voicing = knowledge.ontology.words["VoicingVerb"]
        puts = " ".join(t.lower_ for t in doc[token.i : token.i + 2]) in voicing
        voices = puts or token.lower_ in voicing
        listed = evoked is not None and evoked.action.reports
        generic = () if listed else unlisted(token, knowledge.ontology)
        if not (thing or voices or listed or generic):
            continue
        action = evoked.action if evoked is not None else None
        inverted = _inverted(token)
        is_passive = inverted is None and syntax.passive(token)
        times = knowledge.ontology.words["TimeNoun"]
        subjects = syntax.subjects(_holder(token, knowledge.ontology))
        agents = [t for t in subjects if _may_speak(t) and not _is_time(t, times)]
        agents = agents if inverted is None else [inverted]
        nearest = None if is_passive else _nearest_subject(token, times)
        if nearest is None and not agents and syntax.is_coordinated(token):
            nearest = _nearest_subject(syntax.first_conjunct(token), times)
        source = (
            nearest
            if nearest is not None and (not agents or _implausible(agents[0], token))
            else _first(agents)
        )
        to_whom = syntax.indirect_objects(token) or (_told(token, action) if action else [])
        reported = contents(token, action, knowledge.gazetteer.words) if listed or puts else generic
        of_thing = bool(thing) and source is not None and (not reported or _holds(thing, reported))
        reported = thing if of_thing else reported
        if source is not None and any(first <= source <= last for first, last in reported):
            source = nearest if nearest is not None else source  # the parse took the subject from the content
        if source is None or syntax.is_gerund(token) or "as" in syntax.markers(token):
            source = _outside(token, source, knowledge.ontology)
        real = reality(token, knowledge.ontology)
        rest = ("it",) if puts else evoked.rest if evoked is not None else ()
        urged = action is not None and not rest and _may_be_urged(token, action)
        if _is_perfect_report(token):
            source = None
        yield Cue(
            index=token.i,
            words=_words(token, rest, reported),
            action=action,
            subject=source,
            source=source,
            relative=None if (pronoun := _relative(token)) is None else pronoun.i,
            addressee=_first(to_whom),
            content=reported,
            clause=not of_thing,
            passive=is_passive and not agents,
            said=real is not None and (real.modality, real.polarity) == _SAID and not urged,
        )


def _holder(verb: Token, ontology: Ontology) -> Token:
    """The verb whose subject says what a verb reports: of "Hale said it was late, adding that …", "said"."""
    holder = syntax.fronts(verb) or syntax.main_verb(verb)
    while holder != verb and syntax.is_complement(holder) and holder.head.i < holder.i:
        above, own = holder.head, evocation(holder, ontology)
        if not syntax.own_subjects(above) or (own is not None and own.action.reports):
            break
        holder = above  # "said that Marsh stood for greed, calling it a shame"
    return holder


def _relative(verb: Token) -> Token | None:
    """The relative pronoun that is the subject of a verb, or of the verb that it goes on from."""
    own = syntax.own_subjects(verb)
    return syntax.relative_subject(verb if own else syntax.first_conjunct(verb))


def _outside(verb: Token, source: int | None, ontology: Ontology) -> int | None:
    """Who says so where the clause of a verb does not tell: "spoke at a rally calling it a mess".

    Nobody speaks through an occasion; a document in which something is "stated" does.
    """
    doc = verb.doc
    if source is not None and doc[source].lower_ in ontology.words["OccasionNoun"]:
        before = doc[max(verb.sent.start, syntax.phrase(doc[source])[0] - 2) : source]
        found = [s for t in before if syntax.is_verb(t) for s in syntax.own_subjects(t)]
        return found[-1].i if found else source
    if source is not None and doc[source].lower_ in ontology.words["IssuedNoun"]:
        issuer = syntax.maker(doc[source]) if syntax.is_noun_clause(verb) else None
        return source if issuer is None else issuer.i  # "Hale issued a statement saying it was a mess"
    aside = syntax.opened_aside(verb)
    if aside is not None and (source is None or aside < source < verb.i):
        return syntax.top_of_phrase(doc[aside - 1]).i  # "Hale – who lost – calling it a mess"
    if "as" in syntax.markers(verb) and verb.tag_ == "VBN" and not syntax.own_subjects(verb):
        places = [noun for word, noun in syntax.obliques(verb) if word == "in" and noun.i > verb.i]
        place = _first([noun for noun in places if not _is_time(noun, ontology.words["TimeNoun"])])
        return source if place is None else place  # "as stated in the report"
    return source


def _holds(wider: Ranges, ranges: Ranges) -> bool:
    """Whether ranges lie inside the first of others."""
    return all(wider[0][0] <= first and last <= wider[0][1] for first, last in ranges)


def _first(tokens: list[Token]) -> int | None:
    return tokens[0].i if tokens else None


def _told(verb: Token, action: Action) -> list[Token]:
    """The object of a verb whose object is told or asked."""
    return syntax.objects(verb) if action.role("obj") == "addressee" else []


def _words(token: Token, rest: tuple[str, ...], content: Ranges) -> tuple[int, int]:
    """The words of a reporting verb outside its content, from its first auxiliary to its last particle."""
    last = token.i
    for word in rest:
        following = next((t for t in token.doc[last + 1 : last + 3] if t.lower_ == word), None)
        if following is not None and not any(a <= following.i <= b for a, b in content):
            last = following.i
    return syntax.verb_group(token), last


def _implausible(subject: Token, verb: Token) -> bool:
    """Whether a parse gives a subject that is farther from the verb than a noun phrase right beside it."""
    return subject.sent != verb.sent or (subject.i > verb.i + 6)


def _nearest_subject(verb: Token, times: frozenset[str]) -> int | None:
    """The noun phrase right before a verb, or right after it in "…,’ said Ms Hale", but no word of time."""
    doc = verb.doc
    for index in range(before_brackets(doc, verb.i), max(-1, verb.i - 12), -1):
        token = doc[index]
        if token.pos_ in _SUBJECT_POS and not _is_time(token, times):
            return _head_of_subject(token)
        if token.pos_ not in ("ADV", "AUX", "PART"):
            if token.text == "," and index and (noun := syntax.before_aside(doc[index - 1])) is not None:
                return noun.i
            break
    if syntax.is_gerund(verb):
        return None  # "…, saying it fell": nobody stands after a participle
    if verb.i + 1 < len(doc) and verb.i > 0 and (doc[verb.i - 1].is_punct or doc[verb.i - 1].is_quote):
        for token in doc[verb.i + 1 : verb.i + 4]:
            if token.pos_ in _SUBJECT_POS and not _is_time(token, times):
                head = syntax.name_head(token)
                told = syntax.is_object(head) and (token.pos_ == "PRON" or not doc[verb.i - 1].is_quote)
                return None if told else head.i
            if token.pos_ not in ("DET", "ADJ"):
                break
    return None


def _may_speak(token: Token) -> bool:
    """Whether a subject can be somebody: "some", "many" and the like can."""
    return token.pos_ in _SUBJECT_POS or (syntax.is_subject(token) and token.pos_ in ("DET", "ADJ", "ADV"))


def _inverted(verb: Token) -> Token | None:
    """The speaker after a verb that a parse takes for a participle of its noun: "…, noted Hale's lawyer"."""
    after = verb.i > 0 and verb.doc[verb.i - 1].is_punct and verb.head.i > verb.i
    participle = verb.tag_ in ("VBN", "VBD") and syntax.is_noun_clause(verb)
    return verb.head if after and participle and verb.head.pos_ in ("PROPN", "NOUN") else None


def _is_time(noun: Token, times: frozenset[str]) -> bool:
    """Whether a noun only says when: of "Mr Hale said Friday" Friday, but not "the council's minutes"."""
    return noun.lower_ in times and not syntax.determiners(noun) and not syntax.possessors(noun)


def before_brackets(doc: Doc, index: int) -> int:
    """The word before another, brackets left out: before "said" in "Ada Hale (Oxley East) said", Hale."""
    last = index - 1
    if last < 0 or doc[last].text != ")":
        return last
    opening = (i for i in range(last, max(-1, last - 8), -1) if doc[i].text == "(")
    return next(opening, last + 1) - 1


def _head_of_subject(noun: Token) -> int | None:
    """The head of the noun phrase that ends right before a verb; none where a preposition governs it."""
    head = syntax.top_of_phrase(noun)
    if any(t.is_punct and t.text != "-" for t in noun.doc[head.i : noun.i]):
        return noun.i  # "Hale threatened Marsh, Reed added": Reed is no part of Marsh
    return None if syntax.preposition(head) is not None else head.i


def _is_perfect_report(verb: Token) -> bool:
    """Whether somebody is only "said to have" done it: then their words are not reported."""
    told = syntax.objects(verb) + syntax.indirect_objects(verb)
    clauses = [c for c in syntax.complements(verb) if syntax.is_infinitive(c)]
    return not told and any(a.lower_ == "have" for c in clauses for a in syntax.auxiliaries(c))


def _may_be_urged(verb: Token, action: Action) -> bool:
    """Whether "Council urged to …" may be a headline for "was urged to": its subject then says nothing."""
    bare = not syntax.auxiliaries(verb) and verb.tag_ in ("VBD", "VBN")
    told = syntax.objects(verb) + syntax.indirect_objects(verb)
    clauses = syntax.complements(verb)
    return (
        action.role("obj") == "addressee"
        and bare
        and not told
        and bool(clauses)
        and syntax.is_infinitive(clauses[0])
    )


def _nouns(doc: Doc, knowledge: Knowledge) -> Iterator[Cue]:
    """A noun that reports, with its owner and its clause or topic: the minister's warning that …."""
    ontology = knowledge.ontology
    for token in doc:
        if token.pos_ != "NOUN":
            continue
        action = ontology.nouns.get(token.lower_)
        reports = action is not None and action.reports
        listed = token.lower_ in ontology.words["TopicNoun"]
        speaks = token.lower_ in ontology.words["SpeechNoun"]
        if not (reports or listed or speaks):
            continue
        owners = [found for owner in syntax.possessors(token) for found in syntax.conjuncts(owner)]
        by = [noun for word, noun in syntax.noun_modifiers(token) if word in ("by", "from")]
        source = _first(owners or by)
        if source is None:
            continue
        clauses = [
            _own_words(syntax.clause(c), token, ontology)
            for c in syntax.clausal_modifiers(token)
            if "that" in syntax.markers(c) or (syntax.is_infinitive(c) and (reports or listed))
        ]
        told = clauses[:1] or ([said] if (said := syntax.told_by_noun(token)) is not None else [])
        content = tuple(told)
        about = topic_of_noun(token, ontology) if listed else ()
        if content or about:
            yield Cue(
                token.i,
                (token.i, token.i),
                action,
                source,
                source,
                content=content or about,
                clause=bool(content),
                verb=False,
            )


def _own_words(content: tuple[int, int], noun: Token, ontology: Ontology) -> tuple[int, int]:
    """What a noun reports without what the verb above says of it: "branded the call to resign as a stunt"."""
    above = syntax.governor(noun)
    judging = ontology.words["NamingVerb"] | ontology.words["TopicVerb"]
    named = above is not None and above.lower_ in judging
    said = syntax.closing_as(noun) if named else None
    return content if said is None else (content[0], min(content[1], said.left_edge.i - 1))


def _hearsay(doc: Doc, knowledge: Knowledge) -> Iterator[Cue]:
    """Allegedly: somebody who is not named says so."""
    for token in doc:
        effect = knowledge.ontology.operators.get(("adverb", token.lower_))
        if effect is not None and effect.hearsay:
            clause = syntax.governor(token) or token
            first, last = syntax.clause(clause)
            yield Cue(token.i, (token.i, token.i), None, content=((first, last),), verb=False)
