"""What the construction around a clause says of it: presupposed, planned, denied, or left open.

The words that open each frame are data: operators.ttl and grammar.ttl. What no frame covers is left open,
so that a new construction costs a statement and never makes a fact.
"""

from __future__ import annotations

from dataclasses import replace

from ..model import Degree, Modality
from ..ontology import Action, Effect, Ontology
from . import syntax
from .caused import is_caused, is_made_easy, is_seen
from .charged import charged, is_asked_when, is_reason_to_blame
from .claimed import is_claimed, is_judged, is_new_in_open, is_of_open, is_one_denied, made_in_open
from .degrees import amount_done
from .done_infinitives import is_of_before, was_done
from .given_up import breaks_off
from .measured import measured_by
from .nobody import of_few, of_nobody, stands_for_none
from .openings import is_within_denial, only_says_why
from .reality import MAIN, UNVOUCHED, Frame
from .taken_over import DEPTH, taken_over
from .tokens import Token
from .triggers import NO_EFFECT, effect_of, evocation, is_conviction
from .under_nouns import under_noun


def frame(verb: Token, ontology: Ontology, depth: int = 0) -> Frame | None:
    """The frame of a verb's clause; none where it leaves open whether the clause is so."""
    if syntax.begins_with_auxiliary(verb):
        return None
    above = syntax.governor(verb)
    if syntax.is_yet_to_come(verb):
        return None  # "it is time Hale resigned", "as soon as Hale resigns"
    if above is None or syntax.is_juxtaposed(verb):
        return _main(verb, ontology)
    if syntax.is_relative_clause(verb):
        return _relative(verb, above, ontology)
    if depth > DEPTH or not ontology.words["OpenMarker"].isdisjoint(syntax.markers(verb)):
        return None
    if syntax.is_given_reason(verb):
        return _explained(above, ontology, depth)
    if syntax.is_set_against(verb) and syntax.is_verb(above):
        instead = taken_over(above, ontology, depth + 1)
        if instead is not None and instead.negative:  # "need not sue him, just pay him"
            misread = syntax.passive(verb) and not syntax.passive(above)  # "just cut down on it"
            return None if misread else replace(instead, negative=False)
    above = _beyond_purpose(verb, above, ontology)
    if syntax.is_coordinated(verb) and syntax.is_verb(above):
        return _shared(verb, ontology, depth)
    if syntax.is_coordinated(verb) and syntax.is_predicate(above) and _has_tense(verb):
        return frame(above, ontology, depth + 1)  # "Hale was furious and sued"
    if syntax.is_coordinated(verb) and syntax.is_predicate(above) and syntax.passive(verb):
        return taken_over(above, ontology, depth + 1)  # "The pier is old and closed"
    if (done := was_done(verb, above, ontology, depth)) is not None:
        return done
    if syntax.is_noun_clause(verb):
        return under_noun(verb, above, ontology, depth)
    if above.lemma_ == "do" and (done := _done_for(verb, above, ontology, depth)) is not None:
        return done
    if syntax.is_complement(verb):
        return _complement(verb, above, ontology, depth)
    if syntax.is_adverbial_clause(verb) or (syntax.is_gerund(verb) and syntax.markers(verb)):
        return _adverbial(verb, above, ontology, depth)
    return _unknown(verb, ontology)


def _has_tense(verb: Token) -> bool:
    return syntax.tense(verb) is not None or syntax.has_modal(verb)


def _explained(why: Token, ontology: Ontology, depth: int) -> Frame:
    """What is taken for granted where it is explained: "maybe this is why Hale left"."""
    conditional = not ontology.words["ConditionMarker"].isdisjoint(syntax.markers(why))
    around = None if conditional else frame(why, ontology, depth + 1)
    denied = why.lower_ != "why" and any(
        effect_of(ontology, "adverb", w).negative for w in syntax.adverbs(why)
    )
    return Frame(asserted=around is not None and around.asserted and not denied)  # "that is not how Hale won"


def _beyond_purpose(verb: Token, above: Token, ontology: Ontology) -> Token:
    """The clause that a participle after a purpose goes on: "is working to mend it, selling off its boats".

    What comes of a purpose stays with it: "worked to close the pier, ending the feud".
    """
    purpose = syntax.is_adverbial_clause(above) and verb.lower_ not in ontology.words["ConsequenceVerb"]
    return (syntax.clause_beside(verb, above) if purpose else None) or above


