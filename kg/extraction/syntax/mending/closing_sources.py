"""Who says a sentence at its end, where a parse goes wrong: "Hale lied, the suit alleges"."""

from __future__ import annotations

from collections.abc import Sequence, Set

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_finite, is_nominal, is_verb
from .hanging import Words, hang, has, has_tense, subject
from .reporting import reports

#: How many words may stand between the comma and the verb.
_LONGEST = 10
_PRONOUNS = ("he", "she", "they", "it", "we", "i", "you")


def free_closing_verb(words: Words, ontology: Ontology) -> bool:
    """Make the last word of a sentence the verb of whoever stands before it, after a comma.

    It must be a verb of saying by its form, agree with the noun or pronoun, and have nothing else to do: all
    between is that noun and what describes it.
    """
    last = next((token for token in reversed(words) if not token.is_punct), words[0])
    verb_before = is_verb(last) and last.dep_ in ("ROOT", "parataxis", "ccomp")
    if verb_before or last.tag_ not in ("NN", "NNS", "NNP", "VBZ", "VBP", "VB", "VBD"):
        return False
    if not reports(last, ontology):
        return False
    own = subject(last)
    if last.dep_ == "acl:relcl" and own is not None and last.head.i < own.left_edge.i:
        return False  # "…, a claim Hale denies"
    between, collective = _between(words, last), ontology.words["CollectiveNoun"]
    told = next(
        (t for t in words if is_verb(t) and has_tense(t) and not any(map(is_verb, t.ancestors))), last
    )
    source = _source(between, collective) if between and told.i < between[0].i else None
    if source is None or not _agrees(source, last, collective):
        return False
    _free(last, source, between, told)
    return True


def free_closing_clause(words: Words, ontology: Ontology) -> bool:
    """Part who says so from what they say: "Hale knew that it fell, a clerk said", "…, a clerk has said".

    A relative clause that leaves out its pronoun stands behind no comma, and a second clause of the same
    verb has an "and" or a "that".
    """
    changed = False
    root = next((token for token in words if token.head is token), words[0])
    for verb in words:
        who = subject(verb) if verb.dep_ in ("acl:relcl", "ccomp") and is_verb(verb) else None
        if who is None or who.i > verb.i or who.tag_ in ("WP", "WDT") or not is_verb(root) or root.i > who.i:
            continue
        first = verb.left_edge
        comma = first if first.text == "," else first.nbor(-1) if first.i > words[0].i else first
        stands = comma.text == "," and comma.i + 1 == who.left_edge.i and has_tense(verb)
        second = verb.dep_ == "acl:relcl" or (
            verb.head is root
            and any(c.dep_ == "ccomp" and c.i < comma.i and has(c, "mark") for c in root.rights)
        )
        if not (stands and second and has_tense(root)) or has(verb, "mark", "cc", "obj"):
            continue
        if any(c.tag_ in ("WP", "WDT", "WRB") for c in verb.lefts) or verb.right_edge.i < words[-1].i - 1:
            continue
        if reports(verb, ontology):
            hang(verb, root, "parataxis")
            changed = True
    return changed


def _between(words: Words, last: Token) -> Sequence[Token]:
    """The words between the last comma or dash and the last word; none where they are a clause or a list."""
    signs = (t.i for t in reversed(words) if t.i < last.i and t.text in (",", "–", "—"))
    found = last.doc[next(signs, last.i) + 1 : last.i]
    is_clause = any(t.is_punct or t.pos_ == "CCONJ" or is_finite(t) for t in found)
    return found if 0 < len(found) <= _LONGEST and not is_clause else ()


def _source(between: Sequence[Token], collective: Set[str]) -> Token | None:
    """The head of the noun phrase that the words begin with, if a participle or nothing follows it."""
    if between[0].lower_ in _PRONOUNS:
        return between[0] if len(between) == 1 else None
    end = next((n for n, t in enumerate(between) if t.tag_ in ("VBN", "VBD", "VBG")), len(between))
    if end == 0 or any(t.pos_ in ("ADP", "VERB", "SCONJ", "PRON", "ADV") for t in between[1:end]):
        return None
    head = between[end - 1]
    marked = between[0].pos_ in ("DET", "PRON", "NUM", "ADJ") or head.tag_ in ("NNS", "NNP", "NNPS")
    bare = head.lower_ in collective
    return head if is_nominal(head) and (marked or bare) else None


def _agrees(source: Token, verb: Token, collective: Set[str]) -> bool:
    """Whether a verb in the present has the form that goes with its subject."""
    if verb.tag_ == "VBD":
        return True
    one = verb.lower_.endswith("s")
    if source.lower_ in collective:
        return True
    if source.lower_ in _PRONOUNS:
        return one == (source.lower_ in ("he", "she", "it"))
    return one == (source.tag_ in ("NN", "NNP"))


def _free(verb: Token, source: Token, between: Sequence[Token], told: Token) -> None:
    verb.pos_ = "VERB"
    if not is_finite(verb):
        verb.tag_ = "VBZ" if verb.lower_.endswith("s") else "VBP"
    hang(verb, told, "parataxis")
    hang(source, verb, "nsubj")
    nominal = [t for t in between if is_nominal(t)]
    for token in between:
        if token is not source and (token.head is verb or not between[0].i <= token.head.i <= verb.i):
            behind = next((t for t in nominal if t.i > token.i), source)
            hang(token, behind if token.pos_ == "ADP" else source, token.dep_)
