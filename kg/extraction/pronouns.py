"""Whom "he", "she", "they" and "it" mean: the most salient earlier mention that agrees with them.

A weighted form of the classical salience rules (Lappin and Leass 1994), reduced to what a newspaper page
shows: recency in sentences, grammatical subject, how often somebody is named, who spoke last, and quotation
marks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence

from ..model import MentionKind
from . import syntax
from .candidates import Candidate
from .knowledge import Knowledge
from .pronoun_forms import FORMS, Form
from .referents import Referent
from .salience import Salience
from .tokens import Token
from .turns import is_turn

#: How much each fact about an earlier mention counts for it. Sentences of distance count against it.
_SUBJECT, _SPOKE_LAST, _OTHER_SIDE_OF_MARKS, _OFTEN, _POSSESSIVE_SUBJECT = 1.0, 3.0, -2.0, 0.2, 0.5
_DESCRIBED, _GENDER_UNKNOWN, _ONLY_MENTIONED = -0.5, -1.0, -1.0
_SPOKEN_FOR = 3.0
_SPOKEN_OF = 2.0
_OBJECT = 0.5
_OWNER_OF_SUBJECT = 0.5
_AHEAD = 0.75
_EARLIER_SUBJECT = 1.0
_IN_SUBORDINATE = -0.5
_COLLECTIVE, _RIVAL = -1.0, -1.0
_REACH = 8
#: How salient somebody must be to be meant by "they" or "it", which may mean much that is no mention.
_ENOUGH = -0.75
#: How far ahead of whoever stands in the same clause one must be to be meant by "he" or "she".
_LEAD = 0.5


class Antecedents:
    """The earlier mentions of one article, as pronouns of the third person look back to them."""

    def __init__(self, salience: Salience, knowledge: Knowledge) -> None:
        self.salience = salience
        self.knowledge = knowledge

    def of(self, number: int, pronoun: Candidate) -> Referent | None:
        """The entity that a pronoun of the third person refers to; none where no earlier one fits."""
        salience, form = self.salience, FORMS[pronoun.name]
        token = salience.doc[pronoun.head]
        if _is_anybody(token):
            return None
        if pronoun.name.endswith(("self", "selves")):
            return _own_subject(token, salience)
        excluded = self._excluded(pronoun, token)
        rivals = [] if form.human else self._rivals(token, form)
        counts: Counter[str] = Counter()
        best: dict[str, float] = {}
        for candidate, referent in self._before(number):
            key = referent.key
            if key in excluded or candidate.modifies or candidate.head >= pronoun.head:
                continue
            if key not in best and not self._agrees(referent, pronoun, form):
                excluded.add(key)
                continue
            if self._of_speech(candidate, referent):
                continue
            score = _score(token, pronoun, candidate, referent, salience)
            if score is not None:
                score += self._only_mentioned(token, candidate, form)
                score += 0.0 if form.human else _doubt(candidate, referent, rivals, form)
                counts[key] += 1
                best[key] = max(best.get(key, score), score)
        if form.human and (self._told_by_one_of_many(token) or self._goes_on_by_one_of_many(token)):
            return None
        ahead = syntax.subject_ahead(token)
        found = None if ahead is None else salience.found.at(ahead.i)
        if found is not None and found[1].key not in excluded and self._agrees(found[1], pronoun, form):
            best[found[1].key] = max(best.get(found[1].key, _AHEAD), _AHEAD)
        topics = {
            met[1].key for t in syntax.spoken_of(token) if (met := salience.found.at(t.i))
        } & best.keys()
        about = None if topics else salience.spoken_of_at(pronoun.head)
        if about is not None and about.key not in excluded and self._agrees(about, pronoun, form):
            topics = {about.key}  # "“He lied,” Hale said of Marsh"
            best.setdefault(about.key, 0.0)
        for key in topics:
            best[key] += _SPOKEN_OF  # "Marsh said the problem with Reed is that he …"
        earlier = self._taken_up(token, best) if form.human and not topics else None
        if earlier is not None:
            best[earlier] += _EARLIER_SUBJECT if syntax.is_subject(token) else _SPOKEN_OF
        if not form.human:
            tellers = (salience.found.at(speaker.i) for speaker in syntax.tellers(token))
            for key in {teller[1].key for teller in tellers if teller is not None} & best.keys():
                best[key] += _EARLIER_SUBJECT  # "The board said it …"
        elif (teller := self._of_other_gender(number, token, form, best)) is not None:
            del best[teller], counts[teller]
        goes_on = salience.is_cue_subject(pronoun.head) and not (topics or _looks_back(token))
        speaker = salience.last_speaker(pronoun.head) if goes_on else None
        if speaker is not None and speaker.key in best:
            best[speaker.key] += _SPOKE_LAST
        for key in salience.represented_at(pronoun.head) & best.keys():
            best[key] += _SPOKEN_FOR
        for key in self._telling(token) & best.keys():
            best[key] += _SUBJECT
        if form.human and earlier is None and (teller := self._told_to_them(token)) in best:
            best[teller] += _EARLIER_SUBJECT
        for key, count in counts.items():
            best[key] += _OFTEN * min(count, 5)
        chosen = min(best, key=lambda key: (-best[key], key), default=None)
        if chosen is None or (not form.human and best[chosen] < _ENOUGH):
            return None if form.human else self._teller(token, form)
        near = [key for key, score in best.items() if key != chosen and best[chosen] - score < _LEAD]
        says = salience.is_cue_subject(pronoun.head) and not _is_in_adverbial(token)
        if form.human and not says and self._beside(number, chosen, near, token):
            return None  # "Marsh sued Reed after he …": either may be meant
        if form.human and self._is_beside_open(token, form):
            return None  # "Hale warned Reed that she would sue her"
        return salience.found.referents[chosen]

    def _told_to_them(self, pronoun: Token) -> str | None:
        """The key of whoever says that somebody else did it to "her": "Hale said Marsh had asked her"."""
        verb = syntax.governor(pronoun)
        teller = self.salience.teller_at(pronoun.i)
        if teller is None or verb is None or not syntax.is_object_or_doer(pronoun):
            return None
        return teller.key if syntax.own_subjects(verb) else None

    def _only_mentioned(self, pronoun: Token, candidate: Candidate, form: Form) -> float:
        """How much it counts against somebody that a person spoke of them, and that person may be meant."""
        salience = self.salience
        if not salience.is_told(candidate.head) or salience.is_told(pronoun.i):
            return 0.0
        alone = form.human and salience.told_by_nobody(candidate.head, self._may_be(form))
        return 0.0 if alone else _ONLY_MENTIONED

    def _may_be(self, form: Form) -> Callable[[Referent], bool]:
        return lambda who: self._is_person(who) and not who.plural and who.gender in (None, form.gender)

    def _is_person(self, referent: Referent) -> bool:
        return self.knowledge.general_class(referent.cls) == "Person"

    def _of_other_gender(
        self, number: int, pronoun: Token, form: Form, best: Mapping[str, float]
    ) -> str | None:
        """The key of whoever says a clause of "he" and "her" and is the other one: "Reed said he fired her".

        Reed's gender is not known, and the last one spoken of whose gender is known is a man.
        """
        verb = syntax.governor(pronoun)
        others = set() if verb is None else {FORMS[t.lower_] for t in verb.children if t.lower_ in FORMS}
        if not any(other.human and other.gender not in (None, form.gender) for other in others):
            return None
        told_by = self.salience.teller_at(pronoun.i)
        if told_by is None or told_by.gender is not None or told_by.key not in best or len(best) < 2:
            return None
        known = (who.gender for _, who in self._before(number) if self._is_person(who) and who.gender)
        return told_by.key if next(known, None) == form.gender else None

    def _taken_up(self, pronoun: Token, able: Container[str]) -> str | None:
        """The key of the subject that a pronoun takes up, unless another who may be meant stands by it.

        So it is with the object in "Marsh sued Reed after he …", and in "Hale said if Marsh wins, he …".
        """
        subject = syntax.earlier_subject(pronoun)
        found = None if subject is None else self.salience.found.at(subject.i)
        if subject is None or found is None or found[1].key not in able:
            return None
        verb = syntax.governor(subject)
        others = [] if verb is None else [*syntax.objects(verb), *syntax.indirect_objects(verb)]
        clause = syntax.governor(pronoun)
        if clause is not None and syntax.is_complement(clause):
            others += [t for t in self.salience.doc[subject.i + 1 : pronoun.i] if syntax.is_subject(t)]
        keys = {met[1].key for other in others if (met := self.salience.found.at(other.i)) is not None}
        return None if any(key in able for key in keys - {found[1].key}) else found[1].key

    def _beside(self, number: int, chosen: str, others: list[str], pronoun: Token) -> bool:
        """Whether somebody last stands in one clause with one of some others, as its subject or object.

        Or, in the sentence of the pronoun, tells of the other: "Hale said Reed lied, for which she was sued".
        """
        verbs: dict[str, Token | None] = {}
        for candidate, referent in self._before(number) if others else ():
            if referent.key in (chosen, *others) and referent.key not in verbs:
                earlier = self.salience.doc[candidate.head]
                argument = syntax.is_subject(earlier) or syntax.is_object_or_doer(earlier)
                verbs[referent.key] = syntax.governor(earlier) if argument else None
        verb = verbs.get(chosen)
        if verb is None:
            return False
        met = [found for other in others if (found := verbs.get(other)) is not None]
        told = verb.sent == pronoun.sent and not self.salience.is_told(pronoun.i)
        return any(found == verb or (told and _tells(found, verb)) for found in met)

    def _is_beside_open(self, pronoun: Token, form: Form) -> bool:
        """Whether the subject of the same clause is a like pronoun that may mean one of several."""
        before = (self.salience.doc[index] for index in _co_arguments(pronoun) if index < pronoun.i)
        like = [t for t in before if t.lower_ in FORMS and FORMS[t.lower_].gender == form.gender]
        met = [self.salience.found.at(t.i) for t in like if FORMS[t.lower_].human]
        return any(found is None or found[1].nameless for found in met)

    def _teller(self, pronoun: Token, form: Form) -> Referent | None:
        """Who says the clause whose subject is "it" or "they": "Oxley Council says it rejected the plan"."""
        for speaker in syntax.tellers(pronoun):
            found = self.salience.found.at(speaker.i)
            if found is None or found[0].modifies or found[1].nameless:
                continue
            body = self.knowledge.general_class(found[1].cls) in ("Organisation", "Place")
            several = found[1].plural or "Plur" in speaker.morph.get("Number", ())  # "the Greens said they …"
            if (several or body) if form.plural else (body and not found[1].plural):
                return found[1]
        return None

    def _told_by_one_of_many(self, pronoun: Token) -> bool:
        """Whether "One" or "Another" says the clause, and may be meant: "One said he had complained"."""
        tellers = syntax.tellers(pronoun)
        return bool(tellers) and all(
            t.lower_ in self.knowledge.ontology.words["OneOfMany"]
            and self.salience.found.at(t.i) is None
            and not _is_a_share(t)
            for t in tellers
        )

    def _goes_on_by_one_of_many(self, pronoun: Token) -> bool:
        """Whether who says so may be one without a name who spoke last: "Another wept. She said …"."""
        source = self.salience.last_source(pronoun.i) if self.salience.is_cue_subject(pronoun.i) else None
        if source is None or source.lower_ not in self.knowledge.ontology.words["OneOfMany"]:
            return False
        return self.salience.found.at(source.i) is None and not syntax.appositions(source)

    def _telling(self, pronoun: Token) -> set[str]:
        """The keys of those who say the clause as "who": "Marsh met Hale, who said he had left"."""
        met = (self.salience.found.at(t.i) for t in syntax.tellers(pronoun) if not syntax.is_subject(t))
        return {found[1].key for found in met if found is not None}

    def _excluded(self, pronoun: Candidate, token: Token) -> set[str]:
        """The keys of those whom a pronoun cannot mean where it stands."""
        salience = self.salience
        others = (salience.found.at(index) for index in _co_arguments(token))
        excluded = {found[1].key for found in others if found is not None}
        if not syntax.is_own(token):  # "by her own account, Hale …"
            excluded |= salience.named_by(pronoun.head)  # "Hale sacked Marsh, she said": not Hale
        form = FORMS[pronoun.name]
        spoken_for = (salience.found.referents[key] for key in salience.represented_at(pronoun.head))
        other = any(not self._agrees(referent, pronoun, form) for referent in spoken_for)
        lawyer = None if other else salience.representative_at(pronoun.head)  # "her lawyer said he …"
        for speaker in (salience.speaker_at(pronoun.head), lawyer):
            if speaker is not None:
                excluded.add(speaker.key)
        return excluded

    def _before(self, number: int) -> Iterator[tuple[Candidate, Referent]]:
        """The mentions before the one of that number that are near enough, the last first."""
        salience = self.salience
        candidates, sentence, mentions = salience.candidates, salience.sentence, salience.found.mentions
        furthest = sentence[candidates[number].head] - _REACH - 1
        for earlier in range(number - 1, -1, -1):
            if sentence[candidates[earlier].first] < furthest:
                return
            met = mentions.get(earlier)
            if met is not None:
                yield met[0], met[1]

    def _rivals(self, pronoun: Token, form: Form) -> list[int]:
        """The nouns for things of the pronoun's number that stand before it, as far as mentions are near."""
        salience = self.salience
        number = "Plur" if form.plural else "Sing"
        near = salience.doc.sents[max(0, salience.sentence[pronoun.i] - _REACH - 1)].start
        return [
            token.i
            for token in salience.doc[near : pronoun.i]
            if token.pos_ == "NOUN"
            and number in token.morph.get("Number", [])
            and salience.found.at(token.i) is None
        ]

    def _of_speech(self, candidate: Candidate, referent: Referent) -> bool:
        """Whether somebody is known as "I", "you" or "Q" alone: who takes part in a talk is not "they"."""
        if candidate.kind is MentionKind.PRONOUN:
            return referent.nameless and FORMS[candidate.name].person < 3
        return is_turn(self.salience.doc[candidate.head], self.knowledge.ontology)

    def _agrees(self, referent: Referent, pronoun: Candidate, form: Form) -> bool:
        general = self.knowledge.general_class(referent.cls)
        if form.human:
            return general == "Person" and not referent.plural and referent.gender in (None, form.gender)
        if form.plural:
            if pronoun.cls == "Person":
                return referent.plural and general == "Person"
            return referent.plural or general == "Organisation"
        return not referent.plural and general == pronoun.cls != "Person"