def _main(verb: Token, ontology: Ontology) -> Frame | None:
    """A main clause, as far as it is one: a bare participle is a heading or a parse gone wrong."""
    if syntax.markers(verb):
        return None
    if syntax.is_infinitive(verb) and not syntax.own_auxiliaries(verb):
        # A headline: "Oxley to sue bank". Without a subject it is nobody's plan.
        return Frame(Modality.PLANNED, asserted=bool(syntax.own_subjects(verb)))
    if syntax.is_called_hearsay(verb, ontology.words["AccountNoun"]):
        return UNVOUCHED
    participle = syntax.is_gerund(verb) or (syntax.is_past_participle(verb) and not syntax.objects(verb))
    return MAIN if not participle or syntax.auxiliaries(verb) else UNVOUCHED


def _relative(verb: Token, noun: Token, ontology: Ontology) -> Frame | None:
    """A relative clause presupposes what it says, unless it is about nobody: "no minister who …"."""
    if of_nobody(noun, ontology) or syntax.is_denied_cleft(verb):
        return None
    if is_one_denied(noun, ontology):
        return None
    if is_claimed(noun, verb, ontology) or is_of_open(noun, verb, ontology):
        return UNVOUCHED  # "the prospect of a law that bans boats"
    if is_new_in_open(noun, verb, ontology):
        return UNVOUCHED  # "a claim that Hale hit a man who had sued her"
    if (made := made_in_open(noun, verb, ontology)) is not None:
        return made
    return Frame(asserted=not (syntax.leaves_a_choice(noun) or syntax.is_made_up(noun)))


def _unknown(verb: Token, ontology: Ontology) -> Frame | None:
    """What is left of a clause of unknown construction: nothing if a word opens it, else no edge.

    Such a clause is most often a main clause whose parse went wrong.
    """
    if syntax.markers(verb):
        return None
    above = syntax.governor(verb)
    if above is None or not syntax.is_infinitive(verb):
        return UNVOUCHED
    negative = effect_of(ontology, "adjective", above).negative  # "it is impossible to sue"
    return Frame(Modality.POSSIBLE, negative, asserted=False)


def _shared(verb: Token, ontology: Ontology, depth: int) -> Frame | None:
    """What stands above the first of coordinated verbs holds for all: "denied meeting and paying Hale"."""
    first = syntax.first_conjunct(verb)
    if syntax.is_no_reason(first) and syntax.opens_with(verb, "but"):
        return MAIN  # "not because Hale lied, but because Marsh did"
    around = frame(first, ontology, depth + 1)
    if around is None or syntax.own_subjects(verb):
        return around
    told = [c for c in syntax.complements(first) if c.i < verb.i and not syntax.infinitive_or_participle(c)]
    evoked = evocation(first, ontology) if told and "that" not in syntax.markers(told[0]) else None
    if evoked is not None and evoked.action.reports and len(syntax.joined(first)) > 2:
        return replace(around, degree=None, asserted=False)  # "claimed Hale lied, paid Marsh and fled"
    return around


