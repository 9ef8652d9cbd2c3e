"""Roles beside a name: appositions, descriptors, titles, letters, and the party named with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import MentionKind, RoleAttestation, Standing
from .. import syntax
from ..tokens import Token
from .dates import stated as dated
from .dates import term
from .scene import Described, Meant, Scene
from .wording import described

_MARKS = frozenset((",", ".", ";", ":", "–", "—", "-", ")", "’", "”", "!", "?"))


def beside_names(scene: Scene) -> Iterator[RoleAttestation]:
    """Yield the roles set beside names: those that joined a description to a name first."""
    titles = list(_titles(scene))
    in_title = {token.i for found in titles for token in scene.reading.tokens_in(found.words)}
    yield from titles
    for _, (candidate, referent, rule) in sorted(scene.resolved.mentions.items()):
        if rule not in ("apposition", "descriptor") or candidate.kind is not MentionKind.NOMINAL:
            continue
        if candidate.head in in_title or not scene.is_person(referent):
            continue
        noun = scene.doc[candidate.head]
        holder = _name_beside(candidate.first, candidate.last, referent.key, scene)
        if holder is None or candidate.plural or not scene.is_role(noun):
            continue
        if rule == "apposition" and _names_another(candidate.last + 1, referent.key, scene):
            continue
        if rule == "descriptor" and not syntax.describes(noun, scene.doc[holder[0].head]):
            continue
        yield from _held([holder], syntax.joined_without_article(noun), rule, scene)
    for noun in scene.roles:
        yield from _apposed(noun, scene)
        if scene.is_plural(noun):
            people = scene.people(syntax.names_beside(noun))
            yield from _held(people if len(people) > 1 else [], [noun], "descriptor", scene)


def _name_beside(first: int, last: int, key: str, scene: Scene) -> Meant | None:
    """The name right before or after a description, with at most a comma between, of the person it joined."""
    for index in (last + 1, first - 2, last + 2, first - 1):
        named = scene.names.get(index)
        if named is not None and named[1].key == key:
            return named
    return None


def _apposed(noun: Token, scene: Scene) -> Iterator[RoleAttestation]:
    """The roles that the parse sets beside names, before or after, closed by a mark."""
    for name in syntax.appositions(noun):
        holder = scene.person(name)
        if holder is None or holder[0].kind is not MentionKind.NAME or scene.is_plural(noun):
            continue
        role = described(noun, scene)
        introduced = role is not None and (scene.doc[role.first].pos_ == "DET" or syntax.possessors(noun))
        if role is not None and max(role.last, role.reach) + 2 != holder[0].first:
            continue
        if introduced and scene.doc[holder[0].first - 1].text == "," and _closed(holder[0].last, scene):
            yield from _held([holder], [noun], "apposition", scene)
    host = syntax.apposed_to(noun)
    if host is None:
        return
    nouns = syntax.joined_without_article(noun)
    role = described(nouns[-1], scene)
    if role is None or not _set_off(nouns[0], role, scene):
        return
    people = scene.people(syntax.whole_list(host) if scene.is_plural(noun) else [host])
    named = [person for person in people if person[0].kind is MentionKind.NAME]
    if not named:
        return
    between = range(named[-1][0].last + 1, role.first)
    if any(_names_another(index, named[-1][1].key, scene) for index in between):
        return
    if named == people and (len(named) > 1) == scene.is_plural(noun):
        yield from _held(named, nouns, "apposition", scene)


def _names_another(index: int, key: str, scene: Scene) -> bool:
    """Whether a token belongs to the name of a person other than the one meant."""
    named = scene.names.get(index)
    return named is not None and named[1].key != key and scene.is_person(named[1])


def _set_off(noun: Token, last: Described, scene: Scene) -> bool:
    """Whether a mark stands before the first role and after the last, the same where it is a dash."""
    first = described(noun, scene)
    opening = scene.doc[first.first - 1].text if first is not None and first.first else ""
    end = max(last.last, last.reach)
    if opening not in (",", "(", "–", "—") or not _closed(end, scene):
        return False
    return opening in (",", "(") or scene.doc[min(end + 1, len(scene.doc) - 1)].text == opening


def _closed(last: int, scene: Scene) -> bool:
    """Whether a phrase ends at a mark or with the sentence, and no list goes on."""
    if last + 1 >= len(scene.doc) or scene.doc[last + 1].is_sent_start:
        return True
    mark, *rest = scene.doc[last + 1 : last + 3]
    return mark.text in _MARKS and not (rest and rest[0].lower_ in ("and", "or"))


def _held(
    holders: Sequence[Meant], nouns: Sequence[Token], rule: str, scene: Scene
) -> Iterator[RoleAttestation]:
    for noun in nouns:
        role = described(noun, scene) if scene.is_role(noun) else None
        if role is None:
            continue
        phrases = syntax.trailing_complements(noun)
        then = any(word in ("in", "on") and dated(head) for word, head in phrases)  # "the nominee in 2008"
        stated = term(phrases, None)
        for holder in holders:
            held = scene.attested(holder, role, rule, None if then else _standing(noun), stated)
            yield held
            if role.party is not None:
                yield _membership(holder, role.party, held.standing, scene)


def _standing(noun: Token) -> Standing | None:
    """A role set beside a name is held; not so where it counts those who held it: "the first mayor"."""
    counted = any("Ord" in word.morph.get("NumType", []) for word in syntax.attributes(noun))
    return None if counted else Standing.HELD


def _membership(
    holder: Meant, party: tuple[int, int, str], standing: Standing | None, scene: Scene
) -> RoleAttestation:
    """That who sits for a party is one of its members."""
    first, last, key = party
    role = Described("member", first, last, organisation=key)
    return scene.attested(holder, role, "party", standing)


def _titles(scene: Scene) -> Iterator[RoleAttestation]:
    """Titles of office before a name and letters of office after it, each once for a person."""
    seen: set[tuple[str, str]] = set()
    for _, (candidate, referent, _) in sorted(scene.resolved.mentions.items()):
        if candidate.kind is not MentionKind.NAME or not scene.is_person(referent):
            continue
        holder = candidate, referent
        found = _title(holder, scene)
        if found is not None and (referent.key, found.role) not in seen:
            seen.add((referent.key, found.role))
            yield scene.attested(holder, found, "title", None)  # a title may be kept when the office is left
        after = candidate.last + 1
        whole = " " in candidate.name or candidate.title is not None
        if whole and after < len(scene.doc) and scene.has(scene.doc[after].text, "OfficeLetters"):
            letters = scene.doc[after].text
            if (referent.key, letters) not in seen:
                seen.add((referent.key, letters))
                yield scene.attested(holder, Described(letters, after, after), "letters", Standing.HELD)


def _title(holder: Meant, scene: Scene) -> Described | None:
    """The longest title of office that ends before a name: "Detective Chief Inspector Hale"."""
    candidate, _ = holder
    if candidate.title is None:
        return None
    start = candidate.last + 1 - len(candidate.name.split())
    for first in range(max(candidate.first - 3, 0), start):
        for last in range(start - 1, max(first, candidate.first) - 1, -1):
            words = [word.text for word in scene.doc[first : last + 1]]
            listed = scene.has(" ".join(words).lower().replace(".", ""), "OfficeTitle")
            if listed and all(word[:1].isupper() for word in words):
                if first and scene.has(scene.doc[first - 1].lower_, "StandInWord"):
                    first -= 1  # "Vice President Hale" is no president
                former = Standing.HELD_BEFORE if _was(first, scene) else None
                return Described(scene.text(first, last), first, last, standing=former)
    return None


def _was(first: int, scene: Scene) -> bool:
    """Whether the phrase of a title opens with "former": "former Oxley Mayor Ada Hale"."""
    for word in reversed(scene.doc[max(first - 5, 0) : first]):
        if scene.has(word.lower_, "FormerWord"):
            return True
        if word.pos_ not in ("PROPN", "ADJ", "NOUN"):
            break
    return False
