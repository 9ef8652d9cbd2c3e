"""Which noun is the object of a verb, where a parse gives it to another or takes it for no object."""

from __future__ import annotations

from ..tokens import Token
from .words import SUBJECT, in_prepositional_phrase, is_verb, preposition

#: Forms that no verb has for an object.
_NOMINATIVE = frozenset(("i", "he", "she", "we", "they"))


def shared_object(verb: Token) -> list[Token]:
    """The object of a verb to which a parse gives none: of the verb it is joined to, or right after it."""
    return _object_of_the_next(verb) or _lost_object(verb) or _bare_object(verb)


def own_objects(verb: Token) -> list[Token]:
    """The objects that a parse gives to a verb, without what stands behind another verb joined to it.

    What follows both is of both: "designed and built the pier", not "praised her and sacked Marsh".
    """
    found = [c for c in verb.children if c.dep_ == "obj" and not in_prepositional_phrase(c)]
    found = [c for c in found if c.tag_ != "PRP$" or c.lower_ == "her"]  # "turned his back"
    found = [c for c in found if c.lower_ not in _NOMINATIVE]  # "say they think"
    if not found:
        return []
    joined = [c for c in verb.rights if c.dep_ == "conj" and any(_takes(c, thing) for thing in found)]
    return [t for t in found if not joined or t.i < joined[0].i or _shares(verb, joined[0])]


def _takes(joined: Token, thing: Token) -> bool:
    """Whether a verb joined to another has its object behind it: "praised her and sacked Marsh"."""
    bare = joined.dep_ == "conj" and is_verb(joined) and not any(c.dep_ == "obj" for c in joined.children)
    return bare and joined.i < thing.i and thing.left_edge.i == joined.right_edge.i + 1


def _shares(verb: Token, joined: Token) -> bool:
    """Whether nothing but "and" or a comma stands between two verbs."""
    return all(t.dep_ in ("cc", "punct") or t.dep_ == "conj" for t in verb.doc[verb.i + 1 : joined.i])


def _lost_object(verb: Token) -> list[Token]:
    """The object right after a verb that a parse gives to the verb it is joined to."""
    if verb.dep_ != "conj" or not is_verb(verb.head) or verb.head.i > verb.i:
        return []
    return [c for c in verb.head.rights if c.dep_ == "obj" and _takes(verb, c)]


def _bare_object(verb: Token) -> list[Token]:
    """A noun right after a verb that a parse takes for a phrase with a preposition, which it has not."""
    bare = [c for c in verb.rights if c.dep_ == "obl" and c.pos_ in ("NOUN", "PROPN")]
    after = [c for c in bare if c.left_edge.i in _behind(verb) and c.left_edge.pos_ != "ADP"]
    if not after or any(child.dep_ in ("ccomp", "xcomp") for child in verb.rights):
        return []
    return [noun for noun in after if preposition(noun) is None]


def _behind(verb: Token) -> tuple[int, ...]:
    """Where an object may begin: after a verb, or after "with her" and the like beside it."""
    first = verb.i + 1
    beside = verb.doc[first : first + 2]
    with_whom = len(beside) == 2 and beside[0].dep_ == "case" and beside[1].pos_ == "PRON"
    return (first, first + 2) if with_whom and beside[1].head == verb else (first,)


def called(verb: Token) -> list[Token]:
    """Whom a verb calls something, where a parse takes both for what is said: "called his rival a liar"."""
    found = [child for child in verb.rights if child.dep_ in ("ccomp", "xcomp", "obj")]
    if len(found) < 2 or not found[0].dep_ == found[1].dep_ == "xcomp":
        return []
    first = found[0]  # nobody is called two things at once
    named = first.pos_ in ("NOUN", "PROPN") and first.left_edge.i == verb.i + 1
    return [first] if named and first.left_edge.pos_ != "ADP" else []


def _object_of_the_next(verb: Token) -> list[Token]:
    """The object of the next verb, where "and" follows one without: "endorsed and praised Hale"."""
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    if after.dep_ != "cc":
        return []
    joined = [c for c in verb.rights if c.dep_ == "conj" and is_verb(c) and c.tag_ == verb.tag_]
    if not joined or after.head != joined[0] or not _is_bare(verb):
        return []
    if any(c.dep_ in SUBJECT for c in joined[0].lefts):
        return []  # "Hale knew and Marsh paid Reed"
    things = [child for child in joined[0].rights if child.dep_ == "obj"]
    return [thing for thing in things if not _denied(thing) and (after.lower_ != "but" or _is_known(thing))]


def _denied(thing: Token) -> bool:
    """Whether there is no such object: "investigated but took no action" denies the second verb alone."""
    return thing.lower_ == "nothing" or any(c.lower_ == "no" for c in thing.lefts)


def _is_known(thing: Token) -> bool:
    """Whether an object is one that has been spoken of: "criticised but signed the deal"."""
    named = thing.pos_ in ("PROPN", "PRON")
    return named or any(
        c.dep_ == "nmod:poss" or c.lower_ in ("the", "this", "that", "these") for c in thing.lefts
    )


def _is_bare(verb: Token) -> bool:
    """Whether nothing after a verb completes it, before what is coordinated with it."""
    return not any(c.dep_ in ("obj", "iobj", "ccomp", "xcomp", "obl") for c in verb.rights)


def goes_on(child: Token, last: Token) -> bool:
    """Whether a noun joined to the verb stands right after its object: "sacked Pike and Hale"."""
    joined = child.dep_ == "conj" and child.pos_ in ("PROPN", "NOUN") and child.i > last.i
    joined = joined and not any(c.dep_ == "cop" for c in child.lefts)  # "and has been in league with her"
    return joined and child.left_edge.i <= last.right_edge.i + 2
