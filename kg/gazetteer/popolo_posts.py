"""Who held which post, and which party, from when to when according to Popolo memberships."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from .keys import id_key
from .popolo_file import Item, Popolo, text
from .values import Post, Tenure

#: What a member of a house is called for short.
_SHORT = {
    "member of parliament": "MP",
    "member of the scottish parliament": "MSP",
    "member of the legislative assembly": "MLA",
    "member of the senedd": "MS",
    "member of the european parliament": "MEP",
    "teachta dála": "TD",
}
#: What stands in the place of a party for those who have none.
_NO_PARTY = frozenset(
    (
        "independent",
        "crossbench",
        "crossbencher",
        "non-affiliated",
        "speaker",
        "deputy-speaker",
        "none",
        "unknown",
    )
)
#: Roles that many hold at once in every body: no words of an article mean the holder of one.
_OF_MANY = frozenset(("member", "peer", "lord", "mp", "representative", "candidate"))


def parties(popolo: Popolo) -> dict[str, tuple[str, ...]]:
    """Id of a person -> the ids of the parties of the latest memberships."""
    latest: dict[str, tuple[str, set[str]]] = {}
    for membership in popolo.memberships:
        party = text(membership, "on_behalf_of_id")
        if not party and _is_party(popolo, text(membership, "organization_id")):
            party = text(membership, "organization_id")
        person = popolo.person(text(membership, "person_id"))
        if not party or not person or party.rsplit("/", 1)[-1].lower() in _NO_PARTY:
            continue
        end = _dates(membership, popolo)[1] or "9999"
        before, found = latest.get(person, ("", set()))
        if end > before:
            latest[person] = (end, {party})
        elif end == before:
            found.add(party)
    return {person: tuple(sorted(found)) for person, (_, found) in latest.items()}


def _is_party(popolo: Popolo, identifier: str) -> bool:
    return any(text(o, "classification").lower() == "party" for o in popolo.organizations.get(identifier, ()))


def posts_and_tenures(popolo: Popolo) -> tuple[dict[str, Post], list[Tenure]]:
    """The posts by key, and who held each.

    A post that several hold at once is named only with its place or body: in "the Minister of State" nobody
    can see which is meant.
    """
    posts: dict[str, Post] = {}
    held: defaultdict[str, list[Tenure]] = defaultdict(list)
    for membership in popolo.memberships:
        person = popolo.person(text(membership, "person_id"))
        post = _post(membership, popolo)
        if post is None or person not in popolo.persons:
            continue
        posts.setdefault(post.key, post)
        start, end = _dates(membership, popolo)
        held[post.key].append(Tenure(id_key("person", person), post.key, start, end))
    for key, tenures in held.items():
        if _overlap(tenures):
            posts[key] = replace(posts[key], names=())
    return posts, [tenure for tenures in held.values() for tenure in dict.fromkeys(tenures)]


def _post(membership: Item, popolo: Popolo) -> Post | None:
    """The post of a membership: the one it points to, or what its role says."""
    identifier = text(membership, "post_id")
    described = popolo.posts.get(identifier, [membership]) if identifier else [membership]
    role = _without_article(next(filter(None, (text(d, "role") for d in described)), ""))
    label = _without_article(next(filter(None, (text(d, "label") for d in described)), ""))
    role, label = role or label, label or role
    body = next(filter(None, (text(d, "organization_id") for d in (*described, membership))), "")
    area = _area((*described, membership), popolo)
    if not role:
        return None
    key = id_key("post", identifier or "/".join((body, role, area)))
    named = next((text(o, "name") for o in popolo.organizations.get(body, ())), "")
    exact: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    if area:
        exact = tuple(dict.fromkeys(_of_area(role, label, area)))
    elif " " not in role:
        exact = tuple(_of_body(role, named))
        label = f"{label} of {named}" if named and exact else label
    else:
        names = tuple(n for n in dict.fromkeys((label, role)) if _is_said(n))
    return Post(key, label, names, body=id_key("organization", body) if body else None, exact=exact)


def _area(described: Sequence[Item], popolo: Popolo) -> str:
    for item in described:
        area = item.get("area")
        if isinstance(area, dict) and (name := text(area, "name")):
            return name
        for known in popolo.areas.get(text(item, "area_id"), ()):
            return text(known, "name")
    return ""


def _of_area(role: str, label: str, area: str) -> Iterator[str]:
    """How the holder of a seat is called: "MP for Marlow", "the Marlow MP"."""
    short = _SHORT.get(role.lower())
    for title in filter(None, (role, short)):
        yield f"{title} for {area}"
        if " " not in title:
            yield f"{area} {title}"
    if area in label and label != area:
        yield label


def _of_body(role: str, body: str) -> Iterator[str]:
    """How the holder of a post with a common name is called: "chair of the Harbour Committee"."""
    if not body or role.lower() in _OF_MANY:
        return
    for title in (role, role.lower()):
        yield f"{title} of the {body}"
        yield f"{title} of {body}"
        yield f"{body} {title}"


def _is_said(name: str) -> bool:
    """Whether a role may stand in an article as it does in a list: "Shadow Minister (Health)" does not."""
    return " " in name and not re.search(r"[^\w\s'’-]", name)


def _without_article(words: str) -> str:
    return re.sub(r"^the\s+", "", words, flags=re.IGNORECASE)


def _dates(membership: Item, popolo: Popolo) -> tuple[str | None, str | None]:
    """First and last day of a membership, or those of the term it belongs to."""
    term = next(iter(popolo.events.get(text(membership, "legislative_period_id"), ())), {})
    start = text(membership, "start_date") or text(term, "start_date")
    end = text(membership, "end_date") or text(term, "end_date")
    return start or None, end or None


def _overlap(tenures: Iterable[Tenure]) -> bool:
    """Whether two people held one post at a time; one day of handing over is none."""
    ordered = sorted(tenures, key=_began)
    until, holder = "", ""
    for tenure in ordered:
        if tenure.person != holder and (tenure.start or "") < until:
            return True
        if (tenure.end or "9999") >= until:
            until, holder = tenure.end or "9999", tenure.person
    return False


def _began(tenure: Tenure) -> tuple[str, str]:
    return tenure.start or "", tenure.end or "9999"
