"""What a single word is in its sentence: the labels of Universal Dependencies, and which words head what."""

from __future__ import annotations

from ..remembered import remembered
from ..tokens import Token

#: How subjects hang on verbs: of the active, of the passive, and either.
SUBJECT = ("nsubj", "csubj", "nsubj:outer")
PASSIVE = ("nsubj:pass", "csubj:pass")
ANY_SUBJECT = frozenset((*SUBJECT, *PASSIVE))
_NOUNS = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"))
_CLAUSE = frozenset(
    ("ccomp", "xcomp", "advcl", "acl", "acl:relcl", "conj", "parataxis", "ROOT", "csubj", "advcl:relcl")
)


def is_verb(token: Token) -> bool:
    """Whether a token heads a clause of its own as a verb."""
    return token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ in _CLAUSE)


def is_finite(token: Token) -> bool:
    """Whether a verb has a tense of its own."""
    return token.tag_ in ("VBD", "VBZ", "VBP", "MD")


def is_number_sign(token: Token) -> bool:
    """Whether "No" stands before a number: "No 10"."""
    return token.text in ("No", "No.", "no.") and token.i + 1 < len(token.doc) and token.nbor().like_num


def is_nominal(token: Token) -> bool:
    """Whether a token can head a noun phrase."""
    return token.pos_ in _NOUNS


def is_object_or_doer(token: Token) -> bool:
    """Whether a token is an object of a verb, or who does it by the words of a passive."""
    return token.dep_ in ("obj", "iobj", "obl:agent")


def is_subject(token: Token) -> bool:
    """Whether a token heads the grammatical subject of its clause."""
    return token.dep_ in ANY_SUBJECT


def is_object(token: Token) -> bool:
    """Whether a word is what its verb is done to, or who is told or given something."""
    return token.dep_ in ("obj", "iobj")


def is_predicate(noun: Token) -> bool:
    """Whether a noun says what somebody or something is or becomes."""
    becomes = noun.dep_ == "xcomp" and noun.head.lemma_ in ("become", "remain")
    return (noun.pos_ == "NOUN" or noun.lower_ == "one") and (
        becomes or any(child.dep_ == "cop" for child in noun.lefts)
    )


def is_measure(noun: Token) -> bool:
    """Whether a noun is a number or a share: "43 percent", "41 to 39"."""
    return noun.lemma_.lower() in ("percent", "point", "per", "%") or (
        noun.pos_ == "NUM" and noun.text.isdigit()
    )


def is_singled_out(noun: Token) -> bool:
    """Whether an expression of time is spoken of as a thing: "rejected those days"."""
    owned = any(c.dep_ == "nmod:poss" or c.lower_ == "those" for c in noun.lefts)
    counted = "Plur" in noun.morph.get("Number", []) and any(c.lower_ == "the" for c in noun.lefts)
    if counted and noun.dep_ == "obj":
        return True  # "entered the final weeks"
    return owned and noun.dep_ in ("obj", "obl", "nsubj:pass")


def stands_bare_on(noun: Token, head: Token) -> bool:
    """Whether a noun hangs on another with nothing but its preposition: "state" in "secretary of state"."""
    return noun.head == head and all(c.dep_ == "case" for c in noun.children)


def is_bare_aside(noun: Token) -> bool:
    """Whether a noun stands alone behind its preposition: "for instance", "of course"."""
    return (
        noun.dep_ in ("obl", "nmod")
        and any(c.dep_ == "case" for c in noun.children)
        and all(c.dep_ in ("case", "punct") for c in noun.children)
    )


def is_possessor(token: Token) -> bool:
    """Whether a token says whose something is ("her review")."""
    return token.dep_ == "nmod:poss"


