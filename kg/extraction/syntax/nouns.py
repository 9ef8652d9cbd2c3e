"""How English builds a noun phrase: its extent, what modifies it, whose it is."""

from __future__ import annotations

from ..remembered import remembered
from ..tokens import Token
from .choices import is_about
from .shared_words import last_of_one
from .words import (
    ANY_SUBJECT,
    SUBJECT,
    by_position,
    is_finite,
    is_infinitive,
    is_nominal,
    is_number_sign,
    is_verb,
    preposition,
    trimmed,
)

_NAME_PARTS = frozenset(("flat", "compound", "nmod:desc", "fixed", "goeswith"))
#: What stands before a noun phrase without belonging to it: "according to Hale", "and Hale".
_OPENING = ("case", "fixed", "cc", "mark")
#: What may stand between an article and its noun.
_JOINS = ("ADJ", "NOUN", "PROPN", "NUM")
#: What opens a phrase that says something of an object: "described the plan as a mess".
_SAID_OF = ("as", "of", "for", "to", "on", "with")
#: What a reduced relative clause has none of.
_FINITE = ANY_SUBJECT | {"aux", "aux:pass", "mark"}
#: What hangs on a noun without belonging to its phrase.
_NOT_IN_PHRASE = frozenset(
    (
        *("acl:relcl", "advcl", "advcl:relcl", "ccomp", "nsubj", "nsubj:pass", "obl", "obl:unmarked", "expl"),
        *("appos", "parataxis", "conj", "cc", "list", "dep", "discourse", "vocative"),
        *("cop", "aux", "aux:pass", "mark"),
    )
)


def is_name_part(token: Token) -> bool:
    """Whether a token belongs to the name or title headed by another."""
    return token.dep_ in _NAME_PARTS


def name_head(token: Token) -> Token:
    """The head of the name or compound that a token belongs to."""
    while is_name_part(token) and token.head != token:
        token = token.head
    return token


def top_of_phrase(noun: Token) -> Token:
    """The head of the whole noun phrase that ends in a noun: of "the leader of the council", the leader."""
    noun = name_head(noun)
    while (
        preposition(noun) and noun.dep_ in ("nmod", "obl") and is_nominal(noun.head) and noun.head.i < noun.i
    ):
        noun = name_head(noun.head)
    return noun


@remembered
def phrase(head: Token) -> tuple[int, int]:
    """The noun phrase of `head` as (first, last) token, with "of …", without clauses and conjuncts."""
    first = last = head.i
    opening = next((c.i for c in head.lefts if c.dep_ == "case" and c.pos_ == "ADP"), 0)
    for child in head.children:
        if child.i < opening:
            continue  # "partly by a drop"
        if (
            child.dep_ in _NOT_IN_PHRASE
            or child.dep_ == "punct"
            or (child.dep_ == "acl" and not _close(child))
        ):
            continue
        if child.i < head.i and (child.dep_ in ("case", "cc:preconj", "cc") or _is_fronted(child)):
            continue
        left, right = child.left_edge.i, _right(child)
        first, last = min(first, left), max(last, right)
    end = last_of_one(head)
    return trimmed(head, first, last if end is None else max(last, end.right_edge.i))


def _is_fronted(child: Token) -> bool:
    """Whether a phrase with a preposition before a noun opens the sentence: "For two reasons, the idea"."""
    after = child.right_edge.i + 1
    apart = after < len(child.doc) and child.doc[after].text == ","
    return apart and child.dep_ == "nmod" and preposition(child) is not None


def full_phrase(head: Token) -> tuple[int, int]:
    """All that belongs to a noun: "Ms Hale, who leads the council, and Mr Marsh, her deputy"."""
    first, last = head.left_edge.i, head.right_edge.i
    while first < head.i and (head.doc[first].dep_ in _OPENING or head.doc[first].is_punct):
        first += 1
    return trimmed(head, first, last)


def before_aside(last: Token) -> Token | None:
    """The noun of which an aside that ends in a word speaks: of "Hale, head of the school" Hale."""
    noun = last
    while is_nominal(noun.head) and noun.head.i < noun.i and noun.head.right_edge.i <= last.i + 1:
        noun = noun.head
    aside = any(t.text == "," for t in noun.doc[noun.i : last.i])
    return noun if aside and noun.pos_ in ("PROPN", "NOUN") else None


