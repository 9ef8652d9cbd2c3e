"""Infinitives that tell what was done: "was quick to offer", "chose to sue", "was the first to lead".

The words that open them are data: ontology/done.ttl. What is said of a future or under a condition stays so.
"""

from __future__ import annotations

from ..model import Modality, Polarity
from ..ontology import Ontology
from . import syntax
from .reality import Frame, Reality
from .taken_over import taken_over
from .tokens import Token
from .triggers import effect_of, evocation

#: A clause that may have come about, for all that is said.
_OPEN = Frame(Modality.POSSIBLE, asserted=False)
#: What is done by speaking.
_SAYING = frozenset(("Communicate", "Judge"))
#: Those who do things, by what the pipeline takes their nouns for; a place may stand for who governs it.
_DOERS = frozenset(("person", "organization", "place"))


def was_done(verb: Token, above: Token, ontology: Ontology, depth: int) -> Frame | None:
    """What a construction says of its infinitive that presupposes or entails it; none where none does.

    Args:
        verb: the verb of a clause.
        above: the word that it hangs on.
        ontology: the words of such constructions.
        depth: how many clauses were climbed to get there.
    """
    if not syntax.is_infinitive(verb) or syntax.own_subjects(verb):
        return None
    words = ontology.words
    if above.lower_ in words["PromptAdjective"] or above.lower_ in words["JudgedAdjective"]:
        return _of_doer(above, ontology)
    if syntax.is_verb(above):
        if above.lower_ in words["GrowingVerb"] and verb.lower_ in words["ExtentVerb"]:
            return _as_told(above, ontology, depth)  # "the inquiry grew to include Marsh"
        taken = (noun for noun in syntax.objects(above) if noun.i < verb.i)
        if (done := next((f for noun in taken if (f := _seized(noun, ontology, depth))), None)) is not None:
            return done
        if any(f"{word} {noun.lower_}" in words["EffortPhrase"] for word, noun in syntax.obliques(above)):
            return _as_told(above, ontology, depth)  # "went out of her way to praise Marsh"
        if above.lower_ in words["ChoosingVerb"]:
            return _chosen(verb, above, ontology, depth)
        if _is_published(above, ontology):
            return _said_in_public(verb, above, ontology, depth)
        return _said_by(verb, above, ontology, depth) if above.lower_ in words["ContactVerb"] else None
    if not syntax.is_noun_clause(verb):
        return None
    over = syntax.governing_verb(above)
    if over is not None and above in syntax.objects(over) and _is_published(over, ontology):
        return _said_in_public(verb, over, ontology, depth)  # "issued a statement to condemn it"
    return _seized(above, ontology, depth) or _singled_out(verb, above, ontology, depth)


def is_of_before(verb: Token, ontology: Ontology) -> bool:
    """Whether words say that what "having" tells was done before now: "having previously sued Marsh"."""
    if not syntax.is_perfect_gerund(verb):
        return False
    return any(word.lower_ in ontology.words["BeforeAdverb"] for word in syntax.adverbs(verb))


def _of_doer(adjective: Token, ontology: Ontology) -> Frame | None:
    """What it says of a deed that its doer was quick to do it, right to do it or surprised by it.

    That somebody was not right to do it does not deny it; that they were not quick to do it leaves it open.
    """
    own = syntax.own_subjects(adjective)
    if not own and syntax.is_coordinated(adjective):
        own = syntax.own_subjects(syntax.first_conjunct(adjective))  # "came but was quick to leave"
    beside = [word.lower_ for word in syntax.adverbs(adjective)]
    enough = not ontology.words["EnoughAdverb"].isdisjoint(beside)
    if not own or "too" in beside:
        return None
    prompt = adjective.lower_ in ontology.words["PromptAdjective"]
    real = _reality(adjective, ontology)
    if (own[0].lower_ == "it" and not prompt) or real is None:
        return None  # "it was wrong to leave" is said of nobody
    if real.modality is not Modality.ACTUAL or not real.asserted:
        return Frame(real.modality, asserted=real.asserted and prompt) if real.modality else None
    if not prompt and syntax.tense(adjective) not in ("past", "perfect"):
        return None  # "is right to sue" may be said of what is to come
    if real.polarity is Polarity.POSITIVE:
        return _OPEN if enough else Frame()  # "was brave enough to sue" may not have
    return _OPEN if prompt else Frame(negative=enough)


