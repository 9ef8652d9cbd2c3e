"""How English builds a clause: its auxiliaries, its marker, and how it hangs on the clause above."""

from __future__ import annotations

from ..remembered import remembered
from ..tokens import Token
from .subject_heads import own_subjects
from .words import ANY_SUBJECT, PASSIVE, SUBJECT, is_gerund, is_infinitive, is_verb, trimmed

#: What links a relative clause to its noun.
_LINKS = ("who", "whom", "whose", "which", "where", "when")
_DASHES = frozenset(("–", "—", "―", "--"))


def is_subject_of(noun: Token, verb: Token) -> bool:
    """Whether a noun phrase stands as the subject of a verb, or inside it."""
    return any(noun.i == child.i or child.is_ancestor(noun) for child in own_subjects(verb))


def subject_ahead(token: Token) -> Token | None:
    """The subject of the clause that a fronted phrase opens: of "her" in "In her speech, Hale said", Hale.

    Also of the pronoun that stands as the subject of what is said there: "Saying she was ill, Hale left".
    """
    for above in token.ancestors:
        own = own_subjects(above)
        if own == [token] and above.dep_ == "ccomp" and _is_free(above.head):
            continue
        if own:
            fronted = own[0].left_edge.i > token.i and above.i > token.i
            return own[0] if fronted and own[0] not in (token, *token.ancestors) else None
        if above.dep_ not in ("obl", "nmod", "advcl", "obj", "xcomp", "conj", "acl"):
            return None
    return None


def _is_free(verb: Token) -> bool:
    """Whether a verb stands as a participle without a subject: "saying", "having said"."""
    return is_participle(verb) and verb.dep_ == "advcl" and not own_subjects(verb) and not markers(verb)


def stands_for_a_clause(pronoun: Token) -> bool:
    """Whether "it" only holds the place of a clause: "it emerged that Hale knew"."""
    if pronoun.dep_ == "expl":
        return True
    if pronoun.dep_ not in ANY_SUBJECT:
        return False
    clauses = {child.dep_ for child in pronoun.head.children}
    acts_on_nothing = pronoun.dep_ in PASSIVE or bool(clauses & {"cop"})
    return "csubj" in clauses or (acts_on_nothing and bool(clauses & {"ccomp", "advcl", "csubj:pass"}))


def is_extraposed(verb: Token) -> bool:
    """Whether "it" holds the place of an infinitive that nobody is said to do: "it is too soon to say"."""
    if not is_infinitive(verb) or is_verb(verb.head):
        return False
    return verb.dep_ == "csubj" or any(
        c.lower_ == "it" and stands_for_a_clause(c) for c in verb.head.lefts if c.dep_ in ANY_SUBJECT
    )


@remembered
def own_auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb that are its own, not those of a verb it is coordinated with."""
    return [child for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop")]


def asks(clause: Token) -> bool:
    """Whether a clause that completes a verb asks something: "who came", "whether it fell"."""
    first = clause.left_edge
    return first.tag_ in ("WP", "WRB", "WDT", "WP$") or first.lower_ in ("if", "whether")


def particles(verb: Token) -> list[Token]:
    """The particles that make another verb of a verb: "dropped out", "turned the offer down"."""
    found = [child for child in verb.rights if child.dep_ == "compound:prt"]
    if len(found) < 2:
        return found
    between = verb.doc[verb.i + 1 : found[-1].i]
    later = next((t.i for t in between if t.tag_ in ("VBZ", "VBD", "VBP")), verb.sent.end)
    return [child for child in found if child.i < later]  # "to drop out died down": down is the other's


@remembered
def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb, left to right; a coordinated verb without any shares those of the first."""
    own = own_auxiliaries(verb)
    if (
        not own
        and is_coordinated(verb)
        and is_verb(verb.head)
        and not own_subjects(verb)
        and verb.tag_ in ("VB", "VBN", "VBG")
    ):
        shared = auxiliaries(verb.head)
        return shared if _fits(verb, shared) else []
    if own and own[0].tag_ == "VB" and is_coordinated(verb) and not own_subjects(verb):
        return [*(a for a in own_auxiliaries(first_conjunct(verb)) if a.tag_ == "MD"), *own]
    return own


def _fits(verb: Token, shared: list[Token]) -> bool:
    """Whether auxiliaries go with the form of a verb: "has met and paid", not "could not say but denied"."""
    if verb.tag_ != "VBN" or not shared:
        return True
    gerund = any(c.tag_ == "VBG" and c.dep_ == "xcomp" and not markers(c) for c in verb.rights)
    return shared[-1].lemma_ == "have" or (shared[-1].lemma_ == "be" and not gerund)