def whole_phrase(noun: Token) -> Token:
    """The head of the longest noun phrase that ends where a noun's own phrase ends."""
    last = noun.right_edge.i
    while noun.dep_ == "nmod" and is_nominal(noun.head) and noun.head.i < noun.i:
        if noun.head.right_edge.i != last:
            break
        noun = noun.head
    return noun


def object_phrase(noun: Token, *, before: int | None = None) -> tuple[int, int]:
    """All that belongs to an object, up to a clause that a comma or a dash sets off, or to some token."""
    first, last = full_phrase(noun)
    if before is not None:
        last = min(last, before - 1)
    for token in noun.doc[noun.i + 1 : last + 1]:
        within = token.head.dep_ == "acl:relcl" and token.tag_ == token.head.tag_  # "who lied and fled"
        joined = token.dep_ == "conj" and (
            (is_finite(token) and not within) or (token.tag_ == "VBG" and token.head.pos_ == "ADJ")
        )
        apart = joined or (token.dep_ in ("acl:relcl", "acl", "advcl", "parataxis") and is_verb(token))
        opening = token.left_edge.i
        marks = (noun.doc[opening - 1], noun.doc[opening])  # a parse may hang the comma on the clause
        set_off = any(mark.is_punct and not mark.is_quote for mark in marks)
        if apart and opening > noun.i and (set_off or joined):
            last = min(last, opening - 1)
    return trimmed(noun, first, last)


def branch(head: Token, token: Token) -> int:
    """Where the part of a phrase begins that hangs on its head and holds a token."""
    while token.head != head and token != head and token.head != token:
        token = token.head
    return head.i if token == head else token.left_edge.i


def narrates(verb: Token) -> bool:
    """Whether a clause inside a noun phrase says that something happened: "the law that Hale signed"."""
    participle = verb.dep_ == "acl" and verb.tag_ == "VBN"
    return is_verb(verb) and (verb.dep_ == "acl:relcl" or participle)


def said_of(verb: Token, noun: Token) -> list[Token]:
    """What a verb says of its object, as far as no comma parts them: "a liar", "as a mess", "for lying"."""
    charges = (child for child in noun.rights if child.dep_ == "acl" and child.tag_ == "VBG")
    found = [c for c in charges if any(word.dep_ == "mark" and word.lower_ == "to" for word in c.lefts)]
    for child in verb.rights:
        if child.i <= noun.i or child.is_quote:
            continue
        if child.dep_ == "punct":
            break
        opening = [c.lower_ for c in child.lefts if c.dep_ in ("case", "mark")][:1]
        predicate = child.dep_ == "xcomp" and not is_infinitive(child)
        gerund = any(c.tag_ == "VBG" and c.dep_ in ("cop", "aux", "aux:pass") for c in child.lefts)
        if opening == ["with"] and any(c.dep_ in ANY_SUBJECT for c in child.lefts):
            break  # ", with two saying he lied"
        phrase_or_gerund = child.dep_ in ("obl", "obl:agent") or child.tag_ == "VBG" or gerund
        if predicate or (phrase_or_gerund and opening and opening[0] in _SAID_OF):
            found.append(child)
        elif found or child.dep_ not in ("obl", "obl:agent", "obl:unmarked", "advmod", "nmod:unmarked"):
            break
    return found


def is_topic(noun: Token) -> bool:
    """Whether a sentence opens by saying what it is about: "As for Hale, she left"."""
    opening = next((child for child in noun.lefts if child.dep_ == "case"), None) if noun.lefts else None
    return opening is not None and opening.lower_ == "as" and any(c.lower_ == "for" for c in opening.children)


def closing_as(noun: Token) -> Token | None:
    """The head of an "as" phrase that a parse leaves within an object, and that ends it.

    In "branded Hale's decision to close the pier as reckless" a parse may give it to "close".
    """
    opening = [t for t in noun.subtree if t.i > noun.i and t.lower_ == "as" and t.dep_ in ("case", "mark")]
    if not opening:
        return None
    head = opening[-1].head
    return head if opening[-1].i < head.i and head.right_edge.i >= noun.right_edge.i else None