def _complement(verb: Token, above: Token, ontology: Ontology, depth: int) -> Frame | None:
    evoked = evocation(above, ontology) if syntax.is_verb(above) else None
    action = evoked.action if evoked else None
    # "Did not go" has a tense by its auxiliary, and is no "go".
    told = verb.tag_ != "VB" or any(map(syntax.is_finite, syntax.auxiliaries(verb)))
    if told and not syntax.infinitive_or_participle(verb):
        return _told_by(verb, above, action, ontology, depth)
    if above.lemma_ == "stand" and syntax.passive(verb) and verb.lower_ in ontology.words["AccusingVerb"]:
        return _accused(above, ontology, depth)  # "stands accused of lying"
    if (seen := is_seen(verb, above, ontology)) or is_caused(verb, above, ontology):
        around = taken_over(above, ontology, depth + 1)  # "saw Marsh resign", "made Marsh resign"
        open_ = around is None or around.negative or (seen and around.modality is not Modality.ACTUAL)
        return Frame(Modality.POSSIBLE, asserted=False) if around is None or open_ else around
    if syntax.is_infinitive(verb) and (measured := measured_by(verb, above, ontology)) is not None:
        return measured
    effect = next(
        (e for part in ("verb", "adjective") if (e := effect_of(ontology, part, above)) != NO_EFFECT), None
    )
    if effect is not None and syntax.only_has(above, verb):
        effect = None  # "had a plan to sell", "have trouble selling"
    if syntax.is_gerund(verb) and only_says_why(verb, evoked):
        return None
    if above.lower_ in ontology.words["PausingVerb"] and syntax.is_infinitive(verb):
        return Frame(Modality.PLANNED, asserted=False)  # "stopped to praise Marsh"
    reports = action is not None and action.reports
    known = effect is not None and (
        not effect.hearsay or reports or syntax.passive(above)
    )  # not "held a vote to"
    if effect is not None and known and not (action is not None and action.content_negative):
        around = _operated(effect, above, ontology, depth)
        hearsay = effect.hearsay and not reports
        open_ = effect.modality in (Modality.PLANNED, Modality.POSSIBLE)
        dropped = open_ and breaks_off(above, verb, ontology)
        open_past = effect.modality not in (None, Modality.ACTUAL) and syntax.is_perfect(verb)
        if around is not None and (hearsay or open_past or dropped):
            return replace(around, asserted=False)  # "was rumoured to lead", "ought to have led"
        return around
    under_way = syntax.tells_as_so(verb)
    if under_way and action is not None and action.reports and not action.content_modality:
        return _told_by(verb, above, action, ontology, depth)  # "claims to have paid", "to be paying"
    if not under_way and (syntax.is_gerund(verb) or syntax.is_perfect_gerund(verb)):
        if action is None or not (action.content_negative or action.factive):
            return charged(verb, above, ontology)
        around = taken_over(above, ontology, depth + 1)
        settled = around is not None and not around.negative  # "has not ruled out" leaves it open
        return Frame(negative=action.content_negative) if settled else None
    if action is not None and action.content_modality:
        if not ontology.words["OpenMarker"].isdisjoint(syntax.markers(above)):
            return None  # "asked if she told him to go"
        around = taken_over(above, ontology, depth + 1)
        denied = around is not None and around.negative  # "was not allowed to", "did not tell Marsh to"
        allows = action.content_modality is Modality.POSSIBLE and not action.reports
        negative = action.content_negative != (denied and allows)
        # "The law would require Marsh to go": so it is only where the law comes about.
        open_ = around is not None and around.modality not in (None, Modality.ACTUAL)
        return Frame(action.content_modality, negative, asserted=not (denied or open_))
    return Frame(Modality.POSSIBLE, asserted=False)


def _told_by(
    verb: Token, above: Token, action: Action | None, ontology: Ontology, depth: int
) -> Frame | None:
    """A finite clause: what a reporting verb says is its speaker's (see quotes); else nothing is known.

    Who hopes, fears or suspects something does not vouch for it.
    """
    if is_conviction(above, ontology):
        around = taken_over(above, ontology, depth + 1)
        return Frame(asserted=around is None or not around.negative)
    only_thought = above.lemma_ in ontology.words["OpenContentVerb"]
    if action is None:
        return None if only_thought else _unknown(verb, ontology)
    if not action.reports or syntax.is_imperative(above):
        return None  # "Suppose that Hale left"
    felt = action.content_modality is Modality.POSSIBLE and "Cognition" in action.ancestors
    bare = verb.tag_ == "VBN" and not syntax.own_auxiliaries(verb)  # "wants Marsh sacked"
    if only_thought or (felt and not bare):
        return Frame(Modality.POSSIBLE, asserted=False)
    # "ordered that it be sold" asks for what "ordered that it was sold" would tell.
    asked = _asked_in(above, action, ontology) if bare or syntax.is_subjunctive(verb) else None
    untold = syntax.is_infinitive(above) and is_judged(above, ontology)
    around = taken_over(above, ontology, depth + 1)
    said = around is None or not around.negative  # "never said that Marsh paid" leaves it open
    if not said and _thinks_not(above, ontology):
        own = {subject.lower_ for subject in syntax.own_subjects(above)}
        return Frame(negative=True, asserted=not own.isdisjoint(("i", "we")))
    few = any(of_few(noun) for noun in syntax.own_subjects(above))  # "few believe that Hale paid"
    return Frame(asked, action.content_negative and said, said and not (untold or few))


def _thinks_not(above: Token, ontology: Ontology) -> bool:
    """Whether who does not think something thinks that it is not so: "I don't think Hale paid"."""
    return above.lower_ in ontology.words["NegationRaisingVerb"] and syntax.tense(above) == "present"