@remembered
def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands as "to …"."""
    return "to" in [child.lower_ for child in verb.children if child.dep_ in ("mark", "aux")]


def is_gerund(verb: Token) -> bool:
    """Whether a verb stands in its -ing form."""
    return verb.tag_ == "VBG"


def is_attributive(verb: Token) -> bool:
    """Whether a participle stands before a noun as an adjective ("the proposed bridge")."""
    return verb.dep_ in ("amod", "compound")


def is_premodifier(noun: Token) -> bool:
    """Whether a noun only modifies a noun after it ("child protection")."""
    return noun.dep_ in ("compound", "amod", "nmod:desc") and noun.head.i > noun.i


def governor(token: Token) -> Token | None:
    """The token that a clause depends on; none for the main clause.

    A participle after a comma says what the subject of the clause did, though a parse may hang it on an
    infinitive inside a noun phrase: "welcomed the efforts to mend the pier, praising Hale".
    """
    if token.dep_ == "ROOT":
        return None
    above = token.head
    return clause_beside(token, above) or above if above.dep_ == "acl" else above


def clause_beside(token: Token, above: Token) -> Token | None:
    """The verb of the clause that a participle after a comma goes on, where it hangs on an infinitive in it.

    Args:
        token: a word.
        above: the word that it hangs on.
    """
    aside = token.dep_ == "advcl" and token.tag_ == "VBG" and token.left_edge.i > 0
    edge = token.left_edge
    if not (aside and is_infinitive(above) and "," in (edge.text, edge.nbor(-1).text)):
        return None
    while above.dep_ != "ROOT" and not _has_tense(above):
        above = above.head
    return above


def _has_tense(token: Token) -> bool:
    """Whether a verb has a tense, by itself or by its auxiliaries: "works", "has been working"."""
    return any(is_finite(w) for w in (token, *token.lefts) if w is token or w.dep_ in ("aux", "aux:pass"))


@remembered
def preposition(noun: Token) -> str | None:
    """The preposition before a noun phrase, lower case."""
    for child in noun.lefts:
        if child.dep_ == "case":
            return child.lower_
    return _parted(noun)


def _parted(noun: Token) -> str | None:
    """The preposition that the parse gave to the verb before it, or to a word of it: "agreed to changes"."""
    if noun.dep_ != "obl" or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    edge = noun.left_edge
    given = edge if edge.dep_ == "mark" or edge.i == 0 else edge.nbor(-1)
    if given.dep_ != "mark" or given.pos_ != "ADP" or given.i <= noun.head.i:
        return None
    return given.lower_ if given.head in (noun.head, *noun.lefts) else None


#: Prepositions that no object begins with; "about forty" and "between two and six" count.
_OBLIQUE = frozenset(("as", "at", "by", "for", "from", "in", "into", "of", "on", "to", "upon", "with"))


def in_prepositional_phrase(noun: Token) -> bool:
    """Whether a noun stands after a preposition, so that it is no subject or object, whatever the parse."""
    if noun.pos_ not in ("NOUN", "PROPN") or preposition(noun) not in _OBLIQUE:
        return False
    first = next((child for child in noun.lefts if child.dep_ == "case"), noun.left_edge)
    counted = any(child.dep_ == "nummod" or child.like_num for child in noun.lefts)  # "up to 30 people"
    if counted and any(child.dep_ == "obj" and child.i < first.i for child in noun.head.rights):
        counted = False  # "granted asylum to 30 people"
    return not counted and not (first.i < noun.head.i < noun.i)  # "ties with, and opened an embassy"


def kind_of(noun: Token) -> str | None:
    """``"person"`` or ``"thing"``, as the pipeline reads a noun or a name; none where it does not tell.

    Bodies and places can be either: "the council, who", "the council, which".
    """
    if noun.ent_type_:
        return "person" if noun.ent_type_ == "PERSON" else "thing"
    label = noun.doc.mention_heads.get(noun.i)
    if label is None:
        return "thing" if noun.lower_ == "that" else None
    return "person" if label == "person" else "thing"


def by_position(token: Token) -> int:
    """Where a token stands: the key to sort by in reading order."""
    return token.i


def trimmed(head: Token, first: int, last: int) -> tuple[int, int]:
    """A range of tokens around a head without punctuation and white space at its edges."""
    doc = head.doc
    while first < head.i and (doc[first].is_punct or doc[first].is_space):
        first += 1
    while last > head.i and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    return first, last