def _close(clause: Token) -> bool:
    """Whether a clause belongs to the noun phrase it follows: "a decision to close the school", no aside."""
    if not is_infinitive(clause):
        return False
    return clause.left_edge.i == clause.head.i + 1 and not any(
        child.dep_ in ANY_SUBJECT or (child.dep_ == "mark" and child.lower_ != "to")
        for child in clause.children
    )


def _right(child: Token) -> int:
    """The last token of a modifier, without the relative clauses and appositions that hang on its end."""
    last = child.i
    for grandchild in child.rights:
        if grandchild.tag_ == "HYPH" and not grandchild.whitespace_:
            continue  # "al-Qaeda"
        if grandchild.dep_ in ("acl:relcl", "appos", "parataxis", "punct", "advcl"):
            break
        if grandchild.dep_ == "conj" and _may_be_a_verb(grandchild):
            break
        last = max(last, _right(grandchild))
    return last


def flat_phrase(head: Token) -> tuple[int, int]:
    """The words before a noun that belong to it, read off the page: "the new Home Secretary", up to the head.

    Parts of speech decide, not the tree: role phrases are where small parsers err most.
    """
    doc, first = head.doc, head.i
    start = head.sent.start
    while first > start:
        word = doc[first - 1]
        if is_described_by(word, head) or (head.dep_ == "xcomp" and name_head(word).head is head.head):
            break  # "took Jon Marsh hostage"
        if (word.pos_ == "DET" or word.tag_ == "PRP$") and not is_number_sign(word):
            return first - 1, head.i
        joins = word.pos_ in _JOINS or word.lower_ == "-" or word.tag_ == "POS" or is_number_sign(word)
        if word.lower_ == "and" and first - 2 >= start and _share_a_noun(doc[first - 2], doc[first], head):
            first -= 2
            continue
        participle = word.tag_ in ("VBN", "VBG") and word.dep_ in ("amod", "compound")
        hyphened = doc[first].text == "-" and first < head.i and not word.whitespace_  # "non-Oxley voters"
        if (not joins and not participle and not hyphened) or _limits(word):
            break
        first -= 1
    while first < head.i and (doc[first].is_punct or doc[first].tag_ == "POS"):
        first += 1
    return first, head.i


def _limits(word: Token) -> bool:
    """Whether a word belongs to the one before it: "at least 20 pilgrims", "shot dead two pilgrims"."""
    return f"{word.doc[word.i - 1].lower_} {word.lower_}" in ("at least", "at most", "shot dead")


def is_described_by(noun: Token, subject: Token) -> bool:
    """Whether a noun is what a clause without "who" speaks of: the man in "the man police say left"."""
    clause = subject.head
    return subject.dep_ in SUBJECT and clause.dep_ == "acl:relcl" and clause.head == noun


def _share_a_noun(one: Token, other: Token, noun: Token) -> bool:
    """Whether two joined adjectives stand before one plural noun: "local and national leaders"."""
    plural = "Plur" in noun.morph.get("Number", [])
    return plural and one.pos_ == other.pos_ == "ADJ" and other.i < noun.i


@remembered
def determiners(noun: Token) -> list[Token]:
    """The articles and quantifiers of a noun."""
    found = []
    for part in noun, *filter(is_name_part, noun.children):
        for child in part.children:
            if child.dep_ in ("det", "det:predet", "cc:preconj") and not is_number_sign(child):
                found.append(child)
    return found


def attributes(noun: Token) -> list[Token]:
    """The adjectives and participles before a noun: "alleged"."""
    return [
        child for child in noun.children if child.dep_ in ("amod", "advmod", "compound") and child.i < noun.i
    ]


def sharing_attributes(noun: Token) -> list[Token]:
    """Joined words that share the plural noun after them: both names of "Oxley and Marlow officials"."""
    if not noun.lefts or "Plur" not in noun.morph.get("Number", ()):
        return []
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod:desc") and child.i < noun.i:
            found = [child, *(c for c in child.children if c.dep_ == "conj" and c.i < noun.i)]
            joined = any(c.dep_ == "cc" and c.lower_ == "and" for word in found for c in word.children)
            if joined and len(found) > 1:
                return found
    return []


def is_definite(noun: Token) -> bool:
    """Whether a noun phrase speaks of something known: "the request", "her offer"."""
    words = [child.lower_ for child in noun.children if child.dep_ in ("det", "nmod:poss")]
    return any(
        word not in ("a", "an", "no", "any", "some", "another", "every", "each", "both") for word in words
    )