def _doubt(candidate: Candidate, referent: Referent, rivals: Sequence[int], form: Form) -> float:
    """How much speaks against an earlier mention because the pronoun may mean a thing.

    Args:
        candidate: the mention.
        referent: whom it means.
        rivals: where nouns for such things stand before the pronoun, in reading order.
        form: the form of the pronoun.
    """
    doubt = _RIVAL * (len(rivals) - bisect_right(rivals, candidate.last))
    return doubt + _COLLECTIVE if form.plural and not referent.plural else doubt


def _is_a_share(one: Token) -> bool:
    """Whether "one" is a share of many, and no one of them: "one in ten think she lied"."""
    after = one.doc[one.i + 1 : one.i + 3]
    return [t.lower_ for t in after[:1]] == ["in"] and after[-1].like_num


def _looks_back(pronoun: Token) -> bool:
    """Whether a pronoun did something before what was told: "She had hoped to stay" goes on with no quote."""
    verb = syntax.governor(pronoun)
    return verb is not None and syntax.is_subject(pronoun) and syntax.is_past_perfect(verb)


def _is_in_adverbial(pronoun: Token) -> bool:
    """Whether a pronoun is the subject of a clause that says when or why: "after he called him a thief"."""
    verb = syntax.governor(pronoun)
    return verb is not None and syntax.is_verb(verb) and syntax.is_adverbial_clause(verb)


