"""How real a clause says its happening is: actual, planned, possible or obliged, denied, vouched for.

A clause is taken for a fact only where English asserts it: in a main clause, in a clause coordinated with
one, in a relative clause, or in a frame that is known to presuppose it ("after …", "began to …", "the fact
that …"). Under any other verb, noun, adjective or preposition it is not stated at all (see ``frames``).
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from ..model import Degree, Modality, Polarity
from ..ontology import Ontology
from . import syntax
from .alternatives import denies_each
from .conditional import is_conditional
from .degrees import Said, degree, fits
from .doubts import is_doubted
from .frames import frame
from .manners import denies_only_how
from .nobody import but_one, cannot_help, not_one, only_compares, stands_for_none
from .past_would import was_so
from .presupposed import is_circumstance, is_granted, is_model, is_under_way
from .reality import Frame, Reality
from .remembered import remembered_by
from .settings import is_set_apart
from .tokens import Token
from .triggers import NO_EFFECT, effect_of, evocation


@remembered_by
def reality(verb: Token, ontology: Ontology) -> Reality | None:
    """What a verb's clause says of its happening; none where it states nothing, as a question or a wish."""
    if syntax.is_question(verb) or syntax.is_imperative(verb):
        return None
    if syntax.has_alternative(verb) and not denies_each(verb, ontology):
        return None
    if (
        syntax.asks_which(verb)
        or only_compares(verb, ontology)
        or but_one(verb, ontology)
        or cannot_help(verb)
    ):
        return None
    around = frame(verb, ontology)
    return None if around is None else _inside(verb, around, ontology)


def _inside(verb: Token, around: Frame, ontology: Ontology) -> Reality:
    """What a clause's own words and the construction around it say together."""
    be = syntax.arranging(verb)
    modality = _own_modality(verb, be, ontology) or around.modality or Modality.ACTUAL
    said = _said(verb, ontology)
    own = _negated(verb, be, said, ontology)
    polarity = Polarity.NEGATIVE if own != around.negative else Polarity.POSITIVE
    how_far = degree(said, ontology, negative=own) or around.degree
    denied = polarity is Polarity.NEGATIVE
    firm = around.asserted and not _approximate(verb, be, ontology, denied=denied)
    return _reality(modality, polarity, firm, how_far)


#: The roles of those with whom something is done.
_PARTNERS = frozenset(("coAgent", "addressee"))
#: The few that there are, each made once.
_reality = cache(Reality)


def noun_reality(noun: Token, ontology: Ontology) -> Reality | None:
    """What is said of the happening that a trigger noun names; none where it is left open.

    "Labour's rejection of …" presupposes that it happened. "Her alleged attack", "the absence of its
    support" and "denied his attack" do not, and "called for her resignation" makes it a wish.
    """
    if syntax.is_question(noun) or syntax.is_scare_quoted(noun) or _unreal_of(noun, ontology):
        return None
    if any(effect_of(ontology, "determiner", d).negative for d in syntax.determiners(noun)):
        return Reality(polarity=Polarity.NEGATIVE)
    top, above = noun, syntax.governor(noun)
    while above is not None and not syntax.is_verb(above):
        if is_model(top, noun):
            return Reality()  # "needs a speech like Marsh's of May"
        parts = ("noun", "of noun") if syntax.preposition(top) == "of" else ("noun",)
        effects = [effect_of(ontology, part, above) for part in parts]
        if any(e.unreal or e.negative for e in effects) or _unreal_of(above, ontology, attributes=False):
            return None
        top, above = above, syntax.governor(above)
    if above is None or is_model(top, noun) or (top == noun and is_under_way(noun, above, ontology)):
        return Reality()
    real = reality(above, ontology)
    planned = real is not None and real.modality is Modality.PLANNED
    if real is not None and real.asserted and is_granted(top, noun, planned=planned, ontology=ontology):
        return Reality()  # "may win despite her attack on Reed"
    if real is None or real.polarity is Polarity.NEGATIVE:
        return None
    if top in syntax.objects(above) and effect_of(ontology, "theme verb", above).unreal:
        return None  # "foiled his attack", "the visit was cancelled"
    evoked = evocation(above, ontology)
    if evoked is not None and not syntax.is_subject_of(noun, above) and not is_circumstance(noun, ontology):
        if evoked.action.content_negative:
            return None
        if evoked.action.content_modality:
            return Reality(evoked.action.content_modality, asserted=False)
    return replace(real, asserted=real.asserted and real.modality is Modality.ACTUAL)


def _unreal_of(noun: Token, ontology: Ontology, *, attributes: bool = True) -> bool:
    """Whether what stands before a noun leaves open that there is one: "alleged", "fake", "without"."""
    before = [*syntax.attributes(noun), *syntax.compounds(noun)] if attributes else []
    if any(effect_of(ontology, part, w).unreal for w in before for part in ("attribute", "deed attribute")):
        return True
    return ontology.operators.get(("preposition", syntax.preposition(noun) or ""), NO_EFFECT).unreal


def _said(verb: Token, ontology: Ontology) -> list[Said]:
    """The adverbs that say whether and how far a clause is so, with what they do to it."""
    words, auxiliaries = list(syntax.adverbs(verb)), syntax.auxiliaries(verb)
    for auxiliary in auxiliaries:
        words += syntax.adverbs(auxiliary)
    if auxiliaries and syntax.is_coordinated(verb) and not syntax.own_auxiliaries(verb):
        words += [w for w in syntax.adverbs(verb.head) if "Neg" in w.morph.get("Polarity", ())]
    said = [(w, effect_of(ontology, "adverb", w)) for w in words if not syntax.only_limits(w)]
    return [(word, effect) for word, effect in said if fits(word, effect, verb, ontology)]


