"""Who says so after the verb, where a parse takes them for what is said: "…, claims Jon Marsh in a book"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_nominal, is_verb
from .hanging import Words, hang, has, has_tense, subject


def turn_speakers(words: Words, ontology: Ontology) -> bool:
    """Make whoever stands right after a verb of saying, behind a comma and a whole clause, its subject."""
    return any([_turn(verb, ontology) for verb in words if verb.tag_ in ("VBZ", "VBD", "VBP")])


def _turn(verb: Token, ontology: Ontology) -> bool:
    if verb.i <= verb.sent.start + 2 or verb.nbor(-1).text != "," or verb.i + 1 >= verb.sent.end:
        return False
    if has(verb, "cc", "mark", "conj", "xcomp", "aux", "aux:pass"):
        return False
    if has(verb, "ccomp"):
        return _turn_after_content(verb, ontology)
    if subject(verb) is not None:
        return _part_subjects(verb, ontology)
    speaker = next(
        (c for c in verb.rights if c.left_edge.i == verb.i + 1 and _may_speak(c, verb, ontology)), None
    )
    told = next((t for t in verb.ancestors if is_verb(t) and subject(t) is not None and has_tense(t)), None)
    told = told or _headed_by_name(verb)
    if speaker is None or told is None or told.i > verb.i or _others(verb, speaker):
        return False
    now = verb.tag_ == "VBZ" or speaker.dep_ == "obl:agent"
    if not _says(verb, ontology, now=now):
        return False
    for child in list(verb.lefts):
        if is_nominal(child) and child.i > told.i:  # "attacked Reed, claims Marsh": Reed is no claim
            hang(child, told, "obj")
    hang(verb, told, "parataxis")
    hang(speaker, verb, "nsubj")
    return True


def _turn_after_content(verb: Token, ontology: Ontology) -> bool:
    """Turn the speaker where a parse has the content right: "Hale sacked Marsh, reported the Herald"."""
    contents = [c for c in verb.children if c.dep_ == "ccomp"]
    speaker = next(
        (c for c in verb.rights if c.left_edge.i == verb.i + 1 and _may_speak(c, verb, ontology)), None
    )
    before = len(contents) == 1 and contents[0].right_edge.i < verb.i and subject(contents[0]) is not None
    if speaker is None or not before or subject(verb) is not None or not has_tense(contents[0]):
        return False
    if not _says(verb, ontology, now=True):
        return False
    hang(speaker, verb, "nsubj")
    return True


def _part_subjects(verb: Token, ontology: Ontology) -> bool:
    """Give what stands before the comma back to its clause: of "attacked Reed, argues Marsh", Reed."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    told = verb.head
    behind = len(subjects) == 2 and subjects[1].left_edge.i == verb.i + 1
    listed = _says(verb, ontology, now=verb.tag_ == "VBZ")
    if not behind or not listed or not is_verb(told) or not told.i < subjects[0].i < verb.i:
        return False
    if subject(told) is None or has(told, "obj") or subjects[0].left_edge.i != told.i + 1:
        return False
    hang(subjects[0], told, "obj")
    hang(verb, told, "parataxis")
    return True


def _says(verb: Token, ontology: Ontology, *, now: bool) -> bool:
    """Whether a verb tells that somebody says something, in the present tense or in any."""
    claims = verb.lemma_ in ontology.words["UtteringVerb"]
    return claims or (now and verb.lemma_ in ontology.words["ReportingVerbOfNow"])


def _may_speak(noun: Token, verb: Token, ontology: Ontology) -> bool:
    """Whether a noun phrase after a verb stands for somebody or for a document, and not for a thing done."""
    if (
        noun.dep_ not in ("obj", "iobj", "obl:agent", "xcomp", "obl", "dep", "flat")
        or noun.i >= verb.sent.end
    ):
        return False
    if noun.pos_ == "PROPN":
        return noun.ent_type_ in ("PERSON", "ORG", "NORP", "") and noun.left_edge.dep_ != "case"
    return (
        noun.pos_ == "NOUN"
        and noun.lower_ in ontology.words["BareSourceNoun"]
        and noun.left_edge.dep_ != "case"
    )


def _headed_by_name(verb: Token) -> Token | None:
    """The main verb that a parse hangs on its own subject: "Ada Hale paid Reed" as a noun phrase."""
    above = verb.head
    taken = above.dep_ == "acl" and above.tag_ in ("VBD", "VBZ") and above.head.dep_ == "ROOT"
    return above if taken else None


def _others(verb: Token, speaker: Token) -> bool:
    """Whether something after the speaker completes the verb."""
    return any(c.i > speaker.i and c.dep_ in ("obj", "iobj", "ccomp", "xcomp", "conj") for c in verb.rights)