def _tells(verb: Token, told: Token) -> bool:
    """Whether one of two clauses completes the verb of the other."""
    pairs = ((verb, told), (told, verb))
    return any(inner.head is outer and syntax.is_complement(inner) for outer, inner in pairs)


def _is_anybody(pronoun: Token) -> bool:
    """Whether a pronoun stands with its counterpart: "he or she" is anybody."""
    doc, index = pronoun.doc, pronoun.i
    before = [token.lower_ for token in doc[max(0, index - 2) : index]]
    after = [token.lower_ for token in doc[index + 1 : index + 3]]
    return (before[1:] == ["or"] and before[0] in FORMS) or (after[:1] == ["or"] and after[-1] in FORMS)


def _score(
    token: Token, pronoun: Candidate, candidate: Candidate, referent: Referent, salience: Salience
) -> float | None:
    """How present one earlier mention makes the referent of a pronoun; none where it cannot be meant."""
    earlier = salience.doc[candidate.head]
    distance = salience.sentence[token.i] - salience.sentence[earlier.i]
    if distance > _REACH:
        return None
    is_predicate = syntax.predicate_nominal_of(earlier) is not None
    described = candidate.kind is MentionKind.NOMINAL
    if described and is_predicate:
        return None
    score = -float(distance) - 0.01 * (token.i - earlier.i)
    if syntax.is_subject(earlier) or is_predicate or syntax.is_topic(earlier):
        score += _SUBJECT
        if distance and FORMS[pronoun.name].human and syntax.is_in_subordinate(earlier):
            score += _IN_SUBORDINATE
        if syntax.is_possessor(token) and distance == 0:
            score += _POSSESSIVE_SUBJECT
    elif syntax.is_object_or_doer(earlier):
        score += _OBJECT
    elif _owns_subject(earlier, salience):
        score += _OWNER_OF_SUBJECT
    if salience.in_direct_quote(earlier.i) != salience.in_direct_quote(token.i):
        score += _OTHER_SIDE_OF_MARKS
    if pronoun.gender is not None and referent.gender is None:
        score += _GENDER_UNKNOWN
    return score + _DESCRIBED if described else score