def _asked_in(above: Token, action: Action, ontology: Ontology) -> Modality | None:
    """What a verb asks for by the bare form below it: "insisted that Hale stand trial"."""
    if action.content_modality is None and above.lower_ in ontology.words["MandativeVerb"]:
        return Modality.OBLIGED
    return action.content_modality


def _operated(effect: Effect, above: Token, ontology: Ontology, depth: int) -> Frame | None:
    """The frame that an operator makes of the clause below it, given the reality of its own clause."""
    around = _of_clause(above, ontology, depth)
    if around is None:
        return None
    negative = effect.negative != around.negative
    if effect.negative and around.negative:
        return Frame(Modality.POSSIBLE, asserted=False)  # "has not ruled out": it may be so or not
    if effect.modality in (None, Modality.ACTUAL):
        return Frame(around.modality, negative, around.asserted, around.degree)
    # "did not plan to": whether it happened all the same is left open.
    settled = around.asserted and not around.negative
    hedged = effect.modality is Modality.PLANNED and around.modality is Modality.POSSIBLE
    modality = Modality.POSSIBLE if hedged else effect.modality  # "may plan to sue", "may be ready to sue"
    return Frame(modality, negative, settled, around.degree)


def _of_clause(above: Token, ontology: Ontology, depth: int) -> Frame | None:
    """What a clause with a verb or a predicate says of what hangs on it."""
    if syntax.is_verb(above):
        return taken_over(above, ontology, depth + 1)
    return _of_predicate(above, ontology, depth)


def _of_predicate(adjective: Token, ontology: Ontology, depth: int) -> Frame | None:
    """What the clause of a predicate says of it: "is not due to", "less likely to"."""
    words = syntax.adverbs(adjective)
    less = any(word.lower_ in ("less", "least") for word in words)
    said = [effect_of(ontology, "adverb", word) for word in words]
    almost = any(effect.degree is Degree.ALMOST for effect in said)  # "almost certain": not uncertain
    negative = less or any(effect.negative and effect.degree is not Degree.ALMOST for effect in said)
    if any(stands_for_none(noun, ontology) for noun in syntax.own_subjects(adjective)):
        negative = not negative
    above = syntax.governor(adjective)
    opening = syntax.markers(adjective)
    if not ontology.words["ConditionMarker"].isdisjoint(opening):
        return Frame(negative=negative, asserted=False)  # "if they are eligible to vote"
    if not ontology.words["OpenMarker"].isdisjoint(opening):
        return None  # "asked whether they are willing to pay"
    hangs = above is not None and syntax.is_complement(adjective) and syntax.is_verb(above)
    effect = effect_of(ontology, "verb", above) if above is not None and hangs else NO_EFFECT
    if above is None or effect == NO_EFFECT or syntax.own_subjects(adjective):
        # "Will be unable to", "fears she is unable to".
        around = taken_over(syntax.first_conjunct(adjective), ontology, depth + 1)
        if around is None:
            return Frame(Modality.POSSIBLE, negative, asserted=False)
        return Frame(around.modality, negative, around.asserted and not almost)
    around = taken_over(above, ontology, depth + 1)  # "does not seem willing to"
    if around is None:
        return None
    told = evocation(above, ontology)
    rumoured = effect.hearsay and not (told is not None and told.action.reports)
    modality = Modality.POSSIBLE if effect.modality is Modality.POSSIBLE else around.modality
    return Frame(modality, negative != around.negative, around.asserted and not rumoured)


def _done_for(verb: Token, above: Token, ontology: Ontology, depth: int) -> Frame | None:
    """A clause for which next to nothing was done: "did little to help", "has not done enough to protect"."""
    amount = amount_done(above, ontology) if syntax.is_infinitive(verb) else None
    around = None if amount is None else taken_over(above, ontology, depth + 1)
    if amount is None or around is None or around.negative == amount.negative:
        return None
    return replace(around, negative=True, degree=amount.degree)


def _accused(above: Token, ontology: Ontology, depth: int) -> Frame | None:
    """Of what somebody stands accused who does something: "will appear in court charged with fraud"."""
    around = _of_clause(above, ontology, depth)
    return None if around is None else Frame(asserted=around.asserted)


