"""The reporting words of an article: which verb or noun attributes which words to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..ontology import Action, Ontology
from . import syntax
from .afterwards import afterwards
from .contents import Ranges, contents, unlisted
from .convictions import convictions
from .cue import Cue
from .enclosed import part_enclosed
from .headlines import headlines
from .knowledge import Knowledge
from .modality import noun_reality, of_hardly_any, reality
from .reading import Reading
from .reality import Reality
from .sayers import closes_speech, sayer, settled
from .tokens import Doc, Token
from .topics import topic, topic_of_noun
from .triggers import evocation
from .viewpoints import viewpoints
from .word_lists import any_list


def find_cues(reading: Reading, knowledge: Knowledge) -> list[Cue]:
    """The cues of an article in reading order."""
    doc = reading.doc
    views = [
        Cue(v.words[0], v.words, None, v.source, v.source, content=v.content, verb=False)
        for v in (
            *viewpoints(doc, knowledge.ontology),
            *headlines(reading, knowledge.ontology),
            *afterwards(doc, knowledge.ontology),
        )
    ]
    verbs = (_before_source(doc, cue, views) for cue in _verbs(doc, knowledge))
    found = [*verbs, *views, *_nouns(doc, knowledge), *_hearsay(doc, knowledge), *convictions(doc, knowledge)]
    return part_enclosed(doc, _parted(doc, sorted(found, key=_position)), knowledge.ontology)


def _before_source(doc: Doc, cue: Cue, views: list[Cue]) -> Cue:
    """A cue without the source that closes its sentence: "vowed to pay him, according to a clerk who …"."""
    if not cue.content or not views:
        return cue
    first, last = cue.content[-1]
    closing = (v for v in views if first < v.index <= last and all(end < v.index for _, end in v.content))
    source = next(closing, None)
    if source is None:
        return cue
    last = source.index - 1 - doc[source.index - 1].is_punct
    return replace(cue, content=(*cue.content[:-1], (first, last))) if first <= last else cue


#: Who goes on speaking behind "but".
_SPEAKERS = frozenset(("he", "she", "they"))


def _parted(doc: Doc, cues: list[Cue]) -> list[Cue]:
    """Cues without what another one opens in their content.

    That is a participle after an attribution ("The pier fell, Hale said, citing the report"), or a verb that
    goes on from the reporting one: of "Hale said Marsh had left and called him a coward", "called".
    """
    opens = {cue.index for cue in cues if cue.verb and cue.content and syntax.is_gerund(doc[cue.index])}
    going = {i: verb for i, verb in enumerate(cues) if verb.verb and _goes_on(doc, verb)}
    parted = list(cues)
    for number, cue in enumerate(cues):
        later = (r for r in cue.content[1:] if r[0] not in opens or r[0] < cue.index)
        content = (*cue.content[:1], *later)
        for other, verb in going.items():
            if _is_resumed(doc, cue, verb, content):
                content = ((content[0][0], _before_joint(doc, content[0][0], verb)),)
                source = parted[number].source
                if not syntax.own_subjects(doc[verb.index]):
                    parted[other] = replace(
                        parted[other], source=source, subject=source, relative=cue.relative
                    )
                break
        if content != cue.content:
            parted[number] = replace(parted[number], content=content)
    return parted


def _goes_on(doc: Doc, cue: Cue) -> bool:
    """Whether a reporting verb has a tense, and no subject of its own: "… and called him a coward".

    Behind "but", or behind a closing mark and "and", the subject may be a pronoun: few report of themselves
    what they reported.
    """
    verb = doc[cue.index]
    if verb.tag_ not in ("VBD", "VBZ") or not syntax.is_coordinated(verb):
        return False
    own = syntax.own_subjects(verb)
    if not own or any(s.lower_ not in _SPEAKERS for s in own):
        return not own
    return syntax.opens_with(verb, "but") or _is_behind_marks(own[0])


def _is_behind_marks(subject: Token) -> bool:
    """Whether a subject opens a clause behind words in marks: "“a disgrace,” and he repeated that"."""
    before = subject.doc[max(subject.left_edge.i - 3, 0) : subject.left_edge.i]
    return len(before) > 1 and before[-1].lower_ == "and" and (before[-2].is_quote or before[0].is_quote)


def _is_resumed(doc: Doc, cue: Cue, later: Cue, content: Ranges) -> bool:
    """Whether the speaker of a cue goes on with a later one that the content holds.

    So it is where the verb is the same ("said it was late and said …"), or both have the tense that the
    clause between them lacks: "said the plan is dead and called it a mess".
    """
    held = len(content) == 1 and content[0][0] < later.index <= content[0][1]
    verb, resumed = doc[cue.index], doc[later.index]
    if not held or not cue.verb or cue.source is None or verb.tag_ != resumed.tag_:
        return False
    if syntax.own_subjects(resumed):
        return True  # "said it was late, but in June she admitted it was not"
    above = resumed
    while syntax.is_coordinated(above):
        above = above.head
    if not later.content or above.i <= cue.index:
        return False
    tenses = {syntax.tense(above), syntax.tense(resumed)}
    return verb.lower_ == resumed.lower_ or tenses == {"past", "present"}


def _before_joint(doc: Doc, first: int, cue: Cue) -> int:
    """The last token before the "and" or "but" that a reporting verb follows."""
    own = syntax.own_subjects(doc[cue.index])
    start = min([cue.words[0], *(s.left_edge.i for s in own)])
    joint = (i for i in range(start - 1, max(first, start - 7), -1) if doc[i].pos_ == "CCONJ")
    last = next(joint, start) - 1
    return last - 1 if doc[last].text == "," else last


def _position(cue: Cue) -> int:
    return cue.index


def _verbs(doc: Doc, knowledge: Knowledge) -> Iterator[Cue]:
    voicing = knowledge.ontology.words["VoicingVerb"]
    for token in doc:
        if not syntax.is_verb(token) or syntax.is_attributive(token):
            continue
        evoked = evocation(token, knowledge.ontology)
        thing = topic(token, evoked, knowledge.ontology)
        puts = any(" ".join([t.lower_ for t in doc[token.i : token.i + n]]) in voicing for n in (2, 3, 4))
        voices = puts or token.lower_ in voicing or closes_speech(token)
        listed = evoked is not None and evoked.action.reports
        generic = () if listed else unlisted(token, knowledge.ontology)
        if not (thing or voices or listed or generic):
            continue
        action = evoked.action if evoked is not None else None
        teller = sayer(token, knowledge.ontology)
        source = teller.source
        to_whom = syntax.indirect_objects(token) or (_told(token, action) if action else [])
        reported = contents(token, action, knowledge.gazetteer.words) if listed or puts else generic
        somebody = source is not None or teller.untold
        of_thing = bool(thing) and somebody and (not reported or _holds(thing, reported))
        reported = thing if of_thing else reported
        source, pronoun = settled(token, teller, reported, knowledge.ontology), _relative(token)
        named = None if teller.untold else source
        if named is not None and _only_hears(token, named, to_whom, knowledge.ontology):
            to_whom, source = [doc[named]], None
        real = reality(token, knowledge.ontology) or _written(token, source, knowledge.ontology)
        rest = ("it",) if puts else evoked.rest if evoked is not None else ()
        urged = action is not None and not rest and _may_be_urged(token, action)
        if _is_perfect_report(token, knowledge.ontology):
            source = None
        yield Cue(
            index=token.i,
            words=_words(token, rest, reported),
            action=action,
            subject=source,
            source=source,
            relative=None if pronoun is None or source != teller.source else pronoun.i,
            addressee=_first(to_whom),
            content=reported,
            clause=not of_thing,
            passive=teller.untold,
            said=real is not None
            and _is_said(real, source)
            and not (urged or of_hardly_any(token, knowledge.ontology)),
        )


def _written(verb: Token, source: int | None, ontology: Ontology) -> Reality | None:
    """How real it is that a text says something, where the text does: "burnt a note saying that …"."""
    text = syntax.governor(verb)
    if text is None or source is None or not syntax.is_gerund(verb):
        return None
    return noun_reality(text, ontology) if text.lower_ in ontology.words["IssuedNoun"] else None


def _is_said(real: Reality, source: int | None) -> bool:
    """Whether a report is told as made; of "it is tempting to think that …", nobody is told to think so."""
    return real.happened and (real.asserted or source is not None)


def _relative(verb: Token) -> Token | None:
    """The relative pronoun that is the subject of a verb, or of the verb that it goes on from."""
    own = syntax.own_subjects(verb)
    return syntax.relative_subject(verb if own else syntax.first_conjunct(verb))


def _holds(wider: Ranges, ranges: Ranges) -> bool:
    """Whether ranges lie inside the first of others."""
    return all(wider[0][0] <= first and last <= wider[0][1] for first, last in ranges)


def _first(tokens: list[Token]) -> int | None:
    return tokens[0].i if tokens else None


def _only_hears(verb: Token, source: int, to_whom: list[Token], ontology: Ontology) -> bool:
    """Whether the subject is told, and says nothing: "the jury heard that …", the headline "Jury told …"."""
    if verb.lower_ in ontology.words["HearingVerb"]:
        return True
    bare = verb.tag_ in ("VBD", "VBN") and not syntax.auxiliaries(verb) and not to_whom
    listed = verb.doc[source].lower_ in ontology.words["HeadlineSource"]
    return bare and listed and verb.lower_ in ontology.words["TellingVerb"]


def _told(verb: Token, action: Action) -> list[Token]:
    """The object of a verb whose object is told or asked."""
    if action.role("obj") != "addressee":
        return []
    mistaken = syntax.taken_from_told(verb)
    return syntax.objects(verb) or ([] if mistaken is None else [mistaken])


def _words(token: Token, rest: tuple[str, ...], content: Ranges) -> tuple[int, int]:
    """The words of a reporting verb outside its content, from its first auxiliary to its last particle."""
    last = token.i
    for word in rest:
        following = next((t for t in token.doc[last + 1 : last + 3] if t.lower_ == word), None)
        if following is not None and not any(a <= following.i <= b for a, b in content):
            last = following.i
    return syntax.verb_group(token), last


def _is_perfect_report(verb: Token, ontology: Ontology) -> bool:
    """Whether somebody is only "said to have" done it: then their words are not reported.

    A present tense, or who says so, makes it their words: "claims to have met", "was said by police to have".
    """
    if verb.tag_ in ("VBZ", "VBP") or syntax.doers_of_passive(verb):
        return False
    if verb.lower_ in ontology.words["OwnInfinitiveVerb"] and not syntax.passive(verb):
        return False
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
    topics, speeches = ontology.words["TopicNoun"], ontology.words["SpeechNoun"]
    for token in doc:
        if token.pos_ != "NOUN":
            continue
        action = ontology.nouns.get(token.lower_)
        reports = action is not None and action.reports
        listed = token.lower_ in topics
        speaks = token.lower_ in speeches
        if not (reports or listed or speaks):
            continue
        owners = [found for owner in syntax.possessors(token) for found in syntax.conjuncts(owner)]
        by = [noun for word, noun in syntax.noun_modifiers(token) if word in ("by", "from")]
        source, said = _first(owners or by), syntax.told_by_noun(token)
        if source is None and (said is None or doc[said[0] - 1].text != ":"):
            continue  # but "the claim is simple: the pier was sold"
        clauses = [
            _own_words(syntax.clause(c), token, ontology)
            for c in syntax.clausal_modifiers(token)
            if "that" in syntax.markers(c) or (syntax.is_infinitive(c) and (reports or listed))
        ]
        told = clauses[:1] or ([said] if said is not None else [])
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
    judging = any_list(ontology, "NamingVerb", "TopicVerb")
    named = above is not None and above.lower_ in judging
    said = syntax.closing_as(noun) if named else None
    return content if said is None else (content[0], min(content[1], said.left_edge.i - 1))


def _hearsay(doc: Doc, knowledge: Knowledge) -> Iterator[Cue]:
    """Allegedly: somebody who is not named says so."""
    operators = knowledge.ontology.operators
    adverbs = knowledge.ontology.operator_words.get("adverb", frozenset())
    for token in [token for token in doc if token.lower_ in adverbs]:
        effect = operators.get(("adverb", token.lower_))
        if effect is not None and effect.hearsay:
            clause = syntax.governor(token) or token
            first, last = syntax.clause(clause)
            last = syntax.before_what_is_said_besides(clause, last, past=False)
            yield Cue(token.i, (token.i, token.i), None, content=((first, last),), verb=False)