def are_apposed(first: Token, second: Token) -> bool:
    """Whether the parse sets a second noun beside a first as another name for it."""
    second = name_head(second)
    return second.dep_ == "appos" and name_head(second.head) == name_head(first)


def possessors(noun: Token) -> list[Token]:
    """Whose it is: "Labour's", "her"."""
    return [child for child in noun.children if child.dep_ == "nmod:poss"]


def is_own(pronoun: Token) -> bool:
    """Whether "own" follows a possessive pronoun: "by her own account"."""
    after = pronoun.i + 1 < len(pronoun.doc) and pronoun.nbor().lower_ == "own"
    return after and pronoun.dep_ == "nmod:poss"


def compounds(noun: Token) -> list[Token]:
    """The nouns before a noun that modify it ("Government support")."""
    return [child for child in noun.children if child.dep_ in ("compound", "nmod:desc") and is_nominal(child)]


@remembered
def noun_modifiers(noun: Token) -> list[tuple[str, Token]]:
    """The prepositional phrases of a noun: preposition (lower case) and head noun, coordination spelt out."""
    found: list[tuple[str, Token]] = []
    for child in noun.children:
        if child.dep_ in ("nmod", "obl") and is_nominal(child) and child.i > noun.i:
            word = preposition(child)
            if word:
                found += ((word, head) for head in conjuncts(child))
    return found


def counted(noun: Token) -> list[Token]:
    """What a noun measures out: of "two tons of grain", the grain."""
    return [head for word, head in noun_modifiers(noun) if word == "of"]


def clausal_modifiers(noun: Token) -> list[Token]:
    """The clauses that say what a noun is about ("decision to …", "claim that …")."""
    return [child for child in noun.children if child.dep_ in ("acl", "ccomp") and child.i > noun.i]


def counted_pair(noun: Token) -> bool:
    """Whether a noun stands for two named before: "the two countries", "both sides"."""
    return any(child.lower_ in ("two", "both") for child in noun.lefts)


def reduced_passives(noun: Token) -> list[Token]:
    """The participles after a noun that say what was done to it: "the curfew imposed in Oxley"."""
    participles = [child for child in noun.rights if child.dep_ == "acl" and child.tag_ == "VBN"]
    return [verb for verb in participles if not any(child.dep_ in _FINITE for child in verb.lefts)]


@remembered
def conjuncts(token: Token) -> list[Token]:
    """A token and what is coordinated with it, in reading order; "Marsh, not Pike" is Marsh alone."""
    found = [token]
    for child in token.children if last_of_one(token) is None else ():
        if child.dep_ != "conj" or child.i < token.i or is_nominal(child) != is_nominal(token):
            continue
        if not (_may_be_a_verb(child) or is_excluded(child) or _is_between(token, child) or is_about(child)):
            found.extend(conjuncts(child))
    return sorted(found, key=by_position) if len(found) > 1 else found


def _is_between(noun: Token, conjunct: Token) -> bool:
    """Whether a conjunct is the second of two that something is between: "the row between Hale and Marsh"."""
    first = [c for c in noun.rights if c.dep_ == "nmod" and preposition(c) == "between" and c.i < conjunct.i]
    return bool(first) and not any(c.dep_ == "conj" for c in first[-1].rights)


def is_excluded(conjunct: Token) -> bool:
    """Whether a conjunct is only named to be ruled out: "met Marsh, not Pike"."""
    return any("Neg" in w.morph.get("Polarity", []) or w.lower_ == "instead" for w in conjunct.lefts)


def _may_be_a_verb(conjunct: Token) -> bool:
    """Whether what follows "and" begins with a participle: "announced a plan and promised support"."""
    opening = conjunct.left_edge
    return opening.dep_ == "cc" and opening.nbor().tag_ in ("VBD", "VBN")


def predicate_nominal_of(noun: Token) -> Token | None:
    """The subject of which a noun is predicated: "X is the chair" gives X."""
    if "cop" in [child.dep_ for child in noun.children]:
        return next((child for child in noun.children if child.dep_ in SUBJECT), None)
    return None


def governing_verb(noun: Token) -> Token | None:
    """The verb of the clause in which a noun stands; none in a heading without one."""
    token = noun
    while token.dep_ != "ROOT":
        token = token.head
        if is_verb(token):
            return token
    return None