def _stands_as_object(verb: Token, above: Token) -> bool:
    """Whether a gerund right after a verb is its object, whatever the parse: "ruled out suing the bank"."""
    between = verb.doc[above.i + 1 : verb.i]
    deed = syntax.is_gerund(verb) or syntax.is_perfect_gerund(verb)
    return deed and above.i < verb.i and all(t.pos_ in ("ADP", "ADV", "AUX") for t in between)


def _adverbial(verb: Token, above: Token, ontology: Ontology, depth: int) -> Frame | None:
    marks = syntax.markers(verb)
    if syntax.arranging(verb) is not None and not (marks or syntax.is_verb(above)):
        return MAIN  # "is yet to lead", where a parse takes "yet" for the head
    noun_like = syntax.is_gerund(verb) and not syntax.own_auxiliaries(verb)
    if syntax.is_infinitive(verb) and not noun_like:
        if (measured := measured_by(verb, above, ontology)) is not None:
            return measured
        purpose = not is_made_easy(verb, above)
        return Frame(Modality.PLANNED if purpose else Modality.POSSIBLE, asserted=False)
    if syntax.infinitive_or_participle(verb):
        if syntax.is_cut_off(verb):
            return None  # "accused of, and cleared of, attacking Marsh"
        opening = [*marks, *syntax.prepositions(verb)]
        if not opening and syntax.is_verb(above) and _stands_as_object(verb, above):
            around = _complement(verb, above, ontology, depth)
            told = evocation(above, ontology)
            denied = told is not None and told.action.content_negative
            if around is not None and denied and verb not in syntax.gerunds(above, None):
                return replace(around, asserted=False)  # only who denies it says so
            return around
        if syntax.is_infinitive(verb) and effect_of(ontology, "adjective", above) != NO_EFFECT:
            return _complement(verb, above, ontology, depth)  # "is committed to opening"
        if syntax.is_infinitive(verb):  # "pleaded not guilty to attacking", "objected to attacking"
            pleaded = verb.left_edge.nbor(-1).pos_ == "ADJ" if verb.left_edge.i else False
            return None if pleaded else Frame(Modality.POSSIBLE, asserted=False)
        known = all(word in ontology.words["SharingMarker"] for word in opening)
        known = known or (opening == ["in"] and above.lower_ in ontology.words["JoiningVerb"])
        if opening[:1] == ["as"] and (
            noun_like or any(a.tag_ == "VBG" for a in syntax.own_auxiliaries(verb))
        ):
            own = evocation(verb, ontology)  # "was named as having met Marsh": whoever named her says so
            if own is None or not own.action.reports:
                return None
        if not known:
            return charged(verb, above, ontology)
        if not opening and syntax.passive(verb) and verb.lower_ in ontology.words["AccusingVerb"]:
            return _accused(above, ontology, depth)
        clause = syntax.is_verb(above) or syntax.is_predicate(above)
        around = taken_over(above, ontology, depth + 1) if clause else None
        if around is not None and is_of_before(verb, ontology):
            around = replace(around, modality=None)  # "will speak, having earlier sued Marsh"
        if around is not None and opening and opening[0] in ("despite", "since"):
            return replace(around, modality=None, negative=False)  # "could not win despite spending more"
        if around is not None and not is_within_denial(verb, opening):
            denied = around.negative  # "would not stand, citing Marsh": cited him
            around = replace(around, modality=None if denied else around.modality, negative=False)
        if (
            around is not None
            and above.lower_ in ontology.words["UnvouchedVerb"]
            and syntax.is_seen_doing(verb)
        ):
            return replace(around, asserted=False)  # "described Hale attacking Marsh"
        return around
    if not marks:
        return _unknown(verb, ontology)
    if syntax.is_no_reason(verb) or is_reason_to_blame(verb, above, marks, ontology):
        return UNVOUCHED  # "not because Hale lied, but because Marsh did"
    if is_asked_when(verb, above, marks, ontology):
        return None
    if any(mark not in ontology.words["FactiveMarker"] for mark in marks) or {"as", "though"} <= set(marks):
        return None  # "as if", "as though"
    if verb.left_edge.i and is_one_denied(verb.left_edge.nbor(-1), ontology):
        return None  # "cannot name a single case when Hale paid"
    if "when" in marks and "Past" not in verb.morph.get("Tense", []) and not syntax.is_participle(verb):
        return None  # "when Labour rejects it, she will leave"
    return MAIN
