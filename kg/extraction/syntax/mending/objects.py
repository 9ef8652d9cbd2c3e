"""Objects that a parse takes for others: two things given, a doer without "by"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_nominal, is_verb, preposition
from .hanging import APART, Words, hang, has, subject


def part_objects(words: Words, ontology: Ontology) -> bool:
    """Tell who is given something from what is given, and who does it from what it is done to."""
    changed = [_part(verb, ontology) for verb in words if is_verb(verb)]
    changed += [_part_owner(mark) for mark in words if mark.tag_ == "POS"]
    return any([*changed, *[_part_doer(noun, ontology) for noun in words if noun.dep_ == "obl:agent"]])


def _part(verb: Token, ontology: Ontology) -> bool:
    behind = bool(verb.rights) and (
        _part_given(verb, ontology) or _part_named(verb) or _join_title(verb, ontology)
    )
    return behind or (len(verb.lefts) > 1 and _part_subjects(verb))


def _part_given(verb: Token, ontology: Ontology) -> bool:
    """Make the first of two objects side by side whoever is given the second: "sold Marsh the company"."""
    if verb.lemma_ not in ontology.words["GivingVerb"]:
        return False
    both = [c for c in verb.rights if c.dep_ in ("obj", "iobj") and is_nominal(c)]
    if len(both) == 1 and (named := _named_before_number(both[0], verb)) is not None:
        hang(named, verb, "iobj")
        return True
    if len(both) != 2 or {c.dep_ for c in both} == {"iobj", "obj"}:
        return False
    whom, what = both
    side_by_side = whom.left_edge.i == verb.i + 1 and whom.right_edge.i + 1 == what.left_edge.i
    if not side_by_side or what.pos_ == "PROPN" or preposition(what) or not _may_be_given(whom):
        return False
    if verb.lemma_ == "win" and whom.pos_ != "PRON" and whom.ent_type_ != "PERSON":
        return False  # "won Oxley East two times"
    hang(whom, verb, "iobj")
    hang(what, verb, "obj")
    return True


def _named_before_number(what: Token, verb: Token) -> Token | None:
    """The name of somebody before how many there are, which is no part of it: "gave Ada Hale three stars"."""
    numbers = [c for c in what.lefts if c.dep_ == "nummod"]
    names = [c for c in what.lefts if c.dep_ in ("compound", "nmod") and c.ent_type_ == "PERSON"]
    named = names[0] if names and numbers else None
    beside = named is not None and named.left_edge.i == verb.i + 1 and named.right_edge.i < numbers[0].i
    return named if beside else None


def _part_named(verb: Token) -> bool:
    """Make the name of somebody right behind a verb its object: only times and measures stand so."""
    behind = next((c for c in verb.rights if c.dep_ == "obl:unmarked"), None)
    named = behind is not None and behind.ent_type_ in ("PERSON", "ORG")
    if behind is None or not named or behind.left_edge.i != verb.i + 1:
        return False
    if has(verb, "obj", "aux:pass", "nsubj:pass", "ccomp"):
        return False
    hang(behind, verb, "obj")
    return True


def _part_owner(mark: Token) -> bool:
    """Hang whoever has a genitive mark on what is theirs, where a parse parts the two: "Reed's team"."""
    owner = mark.head
    if owner.dep_ not in ("nsubj", "obj") or owner.i > mark.i:
        return False
    owned = [c for c in owner.head.children if c.left_edge.i == mark.i + 1 and c.dep_ == owner.dep_]
    if not owned or owned[0].pos_ != "NOUN":
        return False
    hang(owner, owned[0], "nmod:poss")
    return True


def _part_subjects(verb: Token) -> bool:
    """Give a participle what is behind it, though a parse makes it a subject: "men backing Reed left"."""
    both = [c for c in verb.lefts if c.dep_ == "nsubj"]
    if len(both) != 2:
        return False
    first, second = both
    doing = second.doc[second.left_edge.i - 1]
    bare = doing.tag_ == "VBG" and doing.dep_ == "acl" and doing.head is first and doing.right_edge is doing
    if bare:
        hang(second, doing, "obj")
    return bare


def _join_title(verb: Token, ontology: Ontology) -> bool:
    """Hang a name on the bare noun right before it, which is its title: "backed candidate Ada Hale"."""
    both = [c for c in verb.rights if c.dep_ in ("obj", "iobj") and is_nominal(c)]
    if len(both) != 2 or verb.lemma_ in ontology.words["GivingVerb"] or both[1].ent_type_ != "PERSON":
        return False
    title, name = both
    bare = title.pos_ == "NOUN" and "Plur" not in title.morph.get("Number", [])
    if not bare or has(title, "det", "nmod:poss", "nummod") or title.right_edge.i + 1 != name.left_edge.i:
        return False
    hang(title, verb, "obj")
    hang(name, title, "appos")
    return True


def _may_be_given(whom: Token) -> bool:
    """Whether a noun can be somebody who is given something: no "half" and no "lot"."""
    somebody = whom.pos_ in ("PROPN", "PRON") or "Plur" in whom.morph.get("Number", [])
    owned = has(whom, "nmod:poss") or any(c.dep_ == "det" and c.lower_ == "the" for c in whom.lefts)
    return somebody or (whom.pos_ == "NOUN" and owned)


def _part_doer(noun: Token, ontology: Ontology) -> bool:
    """Keep a noun without "by" out of a passive: "accused over Jon Marsh sacking"."""
    verb = noun.head
    if preposition(noun) or any(
        t.lower_ in ("by", "from", "through") for t in noun.doc[noun.sent.start : noun.i]
    ):
        return False
    if any(verb.lemma_ in ontology.words[name] for name in ("UtteringVerb", "ReportingVerbOfNow")):
        return False
    active = verb.tag_ in ("VBD", "VBZ", "VBP") and not has(verb, "aux:pass", "obj", "nsubj:pass")
    beside = noun.left_edge.i == verb.i + 1 and subject(verb) is not None
    hang(noun, verb, "obj" if active and beside else APART)
    return True
