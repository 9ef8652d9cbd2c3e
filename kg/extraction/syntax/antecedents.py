"""Which of two nouns a relative clause is about, and what a clause without a relative pronoun leaves out."""

from __future__ import annotations

from ..tokens import Token
from .nouns import name_head
from .subject_heads import own_subjects
from .voice import passive
from .words import PASSIVE, SUBJECT, is_infinitive, is_nominal, is_verb, kind_of, preposition

#: Nouns that a clause right after them says more of as when, how or why: "the day he left".
_TIMES = ("time", "day", "week", "month", "year", "night", "morning", "moment")
_ADVERBIAL = frozenset((*_TIMES, "way", "reason", "place", "point", "extent", "degree", "rate"))
_RELATIVE = frozenset(("that", "which", "who", "whom", "whose", "where", "when"))
_DEPTH = 3
#: What gives an example, of which a clause after it then tells: "traders, including shops that sell wood".
_SUCH = ("including", "like", "such")


def agreeing(verb: Token, noun: Token) -> Token | None:
    """The noun that a clause is about, of one and the noun above it; none where both fit.

    "Audits of the school that have failed": the audits; "one of the women who left": the women. "Who" is said
    of whoever is named right before it: "dirt on reporters who left". A noun that is neither right before the
    pronoun nor the first of its phrase was chosen for a reason: "the wake of polls by Hale that showed".
    """
    if (described := _narrowed_by_who(verb)) is not None:
        return described
    if (somebody := _person_within(verb, noun)) is not None:
        return somebody
    if noun.dep_ != "nmod" or not is_nominal(noun.head) or noun.ent_type_:
        return None if _takes_up_a_clause(verb, noun) else noun
    above = noun.head
    if above.pos_ in ("NUM", "DET", "PRON", "ADJ", "SYM") or preposition(noun) in _SUCH:
        return noun
    link = next((c for c in verb.lefts if c.dep_ in SUBJECT + PASSIVE), None)
    if link is None or link.lower_ not in ("who", "which", "that"):
        return None
    if link.lower_ == "who" and "person" in (kinds := (kind_of(noun), kind_of(above))):
        return noun if kinds[0] == "person" else above
    wanted = number_of(verb)
    if wanted:
        nearest = _before(link)
        named = nearest is not None and nearest != noun and noun.is_ancestor(nearest)
        fits = [n for n in (noun, above, *([nearest] if named and nearest else [])) if _agrees(n, wanted)]
        if len(fits) == 1 or (fits and fits[-1] == nearest and nearest.pos_ == "PROPN"):
            return fits[-1]  # "groups such as Oxley, which was sold"
    if link.lower_ == "which" and link.nbor(-1).text == "," and noun.i == link.i - 2:
        return noun  # "the leak of the report, which found"
    apart = noun.right_edge.i >= link.i and any(
        c.dep_ in ("nmod", "appos") and noun.i < c.i < link.i for c in noun.rights
    )
    return noun if link.lower_ == "who" or apart else None


def is_said_in_relative(verb: Token) -> bool:
    """Whether somebody says a clause in a relative one: of "the firm which Hale says lied", "lied"."""
    return verb.dep_ == "ccomp" and verb.head.dep_ == "acl:relcl" and verb.head.i < verb.i


def _takes_up_a_clause(verb: Token, noun: Token) -> bool:
    """Whether "which" stands for all that was said, as its verb shows: "runs two mills, which pays"."""
    link = next((c for c in verb.lefts if c.dep_ in SUBJECT + PASSIVE), None)
    if link is None or link.lower_ != "which" or link.nbor(-1).text != "," or number_of(verb) != "Sing":
        return False
    joined = [c for c in noun.rights if c.dep_ == "conj" and c.i < link.i]
    nearest = _before(link)
    other = nearest is not None and nearest not in (noun, *joined)
    return noun.pos_ == "NOUN" and (noun.tag_ == "NNS" or bool(joined)) and not other


def points_back(that: Token, verb: Token) -> bool:
    """Whether "that" is no relative pronoun, as something of its clause stands before it.

    "She mends boats - often that takes weeks".
    """
    late = verb.dep_ == "acl:relcl" and that.lower_ == "that"
    return late and any(c.i < that.i and c.dep_ == "advmod" for c in verb.lefts)


def _narrowed_by_who(verb: Token) -> Token | None:
    """The description whose name "who" follows without a comma: of "the wife of Marsh who sued", the wife.

    A name needs nothing to tell who is meant, so that such a clause narrows down the noun before it.
    """
    name = verb.head
    link = next((c for c in verb.lefts if c.dep_ in SUBJECT and c.lower_ == "who"), None)
    if link is None or verb.dep_ != "acl:relcl" or name.ent_type_ != "PERSON" or name.dep_ != "nmod":
        return None
    above, last = name.head, link.nbor(-1)
    beside = name_head(last) == name and preposition(name) in ("of", "for", "to")
    return above if beside and above.pos_ == "NOUN" and kind_of(above) == "person" else None