def _owns_subject(owner: Token, salience: Salience) -> bool:
    """Whether the subject is a thing of somebody's: "Hale's remarks", but not "Hale's daughter"."""
    thing = syntax.governor(owner) if syntax.is_possessor(owner) else None
    return thing is not None and syntax.is_subject(thing) and salience.found.at(thing.i) is None


def _own_subject(pronoun: Token, salience: Salience) -> Referent | None:
    """The subject of the verb that a reflexive pronoun depends on."""
    verb = syntax.governor(pronoun)
    subjects = syntax.subjects(verb) if verb is not None and syntax.is_verb(verb) else []
    found = salience.found.at(subjects[0].i) if subjects else None
    return found[1] if found is not None else None


def _co_arguments(pronoun: Token) -> set[int]:
    """Those beside a pronoun who are somebody else: what its verb has besides, and all of whom some speak."""
    if syntax.is_possessor(pronoun):
        return set()
    verb = syntax.governor(pronoun)
    if verb is None or not syntax.is_verb(verb):
        return set()
    arguments = [*syntax.subjects(verb), *syntax.objects(verb), *syntax.indirect_objects(verb)]
    topics = syntax.spoken_of(pronoun)
    arguments += [n for _, n in syntax.obliques(verb) if not syntax.is_topic(n) and n not in topics]
    tellers = syntax.subjects(verb.head) if syntax.is_complement(verb) else []
    parts = [t for t in tellers if syntax.is_measure(t) or t.like_num or t.lower_ == "half"]
    arguments += [n for part in parts for word, n in syntax.noun_modifiers(part) if word == "of"]
    return {token.i for token in arguments if token.i != pronoun.i}
