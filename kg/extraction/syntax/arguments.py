"""How English realises who does what to whom: subjects, objects, obliques and complements of a verb."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from .clauses import infinitive_or_participle, is_adverbial_clause
from .nouns import conjuncts, governing_verb, possessors
from .words import PASSIVE, SUBJECT, by_position, is_infinitive, is_nominal, is_verb, preposition


def passive(verb: Token) -> bool:
    """Whether a verb is in the passive voice, reduced participles included."""
    if any(child.dep_ in ("aux:pass", *PASSIVE, "obl:agent") for child in verb.children):
        return True
    if any(child.dep_ in SUBJECT for child in verb.children):
        return False
    if verb.dep_ == "conj":
        return is_verb(verb.head) and verb.tag_ == "VBN" and passive(verb.head)
    reduced = verb.dep_ in ("acl", "advcl", "xcomp", "amod")
    return (reduced and "Pass" in verb.morph.get("Voice", [])) or (
        verb.dep_ == "acl"
        and verb.tag_ == "VBN"
        and not any(c.dep_ in ("aux", *SUBJECT) for c in verb.children)
    )


def subjects(verb: Token) -> list[Token]:
    """The heads of a verb's subject in the active voice, coordination spelt out; none where none shows.

    A verb without one takes it from the verb it is coordinated with, from the one that controls it ("asked
    Casey to oversee": Casey; "agreed to work": who agreed), or from the noun it modifies ("a party
    demanding …").
    """
    return _subjects(verb, depth=0)


def _subjects(verb: Token, depth: int) -> list[Token]:
    if passive(verb):
        return [found for agent in _agents(verb) for found in conjuncts(agent)]
    return _surface_subjects(verb, depth)


def _agents(verb: Token) -> list[Token]:
    by = [c for c in verb.children if c.dep_ == "obl:agent"]
    return by or [c for c in verb.children if c.dep_ == "obl" and preposition(c) == "by" and is_nominal(c)]


def _surface_subjects(verb: Token, depth: int) -> list[Token]:
    """What stands as grammatical subject, whatever the voice."""
    own = [child for child in verb.children if child.dep_ in SUBJECT + PASSIVE]
    if own:
        # A parse may give two: of "who this afternoon told" who is meant, of "which Labour gave her" Labour.
        chosen = own[0] if own[0].lower_ == "who" else own[-1]
        resolved = relative_antecedent(chosen, verb) or chosen
        return conjuncts(resolved)
    if depth > 6:
        return []
    head = verb.head
    match verb.dep_:
        case "conj" if is_verb(head):
            return _surface_subjects(head, depth + 1)
        case "xcomp" | "advcl" | "ccomp" if infinitive_or_participle(verb) and not is_verb(head):
            described = [child for child in head.children if child.dep_ in SUBJECT]
            if described:  # "inquiries should be able to compel"
                return conjuncts(described[-1])
            above = governing_verb(head)
            return _surface_subjects(above, depth + 1) if above is not None and above.i < verb.i else []
        case "xcomp" | "advcl" | "ccomp" if infinitive_or_participle(verb):
            controlled = objects(head) or indirect_objects(head)
            if controlled and (verb.dep_ == "xcomp" or _controls(head, verb, controlled[0])):
                return controlled
            return _surface_subjects(head, depth + 1)
        case "acl" if is_nominal(head) and not is_infinitive(verb) and (passive(verb) or verb.tag_ == "VBG"):
            return [] if any(c.dep_ in ("mark", "case") for c in verb.lefts) else [head]  # "of rejecting …"
        case "acl" if is_nominal(head) and is_infinitive(verb):
            owner = possessors(head)
            if owner:
                return [found for person in owner for found in conjuncts(person)]
            return []  # who would carry out "the decision to …" is not said
        case "obj" | "obl" if is_verb(head) and head.i < verb.i:
            return _surface_subjects(head, depth + 1)  # a noun taken for a verb: "broke ranks … to demand"
    return []


def _controls(head: Token, verb: Token, controlled: Token) -> bool:
    """Whether an object right before "to …" is what that infinitive is about ("asked Casey to oversee")."""
    return (
        is_infinitive(verb)
        and head.i < controlled.i < verb.i
        and not any(
            child.dep_ == "punct" and controlled.i < child.i < verb.i
            for child in (*head.children, *verb.children)
        )
    )


def relative_antecedent(pronoun: Token, verb: Token) -> Token | None:
    """The noun that who, which or that stands for."""
    if pronoun.lower_ not in ("who", "which", "that", "whom") or verb.dep_ != "acl:relcl":
        return None
    return verb.head


def objects(verb: Token) -> list[Token]:
    """The heads of a verb's object: of the active verb, or the subject of the passive one."""
    if passive(verb):
        found = [t for t in _surface_subjects(verb, 0)]
        return found + [c for c in verb.children if c.dep_ == "obj"]
    own = [child for child in verb.children if child.dep_ == "obj"]
    if not own and verb.dep_ == "acl:relcl" and any(c.dep_ in SUBJECT for c in verb.children):
        relative = [c for c in verb.subtree if c.lower_ in ("who", "whom") and c.dep_ == "obj"]
        own = [verb.head] if relative else []
    return [found for token in own for found in conjuncts(_antecedent_of_object(token, verb))]


def _antecedent_of_object(token: Token, verb: Token) -> Token:
    if token.lower_ in ("which", "that", "whom", "who") and verb.dep_ == "acl:relcl":
        return verb.head
    return token


def indirect_objects(verb: Token) -> list[Token]:
    """The heads of a verb's indirect object ("told MPs")."""
    return [found for child in verb.children if child.dep_ == "iobj" for found in conjuncts(child)]


def obliques(verb: Token) -> Iterator[tuple[str, Token]]:
    """The prepositional phrases of a verb: preposition (lower case) and head noun, coordination spelt out."""
    for child in verb.children:
        if child.dep_ in ("obl", "nmod", "obl:agent") and is_nominal(child):
            word = preposition(child)
            if word and not (word == "by" and passive(verb)):
                yield from ((word, found) for found in conjuncts(child))


def complements(verb: Token) -> list[Token]:
    """The heads of the clauses that complete a verb: that-clauses, infinitives, bare clauses."""
    found = [child for child in verb.children if child.dep_ in ("ccomp", "xcomp") and child.i > verb.i]
    for child in verb.children:
        if (
            child.dep_ == "advcl"
            and child.i > verb.i
            and is_infinitive(child)
            and objects(verb) + indirect_objects(verb)
        ):
            found.append(child)
    return sorted(found, key=by_position)


def is_complement(verb: Token) -> bool:
    """Whether a verb heads a complement clause of the verb above."""
    return verb.dep_ in ("ccomp", "xcomp") or (is_adverbial_clause(verb) and verb in complements(verb.head))


def followed_by(verb: Token, words: tuple[str, ...]) -> bool:
    """Whether particles and prepositions stand by a verb, in order: "turned the offer down"."""
    if not words:
        return True
    sentence = verb.sent.end
    particle = next((c for c in verb.rights if c.dep_ == "compound:prt" and c.lower_ == words[0]), None)
    start = particle.i if particle is not None else verb.i + 1
    if start < sentence and verb.doc[start].pos_ == "ADV" and verb.doc[start].lower_ != words[0]:
        start += 1
    following = tuple(t.lower_ for t in verb.doc[start : min(start + len(words), sentence)])
    return following == words or (len(words) == 1 and not objects(verb) and words[0] in dict(obliques(verb)))
