"""Roles that a clause tells of: "Hale is the chair", "was elected mayor", "in her role as clerk"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model import AttributionMode, Modality, Polarity, RoleAttestation, Standing
from ...ontology import RoleVerb
from .. import syntax
from ..modality import noun_reality, reality
from ..tokens import Token
from ..triggers import evocation
from .dates import term
from .scene import Described, Meant, Scene
from .wording import described


def told_roles(scene: Scene) -> Iterator[RoleAttestation]:
    """Yield the roles that clauses and nouns of happenings tell of, in reading order."""
    roles = {token.i for token in scene.roles}
    frames, events = scene.ontology.words["RoleFrameNoun"], scene.ontology.role_events
    for token in scene.doc:
        if token.i in roles:
            yield from _predicated(token, scene)
        if syntax.is_verb(token):
            if token.lemma_.lower() in scene.ontology.role_verbs:
                yield from _by_verb(token, scene)
            yield from _opening(token, scene)
        event = events.get(token.lower_) if token.pos_ == "NOUN" else None
        if event is not None:
            yield from _by_event(token, event, scene)
        elif token.lower_ in frames:
            yield from _framed(token, scene)


def standing_of(head: Token, effect: str | None, scene: Scene) -> tuple[bool, Standing | None]:
    """Whether a clause tells of a role as held, ever, and how it stands by its mood and tense.

    Args:
        head: the verb or predicate noun of the clause.
        effect: what becomes of the role: ``"Begins"``, ``"Serves"``, ``"Keeps"``, ``"Ends"`` or none.
        scene: the article.
    """
    real = reality(head, scene.ontology)
    if real is None or real.polarity is Polarity.NEGATIVE or not real.asserted or _only_asked(head, scene):
        return False, None
    quote = scene.told_by(scene.reading.passage(head.i, head.i))
    if quote is not None and quote.negative:
        return False, None
    if real.modality is Modality.PLANNED:
        return True, Standing.HELD if effect in ("Ends", "Keeps") else Standing.TO_BE_HELD
    if real.modality is not Modality.ACTUAL:
        return False, None
    if effect in ("Begins", "Ends"):
        return True, Standing.TAKEN_UP if effect == "Begins" else Standing.HELD_BEFORE
    if effect is None:
        return True, None
    match syntax.tense(head):
        case "present" | "perfect":
            return True, Standing.HELD
        case "past" if quote is not None and quote.mode is AttributionMode.INDIRECT:
            return True, None  # "said she was the chair": then, and perhaps still
        case "past":
            return True, Standing.HELD_BEFORE
    return True, None


def _only_asked(verb: Token, scene: Scene) -> bool:
    """Whether a clause says what somebody is asked to do, and may refuse: "asked Hale to chair it"."""
    above = syntax.governor(verb)
    if above is None or not (
        syntax.is_infinitive(verb) and syntax.is_complement(verb) and syntax.is_verb(above)
    ):
        return False
    evoked, way = evocation(above, scene.ontology), role_verb(above, scene)
    appointed = way is not None and way.effect == "Begins"
    return evoked is not None and evoked.action.content_modality is not None and not appointed


def _predicated(noun: Token, scene: Scene) -> Iterator[RoleAttestation]:
    """ "Hale is the chair of the board and director of the trust"."""
    subjects = syntax.predicate_subjects(noun)
    holders = scene.people(subjects)
    if not holders or (len(holders) > 1) != scene.is_plural(noun):
        return
    told, standing = standing_of(noun, "Serves", scene)
    if told:
        for role in syntax.joined_without_article(noun):
            yield from _attested(holders, role, "predicate", standing, None, noun, scene)


def _by_verb(verb: Token, scene: Scene) -> Iterator[RoleAttestation]:
    """ "was elected mayor", "serves as clerk", "resigned as leader"."""
    way = role_verb(verb, scene)
    if way is None or way.role is not None:
        return
    found = [*syntax.predicatives(verb), *_framed_by_posts(verb, way, scene)]
    nouns = [noun for named in found for noun in syntax.joined_without_article(named)]
    nouns = [noun for noun in nouns if scene.is_role(noun)]
    if not nouns:
        return
    own = syntax.objects(verb) or syntax.indirect_objects(verb) if way.holder == "obj" else None
    holders = scene.people([t for t in (syntax.subjects(verb) if own is None else own) if t not in nouns])
    told, standing = standing_of(verb, way.effect, scene)
    if told:
        for noun in nouns:
            yield from _attested(holders, noun, "verb", standing, way.effect, verb, scene)


def _framed_by_posts(verb: Token, way: RoleVerb, scene: Scene) -> Iterator[Token]:
    """The role in "appointed to the post of clerk", "resigned from the post of clerk"."""
    leading = "to" if way.effect == "Begins" else "from"
    for word, noun in syntax.obliques(verb):
        if word == leading and scene.has(noun.lower_, "RoleFrameNoun"):
            yield from (role for before, role in syntax.noun_modifiers(noun) if before == "of")


def role_verb(verb: Token, scene: Scene) -> RoleVerb | None:
    """What a verb tells of roles, with the particles that stand by it."""
    ways = scene.ontology.role_verbs.get(verb.lemma_.lower(), ())
    return next((way for way in ways if syntax.followed_by(verb, way.rest)), None)


def _by_event(noun: Token, event: RoleVerb, scene: Scene) -> Iterator[RoleAttestation]:
    """ "Hale's appointment as clerk", "the resignation of Hale as leader"."""
    role = syntax.as_phrase_after(noun) or next(
        (head for word, head in syntax.trailing_complements(noun) if word == "as"), None
    )
    owners = syntax.possessors(noun) or [h for word, h in syntax.noun_modifiers(noun) if word == "of"]
    if role is None or not scene.is_role(role):
        return
    real = noun_reality(noun, scene.ontology)
    if real is None or real.modality is not Modality.ACTUAL or real.polarity is Polarity.NEGATIVE:
        return
    # That a resignation is spoken of does not say that it has taken effect.
    standing = Standing.TAKEN_UP if event.effect == "Begins" and real.asserted else None
    yield from _attested(scene.people(owners), role, "event", standing, event.effect, noun, scene)


def _framed(noun: Token, scene: Scene) -> Iterator[RoleAttestation]:
    """ "in her role as clerk"."""
    role = syntax.as_phrase_after(noun)
    if role is not None and scene.is_role(role):
        holders = scene.people(syntax.possessors(noun))
        yield from _attested(holders, role, "frame", None, None, noun, scene)


def _opening(verb: Token, scene: Scene) -> Iterator[RoleAttestation]:
    """ "As mayor, Hale opened the bridge"."""
    noun = syntax.opening_as_phrase(verb)
    if noun is None or not scene.is_role(noun) or noun.left_edge.i != verb.sent.start:
        return
    subjects = syntax.objects(verb) if syntax.passive(verb) else syntax.subjects(verb)
    told, _ = standing_of(verb, None, scene)
    if told:
        yield from _attested(scene.people(subjects), noun, "as", None, None, noun, scene)


def _attested(
    holders: Sequence[Meant],
    noun: Token,
    rule: str,
    standing: Standing | None,
    effect: str | None,
    teller: Token,
    scene: Scene,
) -> Iterator[RoleAttestation]:
    """What a clause says of each holder: one where it names a role in the singular, else several."""
    role = described(noun, scene) if not _praises(noun, scene) else None
    if role is None or (len(holders) > 1) != scene.is_plural(noun):
        return
    if role.organisation is None and syntax.is_verb(teller):
        role = replace(role, organisation=_appointing_body(noun, teller, scene))
    stated = term([*syntax.trailing_complements(noun), *syntax.trailing_complements(teller)], effect)
    for holder in holders:
        if not _is_inside(holder, role):
            yield scene.attested(holder, role, rule, standing, stated)


def _praises(noun: Token, scene: Scene) -> bool:
    """Whether a noun is a judgement of somebody rather than a role: "is the best candidate"."""
    words = syntax.attributes(noun)
    return any(word.tag_ in ("JJR", "JJS") or scene.has(word.lower_, "PraisingWord") for word in words)


def _appointing_body(noun: Token, verb: Token, scene: Scene) -> str | None:
    """The body that gives one of its own roles: "The bank named Hale its director"."""
    own = any(owner.lower_ in ("its", "their") for owner in syntax.possessors(noun))
    subjects = syntax.subjects(verb)
    body = scene.body(subjects[0]) if own and len(subjects) == 1 else None
    return body.key if body is not None else None


def _is_inside(holder: Meant, role: Described) -> bool:
    """Whether the words for the holder are those of the role itself, or hold them."""
    candidate, _ = holder
    return candidate.first <= role.last and role.first <= candidate.last
