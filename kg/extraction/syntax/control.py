"""Who does what a clause without a subject says: by the verb above it, or by the noun it belongs to."""

from __future__ import annotations

from ..tokens import Token
from .nouns import possessors
from .observed import is_seen_doing
from .subject_heads import own_subjects
from .voice import obliques, passive
from .words import is_finite, is_infinitive, is_verb, kind_of

#: Verbs of going somewhere: what for is said of who goes.
MOVING = frozenset(
    (
        *("go", "come", "take", "turn", "travel", "fly", "head", "return", "rush", "move", "get"),
        *("relocate", "emigrate", "commute", "sail", "hurry", "race"),
    )
)


#: Verbs by which somebody says what they will do themselves, and to whom: "promised Marsh to pay".
PROMISING = frozenset(("promise", "vow", "pledge", "swear", "guarantee", "threaten"))


#: Verbs by which somebody is to do what an infinitive says behind a preposition, where it may say what for.
_ASKING_ON = frozenset(
    ("call", "rely", "depend", "count", "prevail", "bank", "lean", "urge", "press", "wait", "bet", "look")
)


#: Verbs whose object is a means: "used his fame to win" says what who uses it does; so of "did it to win".
USING = frozenset(("use", "employ", "spend", "raise", "need", "do"))


#: Verbs whose passive tells of a means without saying who it is for: "the votes needed to win".
NEEDING = frozenset(("need", "use", "spend", "employ"))


#: Verbs by which somebody has what is theirs to do, and the nouns for it: "voiced a desire to run".
_HAVING = frozenset(
    ("have", "make", "take", "get", "lose", "win", "gain", "voice", "express", "announce", "lack")
)
_OWN = frozenset(
    (
        *(
            "ability",
            "attempt",
            "authority",
            "bid",
            "capacity",
            "chance",
            "commitment",
            "courage",
            "decision",
        ),
        *("desire", "duty", "effort", "freedom", "intention", "obligation", "opportunity", "option", "plan"),
        *(
            "pledge",
            "power",
            "promise",
            "readiness",
            "resolve",
            "right",
            "step",
            "vow",
            "willingness",
            "wish",
        ),
    )
)
#: What somebody has in doing something: "had trouble joining".
_IN_DOING = frozenset(("difficulty", "fun", "luck", "problem", "success", "trouble"))
#: Verbs by which somebody or something comes to do what their infinitive says, however it is hung.
_BRINGING_ABOUT = frozenset(
    (
        *("want", "like", "expect", "need", "allow", "cause", "lead", "prefer", "urge", "ask", "get"),
        *(
            "force",
            "press",
            "push",
            "persuade",
            "permit",
            "enable",
            "order",
            "tell",
            "drive",
            "help",
            "motivate",
        ),
        *(
            "encourage",
            "prompt",
            "inspire",
            "convince",
            "induce",
            "tempt",
            "lure",
            "entice",
            "empower",
            "train",
        ),
        *("equip", "hire", "recruit", "invite", "commission", "appoint", "choose", "select", "elect", "task"),
        *("authorise", "authorize", "direct", "instruct", "require", "oblige", "challenge", "dare", "warn"),
        *("teach", "assign", "lobby", "petition", "pressure", "coerce", "compel", "beg", "implore", "advise"),
        *("trust", "pay", "send", "dispatch", "give", "grant", "place", "position"),
    )
)
#: Verbs that say of a thing what it comes to, so that who does it stays open: "means closing the pier".
_COMING_TO = frozenset(("mean", "involve", "require", "depend", "entail", "necessitate"))


def is_had(noun: Token, verb: Token) -> bool:
    """Whether a noun with a clause is what the subject of the verb above has: "had trouble joining"."""
    above = noun.head
    had = noun.dep_ == "obj" and is_verb(above) and above.lemma_ in _HAVING and not passive(above)
    if not had or possessors(noun) or any(child.dep_ == "iobj" for child in above.children):
        return False
    words = _OWN if is_infinitive(verb) else _IN_DOING
    return noun.lemma_.lower() in words and (is_infinitive(verb) or verb.tag_ == "VBG")