@remembered
def adverbs(token: Token) -> list[Token]:
    """The adverbs and negations that modify a token, and those that modify these ("hardly ever")."""
    own = [c for c in token.children if c.dep_ == "advmod" or "Neg" in c.morph.get("Polarity", ())]
    return own and own + [c for adverb in own for c in adverb.children if c.dep_ == "advmod"]


def markers(verb: Token) -> list[str]:
    """The words that open a subordinate clause ("as if", "that", "before"), lower case; "to" is none."""
    opening = ("when", "where", "why", "how", "whenever")
    return [
        child.lower_
        for child in verb.lefts
        if (child.dep_ == "mark" and child.lower_ != "to")
        or (child.dep_ == "advmod" and child.lower_ in opening)
    ]


def prepositions(verb: Token) -> list[str]:
    """The prepositions before a participle, lower case: "of rejecting", "instead of meeting"."""
    return [c.lower_ for c in verb.lefts if c.dep_ == "case" or any(w.dep_ == "fixed" for w in c.children)]


def is_joined_infinitive(verb: Token) -> bool:
    """Whether a bare verb goes on from an infinitive, whatever it hangs on: "to stop and listen"."""
    bare = is_verb(verb) and verb.tag_ == "VB" and not own_subjects(verb) and not own_auxiliaries(verb)
    return bare and any(
        t.lower_ in ("and", "or", "then") for t in verb.doc[max(0, verb.left_edge.i - 3) : verb.i]
    )


def is_participle(verb: Token) -> bool:
    """Whether a verb stands as a participle: "led", "leading"."""
    return verb.tag_ in ("VBN", "VBG")


def is_filler(verb: Token) -> bool:
    """Whether "I mean" or "you know" only fills a pause: nothing completes it, and commas set it apart.

    So do "that said", "all told" and "I'll tell you what".
    """
    if verb.lower_ == "tell" and [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]] == ["you", "what"]:
        return verb.i + 3 >= verb.sent.end or verb.nbor(3).is_punct
    if verb.lower_ in ("said", "told") and verb.dep_ in ("advcl", "acl", "parataxis", "dep"):
        own = own_subjects(verb)
        so = bool(own) and own[0].lower_ in ("that", "this", "all") and own[0].i < verb.i
        return so and verb.nbor().text == "," and not any(c.dep_ == "obj" for c in verb.rights)
    if verb.lower_ not in ("mean", "know", "see"):
        return False
    own = own_subjects(verb)
    words = (own[0].lower_, verb.lower_) if own else ()
    if words not in (("i", "mean"), ("you", "know"), ("you", "see")) or own[0].i != verb.i - 1:
        return False
    after = verb.nbor().text if verb.i + 1 < len(verb.doc) else "."
    return after in (",", "…", "...", "–", "—", "-") and not any(c.dep_ == "obj" for c in verb.rights)


def heads_clause(word: Token) -> bool:
    """Whether a pronoun stands for a clause with a subject of its own after it: "what it is"."""
    return any(c.dep_ in SUBJECT for c in word.rights) and any(c.dep_ == "cop" for c in word.rights)


#: What can be to do something, but does nothing: "the goal is winning Oxley".
_MATTERS = frozenset(
    (
        *("aim", "answer", "challenge", "goal", "hope", "job", "key", "mission", "objective", "point"),
        *("priority", "purpose", "step", "task", "thing", "trick"),
    )
)


def is_predicate_gerund(verb: Token) -> bool:
    """Whether an -ing form after "be" says what something is: "the goal is winning Oxley"."""
    if not is_gerund(verb):
        return False
    first = verb
    while is_coordinated(first) and is_verb(first.head) and not _says_what(first):
        first = first.head  # "it is about winning seats and beating Marsh"
    return _says_what(first)


def _says_what(verb: Token) -> bool:
    """Whether it follows "be about", or "be" and what can only be done by others."""
    before = [word.lemma_ for word in verb.doc[max(0, verb.i - 3) : verb.i]]
    if before[-1:] == ["about"] and "be" in before:
        return True
    own = own_subjects(verb)
    be = any(child.lemma_ == "be" and child.dep_ in ("aux", "cop") for child in verb.lefts)
    return be and bool(own) and own[-1].lemma_.lower() in _MATTERS


def is_perfect_gerund(verb: Token) -> bool:
    """Whether a verb stands as "having …": "denied having met Marsh"."""
    return verb.tag_ == "VBN" and any(a.lower_ == "having" for a in auxiliaries(verb)[:1])


def is_past_participle(verb: Token) -> bool:
    """Whether a verb stands as a past participle."""
    return verb.tag_ == "VBN"