def _person_within(verb: Token, noun: Token) -> Token | None:
    """Who stands last between a thing and "who": of "a letter from Marsh, who …", Marsh."""
    link = next((c for c in verb.lefts if c.dep_ in SUBJECT and c.lower_ == "who"), None)
    if link is None or noun.ent_type_ or kind_of(noun) == "person" or noun.pos_ != "NOUN":
        return None
    inside = (t for t in reversed(noun.doc[noun.i + 1 : link.i]) if t.dep_ in ("nmod", "obl", "appos"))
    return next((t for t in inside if kind_of(t) == "person"), None)


def _before(link: Token) -> Token | None:
    """The head of the name or noun right before a relative pronoun."""
    if link.i < link.sent.start + 2:
        return None
    last = link.nbor(-2) if link.nbor(-1).text == "," else link.nbor(-1)
    return name_head(last) if is_nominal(last) else None


def number_of(verb: Token) -> str | None:
    """``"Sing"`` or ``"Plur"``, as the words of a verb that show it say; none where they do not."""
    finite = [c for c in verb.lefts if c.dep_ in ("aux", "aux:pass", "cop")][:1] or [verb]
    word = finite[0]
    if word.tag_ == "VBZ" or word.lower_ == "was":
        return "Sing"
    return "Plur" if word.tag_ == "VBP" or word.lower_ == "were" else None


def _agrees(noun: Token, number: str) -> bool:
    """Whether a noun can have a number: one that is joined to another is plural."""
    joined = any(c.dep_ == "conj" for c in noun.rights)
    own = ["Plur"] if joined else noun.morph.get("Number", [])
    return not own or number in own


def left_out(verb: Token, own: list[Token]) -> list[Token | None]:
    """What a clause right after its noun is about, without an object of its own: "the plan Hale backed".

    Args:
        verb: the verb of the clause, or an infinitive under it: "the plan Hale wants to back".
        own: the objects that the parse gives to it.
    """
    top = verb
    for _ in range(_DEPTH):
        if top.dep_ != "xcomp" or not is_infinitive(top) or not is_verb(top.head) or top.head.i > top.i:
            break
        top = top.head
    before = {child.dep_ for child in top.lefts}
    if own or top.dep_ != "acl:relcl" or not before & {*SUBJECT, *PASSIVE} or "mark" in before:
        return []
    if top == verb and (passive(verb) or not before & set(SUBJECT)):
        return []
    if any(child.lower_ in _RELATIVE for child in top.lefts) or not _is_open(verb):
        return []
    noun = top.head
    return [noun] if noun.pos_ == "NOUN" and noun.lemma_.lower() not in _ADVERBIAL else []


def is_adverbial(verb: Token) -> bool:
    """Whether the noun above a clause says when, where or how: "the day he left", "the way she works"."""
    top = verb
    while top.dep_ in ("xcomp", "ccomp") and top.head.i < top.i:
        top = top.head
    return top.head.lemma_.lower() in _ADVERBIAL


def _is_open(verb: Token) -> bool:
    """Whether nothing after a verb completes it: not so of "the plan he spoke of", "the man he said left"."""
    for child in verb.rights:
        if child.dep_ in ("ccomp", "xcomp", "cop") or child.pos_ == "ADP":
            return False
        if child.tag_ == "VBG" and child.dep_ != "conj" and child.left_edge.nbor(-1).text != ",":
            return False  # "the woman he spent Monday embracing"
        if child.pos_ == "ADV" and not (child.lower_.endswith("ly") or child.lower_ == "ago"):
            return False
        if child.dep_ == "obl" and preposition(child) is None:
            return False
    return True


def is_about_what(verb: Token) -> bool:
    """Whether a clause says of "what", which stands for anything: "what Hale wants to say"."""
    top = verb
    for _ in range(_DEPTH):
        if top.dep_ != "xcomp" or not is_verb(top.head) or top.head.i > top.i:
            break
        top = top.head
    what = top.head.lower_ in ("what", "whatever", "whoever", "whomever")
    subjects = own_subjects(top)
    return top.dep_ == "acl:relcl" and what and bool(subjects) and subjects[0].i < top.i


def is_called_which(name: Token) -> bool:
    """Whether an aside right behind a subject takes it for no person: "Oxley, which paid, left"."""
    if name.i + 2 >= len(name.doc) or name.nbor().text != "," or name.nbor(2).lower_ != "which":
        return False
    aside, head = name.nbor(2).head, name_head(name)
    relative = aside.dep_ == "acl:relcl" and aside.head in (name, head)
    return relative and head.dep_ in SUBJECT and aside.right_edge.i < head.head.i
