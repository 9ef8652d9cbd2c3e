"""How English realises who does what to whom: subjects, objects, obliques and complements of a verb."""

from __future__ import annotations

from ..remembered import remembered
from ..tokens import Token
from .antecedents import is_about_what, left_out, points_back
from .clauses import first_conjunct, infinitive_or_participle, is_extraposed
from .control import (
    MOVING,
    NEEDING,
    PROMISING,
    USING,
    called_on,
    controls,
    is_charge,
    is_had,
    tells_its_subject,
)
from .nouns import conjuncts, governing_verb, possessors
from .object_heads import goes_on, own_objects, shared_object
from .observed import is_own_doing
from .open_doers import (
    asks_others,
    holds_place,
    is_from_one_to_another,
    is_left_open,
    shares_no_subject,
    upon_whom,
)
from .participles import follows_comma
from .relatives import is_relative, relative_antecedent, said_of
from .singled_out import singled_out
from .subject_heads import own_subjects
from .voice import doers_of_passive, has_place_holder, passive
from .words import (
    ANY_SUBJECT,
    SUBJECT,
    by_position,
    is_finite,
    is_infinitive,
    is_nominal,
    is_predicate,
    is_verb,
    kind_of,
    preposition,
)


@remembered
def subjects(verb: Token) -> list[Token]:
    """The heads of a verb's subject in the active voice, coordination spelt out; none where none shows.

    A verb without one takes it from the verb it is coordinated with, from the one that controls it ("asked
    Hale to lead": Hale; "agreed to work": who agreed), or from the noun it modifies ("a party
    demanding …").
    """
    return _subjects(verb, depth=0)


def _subjects(verb: Token, depth: int) -> list[Token]:
    if passive(verb):
        return [found for agent in doers_of_passive(verb) for found in conjuncts(agent)]
    return _surface_subjects(verb, depth)


