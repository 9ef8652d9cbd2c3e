"""Clauses whose subject a parse takes for an object of the clause before: "sued Marsh and Reed fled"."""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_infinitive, is_nominal, is_verb
from .hanging import Words, hang, has, has_tense, opening, subject, take_place
from .reporting import reports

_JOINTS = ("and", "but", "while")
_UNDER = ("conj", "ccomp", "parataxis", "advcl")


def part_clauses(words: Words, ontology: Ontology) -> bool:
    """Give a verb with a tense and without a subject the last conjunct right before it.

    Nothing but a subject stands there: an object of the verb before would need a comma or a joint behind it.
    """
    joined = [word for word in words if word.dep_ == "conj"]
    changed = [_share_have(verb) for verb in joined if verb.tag_ == "VBD"]
    changed += [_lift_owned(noun) for noun in joined if noun.pos_ == "NOUN"]
    joined = [verb for verb in joined if is_verb(verb)]
    changed += [_lift(verb) or _go_on(verb, ontology) or _resume(verb, ontology) for verb in joined]
    return any([*changed, *[_part(verb, ontology) for verb in words if is_verb(verb)]])


def _go_on(verb: Token, ontology: Ontology) -> bool:
    """Hang what goes on from an indirect question on that: "told how Marsh hit her and then threatened her".

    So is a second question, which no main clause goes on with: "asked why he left and when he will pay".
    """
    above, joint = verb.head, next((c for c in verb.lefts if c.dep_ == "cc"), None)
    asked = next((c for c in above.rights if c.dep_ == "ccomp" and c.i < verb.i and _asks(c)), None)
    if asked is None or joint is None or subject(asked) is None or not _tells(above, ontology):
        return False
    again = _asks(verb)
    apart = joint.i > asked.i and joint.nbor(-1).text == ","
    if not again and (apart or subject(verb) is not None or asked.left_edge.lower_ not in ("how", "why")):
        return False
    hang(verb, asked, "conj")
    return True


def _lift(verb: Token) -> bool:
    """Hang what goes on from another clause than a parse says on that."""
    return _part_from_semicolon(verb) or _return(verb) or _join_infinitive(verb)


def _lift_owned(noun: Token) -> bool:
    """Hang somebody's aim on the aim before it: "her plan to pay teachers and her vow to sack Marsh"."""
    owner, above = _owner_of_aim(noun), noun.head
    while owner is not None and above.head is not above:
        above = above.head
        if above.i < noun.i and is_nominal(above) and _owner_of_aim(above) == owner:
            hang(noun, above, "conj")
            return True
    return False


def _owner_of_aim(noun: Token) -> str | None:
    """The pronoun before a noun that an infinitive follows: of "her plan to pay", "her"."""
    aimed = any(c.dep_ in ("acl", "advcl") and is_infinitive(c) for c in noun.rights)
    owners = [c.lower_ for c in noun.lefts if c.dep_ == "nmod:poss" and c.pos_ == "PRON"]
    return owners[0] if aimed and owners else None


def _part_from_semicolon(verb: Token) -> bool:
    """Hang what goes on behind a semicolon on the clause there: "Marsh, who left; Hale stayed and won"."""
    first = verb.head.i
    signs = [t.i for t in verb.doc[first + 1 : verb.i] if t.text == ";"]
    if not signs or subject(verb) is not None:
        return False
    behind = [t for t in verb.doc[signs[-1] + 1 : verb.i] if is_verb(t) and has_tense(t)]
    own = next((t for t in behind if subject(t) is not None and verb not in t.ancestors), None)
    if own is None:
        return False
    hang(verb, own, "conj")
    return True


def _return(verb: Token) -> bool:
    """Hang a past tense behind a comma on the main clause: "sued for saying that she had lied, and won"."""
    told = verb.head
    telling = told.head
    main = telling.head
    joint = next((c for c in verb.lefts if c.dep_ == "cc"), None)
    if joint is None or joint.nbor(-1).text != "," or subject(verb) is not None or verb.tag_ != "VBD":
        return False
    perfect = told.tag_ == "VBN" and any(c.dep_ == "aux" and c.lower_ == "had" for c in told.lefts)
    gerund = told.dep_ == "ccomp" and telling.tag_ == "VBG" and not has(telling, "aux")
    if not (perfect and gerund) or main.tag_ != "VBD" or subject(main) is None:
        return False
    hang(verb, main, "conj")
    return True


def _join_infinitive(verb: Token) -> bool:
    """Hang a second infinitive on the first, not on the verb above both: "vowed to stay and not to sue"."""
    above = verb.head
    to = next((c for c in verb.lefts if c.lower_ == "to" and c.dep_ == "mark"), None)
    first = next((c for c in above.rights if c.dep_ == "xcomp" and c.i < verb.i and is_infinitive(c)), None)
    if to is None or first is None or not has_tense(above) or subject(verb) is not None or has(verb, "aux"):
        return False
    hang(verb, first, "conj")
    verb.tag_ = "VB"
    return True