def _negated(verb: Token, be: Token | None, said: list[Said], ontology: Ontology) -> bool:
    """Whether the clause's own words deny it: "not", "never", "no council", "neither … nor", "at no time"."""
    negative = any(effect.negative for _, effect in said) and not syntax.denies_a_reason(verb)
    negative = negative and not denies_only_how(verb, ontology)
    nouns = [*syntax.own_subjects(verb), *syntax.objects(verb)]
    beside = [(word, noun) for word, noun in syntax.obliques(verb) if stands_for_none(noun, ontology)]
    set_phrases = ontology.words["NoDenial"]  # "for no reason", "in no time"
    denying = [word for word, noun in beside if f"{word} {noun.lower_}" not in set_phrases]
    none_of = any(stands_for_none(noun, ontology) for noun in nouns)
    none_of = none_of or any(word != "with" or _takes_with(verb, ontology) for word in denying)
    pending = be is not None and effect_of(ontology, "verb", be).negative  # "is yet to reply"
    return (negative != none_of) != pending


def _takes_with(verb: Token, ontology: Ontology) -> bool:
    """Whether "with" leads to a participant: "met with no councillor"; "left with no warning" left."""
    evoked = evocation(verb, ontology)
    return evoked is not None and ("with" in evoked.rest or evoked.action.role("with") in _PARTNERS)


def _approximate(verb: Token, be: Token | None, ontology: Ontology, *, denied: bool) -> bool:
    """Whether it is only nearly, seldom or partly so: "almost left", "not all left", "Hale or Marsh left"."""
    if syntax.is_perfect(verb) and (
        be is not None or effect_of(ontology, "modal", syntax.auxiliaries(verb)[0]).modality
    ):
        return True  # "should have warned", "was to have met": whether it was so is not said
    if is_conditional(verb, ontology) or syntax.is_correlative(verb) or is_set_apart(verb, ontology):
        return True
    if is_doubted(verb, ontology):
        return True
    by = syntax.doers_of_passive(verb) if syntax.passive(verb) else []
    by += [one for one in (*syntax.subjects(verb), *syntax.objects(verb)) if syntax.is_coordinated(one)]
    if any(w.i < one.i and _doubted_by(w, ontology) for one in by for w in syntax.adverbs(one)):
        return True  # "was murdered, perhaps by Hale", "Marsh, and possibly Hale, lied"
    behind = ontology.words["InEffectAdverb"]  # these tell behind the verb how well it was done
    nearly = (w for w in syntax.adverbs(verb) if w.i < verb.i or w.lower_ not in behind)
    if any(_leaves_open(w, verb, ontology) for w in nearly) or syntax.leaves_a_choice(verb, denied=denied):
        return True
    return of_hardly_any(verb, ontology)


def of_hardly_any(verb: Token, ontology: Ontology) -> bool:
    """Whether the subject of a verb is limited to few or none: "hardly any paper knew", "not all left"."""
    for noun in syntax.own_subjects(verb):
        if not_one(noun):
            continue
        for word in (noun, *syntax.determiners(noun)):
            beside = [w for w in syntax.adverbs(word) if w.lower_ != "neither"]  # which denies it of all
            limits = (effect_of(ontology, "adverb", w) for w in beside)
            if any(limit.negative and limit.degree is not Degree.ALMOST for limit in limits):
                return True
    return False


def _leaves_open(adverb: Token, verb: Token, ontology: Ontology) -> bool:
    effect = effect_of(ontology, "adverb", adverb)
    misplaced = (
        effect.degree is Degree.ALMOST and adverb.head == verb and not fits(adverb, effect, verb, ontology)
    )
    return effect.unreal or misplaced


def _doubted_by(adverb: Token, ontology: Ontology) -> bool:
    effect = effect_of(ontology, "adverb", adverb)
    return effect.hearsay or effect.unreal or effect.modality is not None


def _own_modality(verb: Token, be: Token | None, ontology: Ontology) -> Modality | None:
    """What its own auxiliaries and hedging adverbs say."""
    for auxiliary in syntax.auxiliaries(verb):
        if was_so(verb, auxiliary, ontology):
            return None
        future = auxiliary.lower_ in ("would", "’d", "'d") and not syntax.is_perfect(verb)
        if future and _told_in_the_past(verb):
            return Modality.PLANNED  # the future of the past: "she said the audit would look at …"
        if modality := effect_of(ontology, "modal", auxiliary).modality:
            hedges = (effect_of(ontology, "adverb", word).modality for word in syntax.adverbs(verb))
            hedged = modality is Modality.PLANNED and Modality.POSSIBLE in hedges  # "perhaps Hale will sue"
            return Modality.POSSIBLE if hedged else modality
    if be is not None:
        return effect_of(ontology, "verb", be).modality  # "is to chair", but not "is yet to chair"
    for word in syntax.adverbs(verb):
        if modality := effect_of(ontology, "adverb", word).modality:
            return modality
    return None


def _told_in_the_past(verb: Token) -> bool:
    first = syntax.first_conjunct(verb)
    above = syntax.governor(first)
    return above is not None and syntax.is_complement(first) and "Past" in above.morph.get("Tense", [])