def is_relative_clause(verb: Token) -> bool:
    """Whether a verb heads a relative clause, not one that gives a noun its content ("claims he paid")."""
    if verb.dep_ != "acl:relcl":
        return False
    own = [subject for subject in own_subjects(verb) if subject.tag_ != "WDT"]  # "schools that left Oxley"
    filled = any(c.dep_ in ("obj", "iobj") for c in verb.children) and bool(own)
    linked = any(t.lower_ in _LINKS for t in verb.doc[verb.left_edge.i : verb.i])
    return linked or not filled


def tells(token: Token) -> bool:
    """Whether a word heads a clause with a tense that no conjunction opens: not so in "if it fell"."""
    words = (token, *own_auxiliaries(token))
    finite = any(word.tag_ in ("VBD", "VBZ", "VBP", "MD") for word in words)
    free = token.dep_ in ("ROOT", "ccomp", "parataxis", "conj")
    return finite and free and not any(mark != "that" for mark in markers(token))


def is_auxiliary(verb: Token) -> bool:
    """Whether an auxiliary stands for a verb that is left out: "he might", "so would she"."""
    return verb.tag_ == "MD"


def opens_like_a_preposition(verb: Token, words: frozenset[str]) -> bool:
    """Whether a participle only opens a phrase: "given that it fell", "as needed", "as expected".

    Args:
        verb: the participle.
        words: the participles that are used so.
    """
    free = verb.dep_ in ("advcl", "acl", "dep", "parataxis") and not own_subjects(verb)
    if not free or own_auxiliaries(verb):
        return False
    bare = verb.tag_ == "VBN" and not any(c.dep_ not in ("mark", "advmod", "punct") for c in verb.children)
    if bare and markers(verb) == ["as"]:
        return True
    opened = any(c.dep_ in ("obj", "ccomp", "obl") for c in verb.rights) and not markers(verb)
    if opened and verb.nbor().lower_ in ("a", "an"):
        return False  # "given a choice, Hale left"
    return verb.lower_ in words and opened and not any(c.lower_ == "by" for t in verb.rights for c in t.lefts)


def describes_since(verb: Token, start: int) -> bool:
    """Whether a clause says more of a noun that stands after a token: "– something Hale understood"."""
    return verb.dep_ == "acl:relcl" and start < verb.head.i < verb.i


def is_bare_predicate(token: Token) -> bool:
    """Whether what completes a verb is a noun or adjective without a subject: "branded Hale a liar"."""
    words = ("cop", "aux", *SUBJECT, *PASSIVE)
    return token.dep_ == "xcomp" and not is_verb(token) and not any(c.dep_ in words for c in token.children)


def is_denied_cleft(verb: Token) -> bool:
    """Whether a relative clause says who it was not: "It was not Hale who paid"."""
    words = [w for w in verb.head.children if "Neg" in w.morph.get("Polarity", [])]
    return bool(words) and any(child.dep_ == "cop" for child in verb.head.children)


def begins_with_auxiliary(verb: Token) -> bool:
    """Whether a clause sets its auxiliary first, to ask or to suppose: "Had Hale known, …"."""
    subjects = own_subjects(verb)
    auxiliaries = own_auxiliaries(verb)
    if not subjects or not auxiliaries or auxiliaries[0].i > subjects[0].left_edge.i:
        return False
    before = verb.doc[verb.left_edge.i : auxiliaries[0].i]
    return all(token.is_punct for token in before)


def is_juxtaposed(verb: Token) -> bool:
    """Whether a clause only stands beside another: after a dash, or telling who says what it goes on with."""
    return verb.dep_ in ("parataxis", "discourse") or _says_in_relative(verb)


def _says_in_relative(verb: Token) -> bool:
    """Whether a relative clause is put into the mouth of somebody: "which Hale said would cost more"."""
    if verb.dep_ not in ("acl:relcl", "advcl:relcl"):
        return False
    told = [c for c in verb.children if c.dep_ == "ccomp" and c.tag_ != "VB" and c.i > verb.i]
    return bool(_named(verb)) and any(not _named(clause) for clause in told)


def _named(verb: Token) -> list[Token]:
    """The subjects of a verb that are no relative pronouns."""
    return [c for c in verb.lefts if c.dep_ in ANY_SUBJECT and c.lower_ not in (*_LINKS, "that")]