def _share_have(verb: Token) -> bool:
    """Take a form in -ed behind "or" for a participle as the one before it: "had not hit or robbed Marsh"."""
    first = verb.head
    joined = [c.lower_ for c in verb.lefts if c.dep_ == "cc"]
    perfect = first.tag_ == "VBN" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in first.lefts)
    if joined != ["or"] or not perfect or subject(verb) is not None or not verb.lower_.endswith("ed"):
        return False
    verb.tag_ = "VBN"
    return True


def _resume(verb: Token, ontology: Ontology) -> bool:
    """Hang what has been since on who tells what was: "Hale says Marsh lied, and has sued him"."""
    told, joint = verb.head, next((c for c in verb.lefts if c.dep_ == "cc"), None)
    above = told.head
    own = any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.lefts)
    if not own or joint is None or subject(verb) is not None or joint.nbor(-1).text != ",":
        return False
    if told.dep_ != "ccomp" or told.tag_ != "VBD" or above.tag_ not in ("VBZ", "VBP"):
        return False
    if not _tells(above, ontology) or subject(above) is None:
        return False
    hang(verb, above, "conj")
    return True


def _asks(verb: Token) -> bool:
    """Whether a clause opens with a word that asks: "how he left"."""
    first = next((c for c in verb.lefts if c.dep_ not in ("cc", "punct")), verb)
    return first.tag_ in ("WRB", "WP") or first.lower_ in ("whether", "if")


def _part(verb: Token, ontology: Ontology) -> bool:
    if subject(verb) is not None or not has_tense(verb) or has(verb, "mark", "obl:agent", "expl"):
        return False
    noun = _conjunct_ending(verb, opening(verb) - 1)
    above = None if noun is None else _governor(noun)
    if noun is None or above is None or not _is_clause(above) or above.i >= noun.i:
        return False
    if _opens_a_clause(verb.doc[above.i + 1 : noun.i]) or not _must_act(verb, noun, ontology):
        return False
    joint = _joint(noun)
    if joint is None or any(c.dep_ == "cc" and c is not joint for c in verb.lefts):
        return False
    if verb.dep_ == "ccomp" and (joint.head is not noun or _tells(above, ontology)):
        return False  # "showed Hale and Marsh lost": both did
    if verb.head is above and verb.dep_ in _UNDER:
        hang(verb, above, "conj")
    elif above.head is verb and above.dep_ in _UNDER and not has(above, "mark"):
        take_place(above, verb)
        hang(verb, above, "conj")
    else:
        return False
    hang(joint, verb, "cc")
    hang(noun, verb, "nsubj:pass" if has(verb, "aux:pass") else "nsubj")
    return True


def _tells(verb: Token, ontology: Ontology) -> bool:
    """Whether a verb can be completed by a clause with a subject of its own."""
    return reports(verb, ontology)


def _opens_a_clause(between: Sequence[Token]) -> bool:
    """Whether a word between two verbs begins a clause, whose subject the nouns may then be."""
    return any(t.tag_ in ("WRB", "WP", "WDT", "WP$") or t.pos_ == "SCONJ" for t in between)


def _must_act(verb: Token, noun: Token, ontology: Ontology) -> bool:
    """Whether a verb in the past is no participle of the noun before it: "the data considered a must"."""
    if verb.tag_ != "VBD" or (opening(verb) < verb.i and verb.doc[opening(verb)].tag_ == "VBD"):
        return True
    named = noun.pos_ == "PROPN" or noun.tag_ == "PRP"
    acts = has(verb, "obj") and verb.lemma_ not in ontology.words["ObjectKeepingVerb"]
    return acts or (named and opening(verb) == verb.i)


def _conjunct_ending(verb: Token, last: int) -> Token | None:
    """The conjunct that ends right before a verb, with its "and"."""
    if last <= verb.sent.start:
        return None
    end = verb.doc[last]
    for noun in (end, *end.ancestors):
        if is_verb(noun) or noun.right_edge.i != last:
            return None
        if noun.dep_ == "conj":
            return noun if is_nominal(noun) and _joint(noun) is not None else None
    return None


def _joint(noun: Token) -> Token | None:
    """The "and" before a conjunct, which a parse may hang on the verb behind it."""
    own = noun.left_edge
    joint = own if own.dep_ == "cc" or own.i == noun.sent.start else own.nbor(-1)
    return joint if joint.dep_ == "cc" and joint.lower_ in _JOINTS else None


def _governor(noun: Token) -> Token | None:
    """The verb whose object or adjunct a conjunct is taken for."""
    while noun.dep_ == "conj":
        noun = noun.head
    if noun.dep_ not in ("obj", "iobj", "obl", "obl:agent", "nmod"):
        return None
    return next((token for token in noun.ancestors if is_verb(token)), None)


def _is_clause(verb: Token) -> bool:
    """Whether a verb heads a clause of its own that another can be joined to."""
    joined = verb.dep_ == "conj" and is_verb(verb.head) and has_tense(verb)
    own = subject(verb) is not None and has_tense(verb)
    return (own or joined) and verb.dep_ not in ("acl", "acl:relcl", "csubj")