def _surface_subjects(verb: Token, depth: int) -> list[Token]:
    """What stands as grammatical subject, whatever the voice."""
    own = own_subjects(verb) or _name_before(verb)
    if own:
        if _after_its_verb(verb, own):
            return _surface_subjects(verb.head, depth + 1)
        # A parse may give two: of "who this afternoon told" who is meant, of "which Labour gave her" Labour.
        doer = own[0].i < verb.i < own[-1].i  # whoever follows opens a clause of their own: "…, Marsh said"
        doer = doer and not (verb.nbor(-1).is_quote and _follows(own[-1], verb))  # "…,” said Marsh
        first = own[0].lower_ == "who" or doer or _runs_on(own) or _is_aside(own[-1], verb)
        chosen = own[0] if first else own[-1]
        if is_relative(chosen):
            antecedent = None if points_back(chosen, verb) else relative_antecedent(verb)
            described = antecedent is not None and antecedent.dep_ == "appos" and antecedent.pos_ == "NOUN"
            if antecedent is not None and described and antecedent.head.pos_ == "PROPN":
                antecedent = antecedent.head  # "the OBC, the town's bank, which closed"
            about = [] if antecedent is None else conjuncts(said_of(antecedent))
            return [noun for noun in about if noun.i < chosen.i]  # "Hale, who left, and Marsh": Hale
        joined = any(t.lower_ == "and" for t in verb.doc[own[-2].i : chosen.i]) if len(own) > 1 else False
        return [*conjuncts(own[-2]), *conjuncts(chosen)] if joined else conjuncts(chosen)
    if depth > 6 or has_place_holder(verb):
        return []  # "Hale left, and it was claimed that Marsh lied"
    head = verb.head
    if is_from_one_to_another(verb) or is_left_open(verb):
        return []
    match verb.dep_:
        case "conj" if is_verb(head):
            shared = _surface_subjects(_fitting(head, verb), depth + 1)
            return [] if shares_no_subject(verb, shared) else shared
        case "conj" if any(child.dep_ in SUBJECT for child in head.children):
            return _of_predicate(head)  # "is sure of it and expects"
        case "conj" if is_nominal(head) and _fitting(head, verb) != head:
            return _surface_subjects(_fitting(head, verb), depth + 1)
        case "xcomp" | "advcl" | "ccomp" if infinitive_or_participle(verb) and not is_verb(head):
            if is_extraposed(verb):
                return [found for whom in upon_whom(verb) for found in conjuncts(whom)]
            head = first_conjunct(head)  # "inquiries are slow and unable to compel"
            if any(child.dep_ in SUBJECT for child in head.children):
                return _of_predicate(head)  # "inquiries should be able to compel"
            above = governing_verb(head)
            if above is not None and holds_place(above):
                return []  # "made it hard to recruit": nobody is named
            seen_as = above is not None and any(c.lower_ == "as" and c.i < head.i for c in head.children)
            if above is not None and seen_as and not passive(above) and objects(above):
                return objects(above)  # "regards Hale as able to pay"
            return _surface_subjects(above, depth + 1) if above is not None and above.i < verb.i else []
        case "xcomp" | "advcl" | "ccomp" if infinitive_or_participle(verb):
            called = called_on(head, verb)
            if tells_its_subject(head, verb):
                return []  # "said using the pier was wrong", "means closing the pier"
            if head.lemma_ in NEEDING and is_infinitive(verb) and passive(head):
                return _subjects(head, depth + 1)  # "the votes needed to win": not the votes
            if verb.dep_ == "advcl" and is_infinitive(verb) and head.lemma_ in (*MOVING, *USING):
                if head.lemma_ in USING and passive(head):  # "the strength needed to run": not the strength
                    return _subjects(head, depth + 1)
                return _surface_subjects(head, depth + 1)
            # Whoever gets something before what they get: "gave the envoy two days to leave".
            controlled = [] if head.lemma_ in PROMISING else indirect_objects(head) or objects(head) or called
            held = verb.dep_ == "xcomp" and not is_own_doing(verb)
            if controlled and (held or controls(head, verb, controlled[0])):
                return controlled
            return _surface_subjects(head, depth + 1)
        case "csubj" if is_infinitive(verb):
            return [found for whom in upon_whom(verb) for found in conjuncts(whom)]
        case "acl" if head.tag_ == "WRB" and is_infinitive(verb) and head.dep_ in ("obj", "advmod", "ccomp"):
            return _surface_subjects(head.head, depth + 1)  # "know how to use words"
        case "acl" if is_nominal(head) and is_had(head, verb):
            return _surface_subjects(head.head, depth + 1)
        case "acl" if (
            verb.i > head.i
            and is_predicate(whole := _counted_from(head))
            and verb.tag_ == "VBG"
            and follows_comma(verb)
        ):
            return _of_predicate_noun(whole, depth)  # "the rise became an issue, prompting talks"
        case "acl" if is_nominal(head) and not is_infinitive(verb) and (passive(verb) or verb.tag_ == "VBG"):
            return [] if any(c.dep_ in ("mark", "case") for c in verb.lefts) else [head]  # "of rejecting …"
        case "acl" if is_nominal(head) and is_taken_for_a_clause(verb):
            return conjuncts(head.head if head.dep_ == "conj" else head)
        case "acl" if singled := singled_out(verb):
            return singled
        case "acl" if is_nominal(head) and is_infinitive(verb):
            owner = possessors(head)
            above = head.head if head.dep_ == "obj" else None
            if above is not None and is_verb(above) and above.lemma_ == "use" and not passive(above):
                return _surface_subjects(head.head, depth + 1)  # "used the port to ship arms"
            if owner:
                asked = asks_others(head)  # "Hale's call to sell it": who is to do so is not said
                return [] if asked else [found for person in owner for found in conjuncts(person)]
            # Who would carry out "the decision to …" is not said; "gave Hale the chance to speak" says it.
            return indirect_objects(head.head) if head.dep_ == "obj" else []
        case "obj" | "obl" if is_verb(head) and head.i < verb.i:
            return _surface_subjects(head, depth + 1)  # a noun taken for a verb: "broke ranks … to demand"
    return []


def _after_its_verb(verb: Token, own: list[Token]) -> bool:
    """Whether a parse takes the object of a coordinated verb for its subject: "and accused Marsh"."""
    last = verb.nbor(-1) if verb.i else verb
    joined = verb.dep_ == "conj" and is_verb(verb.head) and any(c.dep_ == "cc" for c in verb.lefts)
    return joined and own[0].i > verb.i and not last.is_punct


