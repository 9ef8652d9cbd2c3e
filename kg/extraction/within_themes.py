"""Who stands within what is done: whose plan was rejected, and on whom the sanctions are that were lifted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from . import syntax
from .participants import Participants
from .tokens import Token

#: Slots of an action that look within its theme or its clause, for kg:syntax in ontology/actions.ttl.
OWNER, TARGET, CLAUSE_SUBJECT = "theme owner", "theme target", "comp subject"
#: Whose a thing is also where they are people: "raided Marsh's home" (see ``answered`` for the rest).
HOLDER = "theme holder"
#: The place of which the theme is part.
AROUND = "theme place"
#: The slot that every action has that is done with a thing and not told to somebody (see ``parties``).
PARTY = "theme party"
#: Towards whom a feeling is that somebody puts into words (see ``felt_towards``).
FELT = "theme feeling"
#: With whom the dealing is that a deed is done for: "mobilised for a war against Oxley".
FOR_A_DEALING = "for party"
#: What ends the slot of a preposition that leads to a place: "riot at" is "at place" in "rioted at a jail".
AT_A_PLACE = " place"
_AUTHOR = frozenset(("by", "from"))
_AGAINST = frozenset(("against", "on", "upon", "towards", "toward"))
#: What leads from a dealing to the other party: "aid to", "relations with", "ties between".
_PARTY = frozenset(("to", "with", "for", "between", "into"))
#: Where an envoy is sent, or called back from.
_SENT = frozenset(("to", "from"))
_WHERE = frozenset(("in", "at", "over", "across", "around"))
_PART_OF, _INTO = frozenset(("in", "of", "at")), frozenset(("into", "to"))
#: What may lead on from a noun, though the parse gives it to the verb.
_LEADING = _PARTY | _WHERE | _AGAINST | _AUTHOR
#: What leads from a feeling to whom it is felt towards, or to what of theirs.
_TOWARDS = frozenset(("about", "at", "for", "in", "over", "to", "towards", "toward", "with"))
#: Through which a noun is only part of what matters: "part of an aid programme for Oxley".
_THROUGH = frozenset(("of", "for", "in"))
_DEPTH = 3


def owners(noun: Token, participants: Participants, depth: int = 0) -> Iterator[Token]:
    """Whose a thing is: "a plan by Ms Hale", "the council's plan", "an Oxley plan", "a camp of rebels".

    Of somebody it is whom they serve or belong to, which no person is: "inspectors of the agency".
    """
    modifiers = list(_modifiers(noun, participants))
    if participants.is_actor(noun):
        joins = ("of",) if participants.is_person(noun) else ("of", "for")
        joins = joins if noun.pos_ == "NOUN" else ("of",)  # "won Oxley for the party"
        of = [head for word, head in modifiers if word in joins and participants.is_actor(head)]
        named = noun.i + 1 < len(noun.doc) and noun.nbor().lower_ == "of"
        if named and not participants.is_place(noun) and participants.name_at(noun.i) is None:
            return  # the description that is the theme names them too: "expelled inspectors of the agency"
        if participants.is_person(noun):
            of = [head for head in of if not participants.is_person(head)]
        elif not participants.is_place(noun):
            of = [head for head in of if not participants.is_person(head) or head.pos_ == "PROPN"]
        yield from of
        return
    for found in _ways_to_own(noun, modifiers, participants):
        if found:
            yield from found
            return
    if any(owner.pos_ == "PRON" for owner in syntax.possessors(noun)):
        return  # "your nomination for mayor of Oxley": it is yours
    for word, head in modifiers if depth < _DEPTH else ():
        if word in _THROUGH:
            yield from owners(head, participants, depth + 1)


def answered(noun: Token, participants: Participants) -> Iterator[Token]:
    """Whose a thing is: a body or a state, which acts by it, or people where it was put to somebody.

    Who rejects Hale's offer rejects Hale; who backs her account only backs the account.
    """
    put = noun.lower_ in participants.knowledge.ontology.words["PutNoun"]
    yield from (head for head in owners(noun, participants) if put or not participants.is_person(head))


def is_mere_place(head: Token, participants: Participants) -> bool:
    """Whether a word is for a place that nobody acts for: a town has a council, a border none."""
    governed = head.lower_ in participants.knowledge.ontology.words["NamingNoun"]
    return not governed and participants.is_place(head) and participants.name_at(head.i) is None


def around(noun: Token, participants: Participants, depth: int = 0) -> Iterator[Token]:
    """The named place that a place or a thing is part of: of "a jail in the capital of Oxley", Oxley.

    Of a thing it is also where it leads: "roads leading into Oxley".
    """
    place = participants.is_place(noun)
    if noun.pos_ != "NOUN" or (participants.is_actor(noun) and not place):
        return
    leading = [c for c in syntax.clausal_modifiers(noun) if c.lower_ == "leading" and not place]
    led = [(word, head) for verb in leading for word, head in syntax.obliques(verb) if word in _INTO]
    for word, head in (*_modifiers(noun, participants), *led):
        if word not in _PART_OF | _INTO or not participants.is_place(head):
            continue
        if participants.name_at(head.i) is not None:
            yield head
        elif depth < _DEPTH:
            yield from around(head, participants, depth + 1)


def _ways_to_own(
    noun: Token, modifiers: Sequence[tuple[str, Token]], participants: Participants
) -> Iterator[list[Token]]:
    """Whose a thing is, by each way to say so, the plainest first."""
    done_to = noun.lower_ in participants.knowledge.ontology.words["DoneToNoun"]
    yield [owner for owner in syntax.possessors(noun) if owner.pos_ != "PRON"]
    yield [head for word, head in modifiers if word in _AUTHOR]
    of = [h for word, h in modifiers if word in ("of", "for") and participants.is_actor(h) and not done_to]
    yield [] if noun.pos_ in ("DET", "PRON", "NUM") else of  # "any of the firms" are the firms
    yield list(naming(noun, participants))
    yield [doer for verb in syntax.reduced_passives(noun) for doer in syntax.subjects(verb)]


def targets(noun: Token, participants: Participants) -> Iterator[Token]:
    """Whom a thing is aimed at: "sanctions on Oxley", "action against the bank", "a ban on Oxley lorries"."""
    for word, head in syntax.noun_modifiers(noun):
        if word in _AGAINST:
            yield from [head] if participants.is_actor(head) else naming(head, participants)
    yield from parties(noun, participants)


def parties(noun: Token, participants: Participants, depth: int = 0) -> Iterator[Token]:
    """The other party to a dealing, or whom a measure holds for, by the nouns of grammar.ttl.

    A noun deals as its parts do: "mediation efforts between", "a suspension of links with".

    "Aid to Oxley", "relations with Oxley", "a curfew in Oxley", "the removal of Ms Hale".
    """
    words = participants.knowledge.ontology.words
    names = {word.lower_ for word in (noun, *syntax.compounds(noun), *syntax.counted(noun))}
    dealing, measure = bool(names & words["DealingNoun"]), noun.lower_ in words["MeasureNoun"]
    done_to, apart = noun.lower_ in words["DoneToNoun"], noun.lower_ in words["SeparationNoun"]
    if noun.lower_ in words["EnvoyNoun"]:
        sent = (head for word, head in _modifiers(noun, participants) if word in _SENT)
        yield from (head for head in sent if participants.is_place(head))
    if participants.is_person(noun) or (participants.is_actor(noun) and not (dealing or measure)):
        if depth and noun.lower_ in words["DeployedNoun"]:  # "extended the mandate of the force in Oxley"
            there = (head for word, head in _modifiers(noun, participants) if word in _WHERE)
            yield from (head for head in there if participants.is_place(head))
        return
    inner: list[Token] = []
    placed = False
    for word, head in _modifiers(noun, participants):
        if word == "between" and syntax.counted_pair(head):
            continue  # "a pact between the two countries": those who made it
        where = measure and word in _WHERE and not placed
        led = (
            where
            or ((dealing or measure) and word in _AGAINST and not (word == "on" and _talks(noun, words)))
            or (dealing and word in _PARTY)
            or (apart and word == "from")
        )
        if led or (done_to and word == "of"):
            placed = placed or where
            if word == "into" and not participants.is_actor(head):  # "an inquiry into killings by soldiers"
                yield from owners(head, participants)
            yield from [head] if participants.is_actor(head) else _about(head, participants, depth)
        elif word in _THROUGH:
            inner.append(head)
    if measure:
        done = (
            (word, head) for verb in syntax.reduced_passives(noun) for word, head in syntax.obliques(verb)
        )
        yield from (head for word, head in done if word in _WHERE and participants.is_actor(head))
    if depth < _DEPTH:
        for head in inner:
            yield from parties(head, participants, depth + 1)
    if done_to:
        yield from (owner for owner in syntax.possessors(noun) if owner.pos_ != "PRON")


def felt_towards(noun: Token, participants: Participants) -> Iterator[Token]:
    """Whom a feeling is about, or whose that is: of "concern about Oxley's plans", Oxley."""
    if noun.lower_ not in participants.knowledge.ontology.words["AttitudeNoun"]:
        return
    for word, head in _modifiers(noun, participants):
        if word in _TOWARDS:
            yield from [head] if participants.is_actor(head) else owners(head, participants)


def _talks(noun: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether a noun is for a dealing in words: "talks on the border" are not aimed at it."""
    return noun.lower_ in words["TalkNoun"]