def only_limits(word: Token) -> bool:
    """Whether a negation only limits: "not only", "didn't just", "not until"."""
    following = word.nbor().lower_ if word.i + 1 < len(word.doc) else ""
    limiting = ("only", "just", "merely", "simply", "until", "least")
    if following in ("just", "simply") and word.i and word.nbor(-1).lower_ in ("ca", "can", "could"):
        return False  # "cannot just sack her"
    granted = ("incidentally", "surprisingly", "coincidentally", "accidentally", "unexpectedly")
    return word.lower_ in ("not", "n't", "n’t") and following in (*limiting, *granted)


def is_scare_quoted(noun: Token) -> bool:
    """Whether a single word stands between quotation marks: "her “attack” was a handshake"."""
    doc, index = noun.doc, noun.i
    return 0 < index < len(doc) - 1 and doc[index - 1].is_quote and doc[index + 1].is_quote


def first_conjunct(verb: Token) -> Token:
    """The verb or adjective that a chain of coordinated verbs or adjectives starts with."""
    while verb.dep_ == "conj" and (is_verb(verb.head) or verb.pos_ == verb.head.pos_ == "ADJ"):
        verb = verb.head
    return verb


def joined(verb: Token) -> list[Token]:
    """A verb and those coordinated with it."""
    return [verb, *(found for child in verb.children if child.dep_ == "conj" for found in joined(child))]


def opened_aside(verb: Token) -> int | None:
    """The dash that opens the aside which ends right before a verb: "Hale – who lost – calling it a mess"."""
    doc, closing = verb.doc, verb.i - 1
    if closing < verb.sent.start or doc[closing].text not in _DASHES:
        return None
    opening = [t.i for t in doc[verb.sent.start + 1 : closing] if t.text in _DASHES]
    return opening[-1] if opening and doc[opening[-1] - 1].pos_ in ("PROPN", "NOUN") else None


def is_coordinated(verb: Token) -> bool:
    """Whether a verb follows another that it is coordinated with."""
    return verb.dep_ == "conj"


def is_adverbial_clause(verb: Token) -> bool:
    """Whether a verb heads a clause of time, purpose or manner."""
    return verb.dep_ in ("advcl", "advcl:relcl")


def is_noun_clause(verb: Token) -> bool:
    """Whether a verb says what a noun is about ("decision to …")."""
    return verb.dep_ == "acl" or (verb.dep_ == "acl:relcl" and not is_relative_clause(verb))


def is_imperative(verb: Token) -> bool:
    """Whether a verb tells somebody to act: a bare form without a subject at the head of its clause."""
    head = verb
    while head.dep_ == "conj" and is_verb(head.head):
        head = head.head
    bare = head.tag_ == "VB" and head.dep_ in ("ROOT", "ccomp", "parataxis") and not is_infinitive(head)
    return bare and not own_subjects(head) and not own_auxiliaries(head)


def may_describe(verb: Token) -> bool:
    """Whether what is parsed as a verb may be a participle before its noun: "rows over falling bills".

    So it may between a preposition and a bare noun: after "into", "over" and the like always, after "of"
    where that hangs on a noun ("victims of falling bills", but "accused of selling arms").
    """
    if not is_gerund(verb) or verb.i == 0 or verb.i + 1 >= len(verb.doc):
        return False
    before, after = verb.nbor(-1), verb.nbor()
    bare = after.pos_ in ("NOUN", "PROPN", "ADJ") and after.head in (verb, verb.head, *verb.children)
    topical = before.lower_ in ("into", "over", "on", "about", "against", "around")
    return bare and (topical or (before.lower_ == "of" and not is_verb(verb.head)))


def infinitive_or_participle(verb: Token) -> bool:
    """Whether a verb has no tense of its own: subject and reality then come from the clause above."""
    if not (verb.tag_ in ("VB", "VBG", "VBN") or is_infinitive(verb)):
        return False
    if own_subjects(verb) and not (is_infinitive(verb) and "for" in markers(verb)):
        return False
    finite = (c.dep_ != "cop" and "Fin" in c.morph.get("VerbForm", ()) for c in own_auxiliaries(verb))
    return not any(finite)


def verb_group(verb: Token) -> int:
    """Where the words that stand right before a verb and belong to it begin: "has never said", "to say"."""
    first = verb.i
    while first > 0:
        word = verb.doc[first - 1]
        opens = word.head == verb and (
            word.dep_ in ("aux", "aux:pass", "cop", "advmod") or word.lower_ == "to"
        )
        if not opens or word.lower_ in _LINKS or word.lower_ in ("why", "how"):
            break
        first -= 1
    return first


def clause(verb: Token) -> tuple[int, int]:
    """The whole clause of `verb` as (first, last) token, without punctuation at its edges."""
    first, last = verb.left_edge.i, verb.right_edge.i
    return trimmed(verb, first, last)