def _follows(subject: Token, verb: Token) -> bool:
    """Whether a subject stands right behind its verb, or what belongs to it: "said Ada Hale"."""
    behind = verb.nbor()
    return subject in (behind, behind.head)


def _runs_on(own: list[Token]) -> bool:
    """Whether the second of two subjects only ends the phrase of the first: "a spokesman for the staff"."""
    if len(own) != 2 or own[0].right_edge.i + 1 != own[1].left_edge.i or own[0].pos_ != "NOUN":
        return False
    return any(t.pos_ == "ADP" for t in own[0].subtree)


def _is_aside(subject: Token, verb: Token) -> bool:
    """Whether commas part what a parse takes for a subject from it: "Hale, author of X, a book, said"."""
    first, last = subject.left_edge, subject.right_edge
    if last.i >= verb.i:
        return False
    after = last if last.text == "," else last.nbor()
    opened = first.i > verb.sent.start and first.nbor(-1).text in (",", "''", "”", '"')
    indefinite = first.lower_ in ("a", "an")
    return opened and indefinite and after.i < verb.i and after.text == ","


def _name_before(verb: Token) -> list[Token]:
    """The name right before a verb with a tense, where a parse joins the two as if both were nouns."""
    names = [c for c in verb.lefts if c.dep_ == "compound" and c.pos_ == "PROPN"] if is_finite(verb) else []
    return names if names and names[-1].right_edge.i == verb.i - 1 else []


def is_taken_for_a_clause(verb: Token) -> bool:
    """Whether a parse hangs a main verb on its own subject: "Hale and Marsh held talks" as a noun phrase."""
    finite = verb.tag_ in ("VBD", "VBZ") and verb.head.i < verb.i
    top = verb.head.head if verb.head.dep_ == "conj" else verb.head
    opened = any(c.dep_ in ("mark", "case") for c in verb.lefts)
    return finite and top.dep_ == "ROOT" and is_nominal(top) and not opened


def _fitting(head: Token, verb: Token) -> Token:
    """The verb that another can be coordinated with: in "said it would leave and suggested …" said.

    A verb with a tense of its own does not go on after "would", or after a noun, whatever the parse says; it
    goes on from the next verb above in the same tense.
    """
    bare = head.tag_ == "VB" and any(child.tag_ == "MD" for child in head.lefts)
    if verb.tag_ not in ("VBD", "VBZ") or not (bare or is_nominal(head)):
        return head
    above = head
    while above.dep_ != "ROOT" and above.tag_ != verb.tag_:
        above = above.head
    return above if above.tag_ == verb.tag_ and is_verb(above) else head


def _of_predicate(head: Token) -> list[Token]:
    """The subject of a predicate that is no verb; of "who is due to lead", whom the clause is about."""
    subject = [child for child in head.children if child.dep_ in SUBJECT][-1]
    described = relative_antecedent(head) if is_relative(subject) else subject
    return [] if described is None else conjuncts(described)


def _counted_from(noun: Token) -> Token:
    """The "one" before those whom it is one of: of "is one of the backers, spending …" one is told of."""
    one = noun.head
    counts = noun.dep_ == "nmod" and preposition(noun) == "of" and one.lower_ in ("one", "some", "part")
    return one if counts and one.i < noun.i else noun


def _of_predicate_noun(noun: Token, depth: int) -> list[Token]:
    """Of what a noun is predicated, by "be" or by "become"."""
    if noun.dep_ == "xcomp" and is_verb(noun.head):
        return _surface_subjects(noun.head, depth + 1)
    own = own_subjects(noun)
    return conjuncts(own[-1]) if own else [noun]


def tellers(noun: Token) -> list[Token]:
    """Who says the clause whose subject a noun or pronoun is: of "it" in "Oxley says it has paid", Oxley.

    Or the clause that this one hangs on: "Oxley says Marsh may go if it has paid".
    """
    clause = noun.head
    if noun.dep_ not in ANY_SUBJECT:
        return []
    while clause.dep_ == "advcl" and clause.head.i < noun.i:
        clause = clause.head
    told = clause.dep_ == "ccomp" and is_verb(clause.head)
    return subjects(clause.head) if told and clause.head.i < noun.i else []