def _about(noun: Token, participants: Participants, depth: int) -> Iterator[Token]:
    """Whom a thing that a dealing is about concerns: of "war with Oxley" Oxley, of "Oxley lorries" Oxley."""
    further = list(parties(noun, participants, depth + 1)) if depth < _DEPTH else []
    yield from further or naming(noun, participants)


def _modifiers(noun: Token, participants: Participants) -> Iterator[tuple[str, Token]]:
    """The prepositional phrases of a noun, also those right after it that the parse gave to the verb.

    Only a time may stand between: "a deal on Monday with Oxley".
    """
    yield from syntax.noun_modifiers(noun)
    above = syntax.governor(noun)
    if above is None or not syntax.is_verb(above) or above.i > noun.i:
        return
    times = participants.knowledge.ontology.words["TimeNoun"]
    last = syntax.phrase(noun)[1]
    for word, head in syntax.obliques(above):
        if head.left_edge.i == last + 1:
            if word in _LEADING and head.lower_ not in times:
                yield from ((word, joined) for joined in syntax.conjuncts(head))
            if head.lower_ in times:
                last = head.right_edge.i


def naming(noun: Token, participants: Participants) -> Iterator[Token]:
    """The names before a noun that only modify it; not of somebody, whom they describe."""
    if participants.is_actor(noun):
        return
    for word in (*syntax.compounds(noun), *syntax.attributes(noun), *syntax.sharing_attributes(noun)[1:]):
        found = participants.name_at(word.i)
        if found is not None and found[0].last < noun.i:
            yield word


def clause_subjects(verb: Token) -> Iterator[Token]:
    """Who is to act in the clause that completes a verb: "demanded that the council publish it"."""
    for clause in syntax.complements(verb)[:1]:
        if not syntax.is_infinitive(clause):
            yield from syntax.own_subjects(clause)