def _chosen(verb: Token, above: Token, ontology: Ontology, depth: int) -> Frame | None:
    """What somebody chose to do, or not to, and so did, unless it is for a time ahead."""
    if above.tag_ not in ("VBD", "VBG") or syntax.auxiliaries(above) or syntax.objects(above):
        return None
    after = verb.doc[verb.i : verb.right_edge.i + 1]
    if any(word.lower_ in ontology.words["AheadWord"] for word in after):
        return None
    around = _as_told(above, ontology, depth)
    return around if around is not None and around.modality is Modality.ACTUAL else None


def _said_by(verb: Token, above: Token, ontology: Ontology, depth: int) -> Frame | None:
    """What somebody says by calling, writing or replying: "wrote to thank Hale", "called to say"."""
    if not _speaks(verb, ontology):
        return None
    asked = any(word in ("on", "upon", "for") and noun.i < verb.i for word, noun in syntax.obliques(above))
    if asked or (syntax.is_complement(verb) and syntax.objects(above)):
        return None  # "called on Hale to say", "called a clerk to say"
    return _as_told(above, ontology, depth)


def _speaks(verb: Token, ontology: Ontology) -> bool:
    evoked = evocation(verb, ontology)
    return evoked is not None and (evoked.action.reports or bool(_SAYING & {*evoked.action.ancestors}))


def _said_in_public(verb: Token, above: Token, ontology: Ontology, depth: int) -> Frame | None:
    """What somebody said by using a medium: "issued a statement to condemn it"."""
    later = any(word == "for" and noun.i < verb.i for word, noun in syntax.obliques(above))
    if later or not _speaks(verb, ontology):
        return None  # "called a conference for Friday to announce it"
    return _as_told(above, ontology, depth)


def _is_published(verb: Token, ontology: Ontology) -> bool:
    """Whether somebody spoke in public by what a verb tells: "took to Twitter", "gave an interview"."""
    media = ontology.words["MediumNoun"]
    if verb.lower_ not in ontology.words["PublishingVerb"]:
        return False
    nouns = [*syntax.objects(verb), *(noun for _, noun in syntax.obliques(verb))]
    return any(noun.lower_ in media for noun in nouns)


def _seized(noun: Token, ontology: Ontology, depth: int) -> Frame | None:
    """What somebody took the chance to do: "took the opportunity to thank Hale"."""
    above = syntax.governing_verb(noun)
    words = ontology.words
    if above is None or noun not in syntax.objects(above):
        return None
    if above.lower_ not in words["SeizingVerb"] or noun.lower_ not in words["ChanceNoun"]:
        return None
    return _as_told(above, ontology, depth)


def _singled_out(verb: Token, noun: Token, ontology: Ontology, depth: int) -> Frame | None:
    """What the first, the last or the only one did: "was the first woman to lead it"."""
    words = ontology.words
    by = [w for w in (noun, *noun.lefts) if w.lower_ in words["SinglingWord"]]
    if not by or noun.doc.mention_heads.get(noun.i) not in _DOERS or noun.lower_ in words["SiteNoun"]:
        return None
    whole = syntax.objects(verb) or syntax.passive(verb) or syntax.complements(verb)
    if not (whole or verb.lower_ in words["LoneVerb"]):
        return None  # "the only man to trust"
    above = syntax.governor(noun)
    if syntax.is_predicate(noun):
        real = _reality(noun, ontology)
        sure = by[0].lower_ not in words["OnceOnlyWord"] or syntax.tense(noun) in ("past", "perfect")
        if real is None or real.polarity is Polarity.NEGATIVE or not sure:
            return _OPEN  # "is the only man to lead it" may praise him
        return Frame(real.modality, asserted=real.asserted)
    if above is not None and syntax.is_verb(above) and above.lemma_ == "become":
        return _as_told(above, ontology, depth) or _OPEN
    if syntax.apposed_to(noun) is None:
        return None  # "a prize for the first team to find it"
    hedges = (effect_of(ontology, "adverb", word) for word in syntax.adverbs(noun))
    return _OPEN if any(h.modality or h.hearsay or h.negative for h in hedges) else Frame()


def _as_told(above: Token, ontology: Ontology, depth: int) -> Frame | None:
    """How real the clause above is told to be; none where it is denied or not told."""
    around = taken_over(above, ontology, depth + 1)
    return None if around is None or around.negative else around


def _reality(word: Token, ontology: Ontology) -> Reality | None:
    from .modality import reality  # a predicate heads a clause too

    return reality(word, ontology)