@remembered
def objects(verb: Token) -> list[Token]:
    """The heads of a verb's object: of the active verb, or the subject of the passive one."""
    if passive(verb):
        return _surface_subjects(verb, 0) + own_objects(verb)
    own = own_objects(verb) or _only_objects(verb)
    if not own:
        subjects_after = [child for child in verb.rights if child.dep_ in SUBJECT]
        behind = subjects_after and _after_its_verb(verb, subjects_after)
        own = subjects_after if behind else shared_object(verb)
    if verb.dep_ == "acl:relcl":
        relative = [relative_antecedent(verb) for child in own if is_relative(child)] or left_out(verb, own)
        own = [child for child in own if not is_relative(child)]
        which = any(child.dep_ == "obj" and child.lower_ == "which" for child in verb.lefts)
        fit = (noun for noun in relative if noun is not None)
        own += [noun for noun in fit if not (which and kind_of(noun) == "person")]
    elif verb.dep_ == "xcomp" and not own:
        own = [noun for noun in left_out(verb, own) if noun is not None]
    found = [noun for token in own for noun in conjuncts(token)]
    return found and found + [child for child in verb.children if goes_on(child, found[-1])]


#: Objects before their verb that do not say what is meant.
_OPEN = ("what", "whatever", "whoever", "whomever", "which", "that", "who", "whom")


def has_open_object(verb: Token) -> bool:
    """Whether the object of a verb is "what", which stands for anything: "what the council decides".

    So is a relative pronoun that may stand for one of two: "his deal with Oxley, which Marsh rejected".
    """
    return is_about_what(verb) or any(child.dep_ == "obj" and child.lower_ in _OPEN for child in verb.lefts)


def given(verb: Token) -> tuple[list[Token], list[Token]] | None:
    """Who is given what by a passive: "Hale was promised a seat"; none for any other clause."""
    own = [child for child in verb.rights if child.dep_ == "obj"]
    whom = _surface_subjects(verb, 0) if own and passive(verb) else []
    return (whom, [found for thing in own for found in conjuncts(thing)]) if whom else None


@remembered
def indirect_objects(verb: Token) -> list[Token]:
    """The heads of a verb's indirect object ("told MPs that …")."""
    indirect = [child for child in verb.children if child.dep_ == "iobj" and child not in _only_objects(verb)]
    return [found for child in indirect for found in conjuncts(child)]


def _only_objects(verb: Token) -> list[Token]:
    """What a parse takes for an indirect object though there is nothing else that could be given or told."""
    found = [child for child in verb.children if child.dep_ == "iobj"]
    given = found and any(c.dep_ in ("obj", "ccomp", "xcomp", "parataxis") for c in verb.children)
    return [] if given else found


def gerunds(verb: Token, word: str | None) -> list[Token]:
    """The -ing clauses right after a verb or its preposition: "proposed closing", "called for closing"."""
    if objects(verb):
        return []
    found = [
        c for c in verb.rights if c.tag_ == "VBG" and c.dep_ in ("advcl", "ccomp", "xcomp", "acl", "obl")
    ]
    opening = [[w.lower_ for w in c.lefts if w.dep_ in ("mark", "case", "advmod", "punct")] for c in found]
    fit = [c for c, words in zip(found, opening, strict=True) if words == ([] if word is None else [word])]
    return [c for c in fit if c.left_edge.i == verb.i + 1][:1]


@remembered
def complements(verb: Token) -> list[Token]:
    """The heads of the clauses that complete a verb: that-clauses, infinitives, bare clauses."""
    found = [child for child in verb.rights if child.dep_ in ("ccomp", "xcomp") and child.tag_ != "TO"]
    for child in verb.rights:
        told = child.dep_ in ("advcl", "acl") and (is_infinitive(child) or is_charge(child))
        if told and (objects(verb) or indirect_objects(verb) or called_on(verb)):
            found.append(child)
    return sorted(found, key=by_position)
