"""What stands before a name or a number and is none of several: "Senators Jon Marsh and Ann Reed voted"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from .hanging import APART, Words, hang, has, opening

_PLURAL = ("NNS", "NNPS")
_COMPARED = frozenset(("more", "fewer", "less"))


def place_before(words: Words, _: Ontology) -> bool:
    """Hang plural titles on the names behind them, and give a fronted description its name as the subject.

    And make "or more" part of the number before it: "ten or more of the members voted".
    """
    changed = [_entitle(word) for word in words[:-2] if word.text[:1].isupper() and word.text.endswith("s")]
    changed += [_front(word) for word in words[:-3] if word.dep_ in ("nsubj", "nsubj:pass")]
    changed += [_count(word) for word in words if word.lower_ in _COMPARED and word.dep_ == "conj"]
    return any(changed)


def _entitle(title: Token) -> bool:
    """Hang a title in the plural on the first of the names right behind it: "Greens Jon Marsh and Ann Reed".

    A parse may join the two without a sign or an "and" between them.
    """
    name = title.nbor()
    if title.pos_ not in ("PROPN", "NOUN") or name.pos_ != "PROPN" or name.ent_type_ != "PERSON":
        return False
    plural = title.tag_ in _PLURAL or title.ent_type_ != "PERSON" or has(title, "cc")
    run_in = name.dep_ == "flat" and name.head is title and title.ent_type_ == "NORP"
    if not plural or has(title, "det", "nmod:poss") or has(name, "cc"):
        return False
    if has(title, "flat") and not run_in:
        return False
    if title.head is name and title.dep_ == "conj":
        hang(title, name, "nmod:desc")
        return True
    beside = run_in or (name.dep_ in ("conj", "appos") and (name.head is title or name.head is title.head))
    if not beside or not has(name, "conj") or title.dep_ in ("flat", "compound"):
        return False
    if name.head is title:
        hang(name, title if title.head is title else title.head, title.dep_)
    for child in (*title.lefts, *title.rights):
        if child is not name:
            hang(child, name, child.dep_)
    hang(title, name, "nmod:desc")
    return True


def _front(noun: Token) -> bool:
    """Make the name behind a description with one comma the subject: "A lawyer, Hale has won the seat"."""
    verb = noun.head
    name = next((c for c in noun.rights if c.dep_ in ("appos", "conj") and c.ent_type_ == "PERSON"), None)
    if name is None or noun.pos_ != "NOUN" or noun.i > verb.i or has(name, "cc", "conj"):
        return False  # "A nurse, Hale and Reed sued": three
    if noun.left_edge.lower_ not in ("a", "an"):
        return False  # "The mayor, Hale said": either is the subject
    first, last = name.left_edge, name.right_edge
    comma = first if first.is_punct else first.nbor(-1)
    if comma.text != "," or last.i + 1 != opening(verb) or last.is_punct:
        return False
    if any(t.text == "," for t in noun.doc[noun.sent.start : comma.i]) or noun.right_edge is not last:
        return False
    hang(name, verb, noun.dep_)
    hang(noun, verb, APART)
    return True


def _count(more: Token) -> bool:
    """Make "or more" part of the number before it, of which then are all who are counted."""
    number = more.head
    counts = number.pos_ == "NUM" or number.like_num
    counts = counts or any(c.like_num for c in number.lefts)
    if not counts or not any(c.lower_ == "or" for c in more.lefts):
        return False
    for child in more.rights:
        if child.dep_ == "nmod":
            hang(child, number, "nmod")
    behind = more.nbor() if more.i + 1 < more.sent.end else more
    if behind.lower_ == "of" and behind.head.dep_ == "obl" and behind.head.head is number.head:
        hang(behind.head, number, "nmod")
    hang(more, number, "advmod")
    return True
