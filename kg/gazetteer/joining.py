"""Join what two gazetteers say: which of their entities and posts are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from .values import WIKIDATA, Gazetteer, Known, Post, Tenure, Words

#: Class -> itself with its ancestors, most general first.
Classes = Mapping[str, tuple[str, ...]]


def joined(first: Gazetteer, more: Gazetteer, classes: Classes, *, one_key: bool = False) -> Gazetteer:
    """Everything that either says, under the keys of `first` where both know an entity.

    Two entities of one name are the same only if something says so: a Wikidata item, for bodies and places
    the name itself, for people a party or post in common, or that `more` tells nothing but names. All others
    stay two, and their name is then nobody's.

    Args:
        first: what is known already.
        more: what is added.
        classes: the classes of the ontology.
        one_key: whether one key always means one entity, because both were written for kg.
    """
    post_of = _same_posts(first, more)
    bodies = _same_entities(first, more, classes, {}, post_of, people=False)
    same = bodies | _same_entities(first, more, classes, bodies, post_of, people=True)
    if one_key:
        same |= {key: key for key in more.known if key in first.known}
    keys = {key: same.get(key) or _free(key, first) for key in more.known}
    known, posts = dict(first.known), dict(first.posts)
    for key, one in more.known.items():
        moved = replace(one, key=keys[key], member_of=tuple(keys.get(k, k) for k in one.member_of))
        before = known.get(moved.key)
        known[moved.key] = moved if before is None else _both(before, moved)
    for key, post in more.posts.items():
        kept = posts.get(post_of.get(key, key))
        body = keys.get(post.body or "", post.body)
        posts[post_of.get(key, key)] = _both_posts(kept, post) if kept else replace(post, body=body)
    tenures = [
        replace(t, person=keys.get(t.person, t.person), post=post_of.get(t.post, t.post))
        for t in more.tenures
    ]
    return Gazetteer(
        known,
        posts,
        tuple(dict.fromkeys((*_not_ended(first.tenures, tenures), *tenures))),
        _both_words(first.words, more.words),
        first.post_scope,
    )


def _not_ended(known: Iterable[Tenure], more: Iterable[Tenure]) -> Iterator[Tenure]:
    """The tenures of which `more` does not know the end: a later list knows who has gone since."""
    ended = {_begun(tenure) for tenure in more if tenure.end is not None}
    return (t for t in known if t.end is not None or t.start is None or _begun(t) not in ended)


def _begun(tenure: Tenure) -> tuple[str, str, str]:
    """Who took up which post in which month: lists differ by a day."""
    return tenure.person, tenure.post, (tenure.start or "")[:7]


def _free(key: str, first: Gazetteer) -> str:
    """The key of a new entity: its own, unless it is taken by another that happens to be called alike."""
    return key if key not in first.known else f"{key}_2"


def _same_posts(first: Gazetteer, more: Gazetteer) -> dict[str, str]:
    """Key of a post of `more` -> that of the one post of `first` with the same key or a name in common."""
    named = _index((name.lower(), post.key) for post in first.posts.values() for name in _post_names(post))
    same: dict[str, str] = {}
    for key, post in more.posts.items():
        found = {k for name in _post_names(post) for k in named[name.lower()]}
        if key in first.posts:
            same[key] = key
        elif len(found) == 1:
            same[key] = found.pop()
    return same


def _post_names(post: Post) -> Iterator[str]:
    yield from dict.fromkeys((post.label, *post.names, *post.exact))


def _same_entities(
    first: Gazetteer,
    more: Gazetteer,
    classes: Classes,
    bodies: Mapping[str, str],
    post_of: Mapping[str, str],
    *,
    people: bool,
) -> dict[str, str]:
    """Key of an entity of `more` -> key of the entity of `first` that it is; people, or else all others."""
    items = _index((item, k.key) for k in first.known.values() for item in _items(k))
    labels = _index((k.label, k.key) for k in first.known.values())
    names = _index((name, k.key) for k in first.known.values() for name in _read_as(k))
    roles = _roles(first, bodies={}, posts={})
    own_roles = _roles(more, bodies=bodies, posts=post_of)
    claimed: defaultdict[str, list[tuple[str, bool]]] = defaultdict(list)
    for key, one in more.known.items():
        if (_general(one.cls, classes) == "Person") != people:
            continue
        by_item = {k for item in _items(one) for k in items[item]}
        if len(by_item) == 1:
            claimed[by_item.pop()].append((key, True))
            continue
        alike = {k for k in (*names[one.label], *(k for name in one.all_names for k in labels[name]))}
        alike |= {key} & first.known.keys()
        fits = [
            k
            for k in sorted(alike)
            if _may_be_one(first.known[k], one, classes)
            and (not people or key == k or not own_roles[key] or own_roles[key] & roles[k])
        ]
        if len(fits) == 1:
            claimed[fits[0]].append((key, False))
    return {
        key: target for target, claims in claimed.items() for key, sure in claims if sure or len(claims) == 1
    }


def _may_be_one(one: Known, other: Known, classes: Classes) -> bool:
    """Whether nothing says that two entities with a name in common are two."""
    lines = classes.get(one.cls, (one.cls,)), classes.get(other.cls, (other.cls,))
    short, long = sorted(lines, key=len)
    genders = {one.gender, other.gender} - {None}
    items = set(_items(one)), set(_items(other))
    return long[: len(short)] == short and len(genders) < 2 and not (items[0] and items[1])


def _roles(
    gazetteer: Gazetteer, *, bodies: Mapping[str, str], posts: Mapping[str, str]
) -> defaultdict[str, set[str]]:
    """Key of a person -> the keys of parties and posts, as the other gazetteer calls them."""
    roles: defaultdict[str, set[str]] = defaultdict(set)
    for known in gazetteer.known.values():
        roles[known.key].update(bodies.get(body, body) for body in known.member_of)
    for tenure in gazetteer.tenures:
        roles[tenure.person].add(posts.get(tenure.post, tenure.post))
    return roles


def _read_as(known: Known) -> Iterator[str]:
    """The names by which another list may call an entity; parties go by their adjective: "Labour"."""
    yield from known.all_names
    if known.cls != "Person":
        yield from known.shared
        yield from known.adjectives


def _items(known: Known) -> Iterator[str]:
    return (iri for iri in known.same_as if iri.startswith(WIKIDATA))


def _general(cls: str, classes: Classes) -> str:
    return classes.get(cls, (cls,))[0]


def _index(pairs: Iterable[tuple[str, str]]) -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, key in pairs:
        found[name].add(key)
    return found


def _both(one: Known, other: Known) -> Known:
    """One entity with all that two gazetteers say of it; where they differ the first is right."""
    chosen = _union(one.names, (n for n in other.names if n not in one.shared))
    specific = other.cls if one.cls in ("Person", "Organisation", "Place") else one.cls
    return replace(
        one,
        cls=specific,
        names=chosen,
        shared=_union(one.shared, other.shared),
        adjectives=_union(one.adjectives, other.adjectives),
        gender=one.gender or other.gender,
        honorifics=_union(one.honorifics, other.honorifics),
        same_as=_union(one.same_as, other.same_as),
        member_of=_union(one.member_of, other.member_of),
        listed=_union(
            one.listed, (n for n in other.listed if n not in (*chosen, *one.shared, *one.adjectives))
        ),
    )


def _both_posts(one: Post, other: Post) -> Post:
    return replace(
        one,
        names=_union(one.names, (n for n in other.names if n not in one.shared)),
        shared=_union(one.shared, other.shared),
        body=one.body or other.body,
        exact=_union(one.exact, other.exact),
    )


def _both_words(one: Words, other: Words) -> Words:
    return Words(
        {**other.head_nouns, **one.head_nouns},
        {**other.name_nouns, **one.name_nouns},
        {**other.genders, **one.genders},
        {**other.honorifics, **one.honorifics},
        one.post_nominals | other.post_nominals,
    )


def _union(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))