def only_has(head: Token, verb: Token) -> bool:
    """Whether "have" is no duty to do what a verb says: "had a plan to sell", "had trouble selling"."""
    if head.lemma_ != "have":
        return False
    own = any(c.dep_ == "obj" and head.i < c.i < verb.i for c in head.children)
    return verb.tag_ == "VBG" or (own and is_infinitive(verb))


def tells_its_subject(head: Token, verb: Token) -> bool:
    """Whether an -ing clause under a verb is done by nobody that the tree names.

    So it is where the clause is the subject of a predicate after it, and under verbs that say what a thing
    comes to.
    """
    if verb.tag_ != "VBG" or own_subjects(verb):
        return False
    if verb.dep_ == "ccomp" and verb.i < head.i and own_subjects(head):
        return True  # "“Closing it is wrong,” Hale said"
    later = (c for c in head.rights if c.i > verb.i and c.dep_ in ("ccomp", "xcomp", "parataxis"))
    predicated = any(
        not own_subjects(c) and any(a.dep_ in ("cop", "aux") and is_finite(a) for a in c.lefts) for c in later
    )
    return head.lemma_ in _COMING_TO or (verb.dep_ == "ccomp" and predicated)


def controls(head: Token, verb: Token, controlled: Token) -> bool:
    """Whether an object right before a clause is what it is about: "accused Hale of lying"."""
    if is_charge(verb) and any(c.dep_ == "obj" and c.tag_ in ("WP", "WDT") for c in head.lefts):
        return True  # "whom police charged with lying"
    return (
        (
            (is_infinitive(verb) and not _says_what_for(head, verb, controlled))
            or is_charge(verb)
            or is_seen_doing(verb)
        )
        and head.i < controlled.i < verb.i
        and not any(
            child.dep_ == "punct" and controlled.i < child.i < verb.i
            for child in (*head.children, *verb.children)
        )
    )


def _says_what_for(head: Token, verb: Token, controlled: Token) -> bool:
    """Whether an infinitive behind a thing says what its verb is done for: "left the bank to join Hale"."""
    if verb.dep_ != "advcl" or controlled.dep_ not in ("obj", "conj"):
        return False
    if controlled.is_currency or any(c.lower_ == "in" and c.dep_ in ("mark", "fixed") for c in verb.lefts):
        return True  # "paid $75 to run it", "fined its tenants in order to raise money"
    thing = controlled.pos_ == "NUM" or (controlled.pos_ != "PRON" and kind_of(controlled) == "thing")
    return thing and head.lemma_ not in _BRINGING_ABOUT


def is_charge(verb: Token) -> bool:
    """Whether a gerund says what somebody is accused of, charged with or blamed for.

    One with a subject of its own says what went with it: "denied it, with two saying he lied".
    """
    opening = next((c for c in verb.lefts if c.dep_ == "mark" and c.lower_ in ("of", "for", "with")), None)
    if verb.tag_ != "VBG" or opening is None:
        return False
    return opening.lower_ != "with" or not any(s.i > opening.i for s in own_subjects(verb))


def called_on(head: Token, clause: Token | None = None) -> list[Token]:
    """Who is meant to act after "called on Hale to", "appealed to ministers to", not "went to Oxley to"."""
    index = head.i + 1
    for child in head.rights:  # "called Monday on Hale to": a time may stand between
        if child.left_edge.i == index and child.dep_ in ("obl:unmarked", "obl:tmod", "advmod"):
            index = child.right_edge.i + 1
    after = head.doc[index].lower_ if index < len(head.doc) else ""
    if clause is not None and clause.dep_ == "advcl" and head.lemma_ in MOVING:
        return []
    if clause is not None and after in ("on", "upon") and head.lemma_ not in _ASKING_ON:
        return []  # "appeared on a show to defend him"
    words = ("on", "upon", "for", "to", "with") if head.lemma_ == "plead" else ("on", "upon", "for", "to")
    return [noun for word, noun in obliques(head) if word == after and word in words]


def is_made_to(head: Token, verb: Token, subject: Token) -> bool:
    """Whether somebody or something is to do it: "was persuaded to sell", "relies on gifts to pay"."""
    if head.lemma_ in _ASKING_ON and is_infinitive(verb) and subject in called_on(head, verb):
        return True
    told = passive(head) and head.lemma_ not in NEEDING and verb.dep_ == "xcomp" and is_infinitive(verb)
    return told and subject in own_subjects(head)
