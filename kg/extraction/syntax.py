"""How English realises subjects, objects and complements: the one file that knows dependency labels (UD)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

_SUBJECT = ("nsubj", "csubj", "nsubj:outer")
_PASSIVE = ("nsubj:pass", "csubj:pass")
_NOUNS = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM")
_NAME_PARTS = ("flat", "compound", "nmod:desc", "fixed", "goeswith")
_NOT_IN_PHRASE = ("conj", "cc", "acl:relcl", "appos", "parataxis", "advcl", "advcl:relcl", "cop", "aux", "aux:pass", "nsubj", "nsubj:pass", "expl", "ccomp", "mark", "discourse", "vocative", "list", "dep", "obl", "obl:unmarked", "advmod:relcl")  # fmt: skip
_CLAUSE = ("ccomp", "xcomp", "advcl", "acl", "acl:relcl", "conj", "parataxis", "ROOT", "csubj", "advcl:relcl")


def is_verb(token: Token) -> bool:
    """Whether a token heads a clause of its own as a verb."""
    return token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ in _CLAUSE)


def is_nominal(token: Token) -> bool:
    """Whether a token can head a noun phrase."""
    return token.pos_ in _NOUNS


def passive(verb: Token) -> bool:
    """Whether a verb is in the passive voice, reduced participles included."""
    if any(child.dep_ in ("aux:pass", *_PASSIVE, "obl:agent") for child in verb.children):
        return True
    if any(child.dep_ in _SUBJECT for child in verb.children):
        return False
    return "Pass" in verb.morph.get("Voice", []) or (
        verb.dep_ == "acl"
        and verb.tag_ == "VBN"
        and not any(c.dep_ in ("aux", *_SUBJECT) for c in verb.children)
    )


def conjuncts(token: Token) -> list[Token]:
    """A token and what is coordinated with it, in reading order."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i and is_nominal(child) == is_nominal(token):
            found.extend(conjuncts(child))
    return sorted(found, key=_position)


def subjects(verb: Token) -> list[Token]:
    """The heads of a verb's subject in the active voice, coordination spelt out; empty where none is expressed.

    A verb without one takes it from the verb it is coordinated with, from the one that controls it ("asked Casey to
    oversee": Casey; "agreed to work": who agreed), or from the noun it modifies ("a party demanding …").
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
    own = [child for child in verb.children if child.dep_ in _SUBJECT + _PASSIVE]
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
            above = governing_verb(head)
            return _surface_subjects(above, depth + 1) if above is not None and above.i < verb.i else []
        case "xcomp" | "advcl" | "ccomp" if infinitive_or_participle(verb):
            controlled = objects(head) or indirect_objects(head)
            if controlled and (verb.dep_ == "xcomp" or _controls(head, verb, controlled[0])):
                return controlled
            return _surface_subjects(head, depth + 1)
        case "acl" if is_nominal(head) and not _has_to(verb) and (passive(verb) or verb.tag_ == "VBG"):
            return [] if any(c.dep_ in ("mark", "case") for c in verb.lefts) else [head]  # "of rejecting …"
        case "acl" if is_nominal(head) and _has_to(verb):
            owner = possessors(head)
            if owner:
                return [found for person in owner for found in conjuncts(person)]
            if is_verb(head.head) and head.dep_ in ("obj", "ROOT"):
                return _surface_subjects(head.head, depth + 1)
            return []
        case "acl:relcl":
            return []
    return []


def _controls(head: Token, verb: Token, controlled: Token) -> bool:
    """Whether an object right before "to …" is what that infinitive is about ("asked Casey to oversee")."""
    return (
        _has_to(verb)
        and head.i < controlled.i < verb.i
        and not any(
            child.dep_ == "punct" and controlled.i < child.i < verb.i
            for child in (*head.children, *verb.children)
        )
    )


def _has_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ in ("mark", "aux") for child in verb.children)


def infinitive_or_participle(verb: Token) -> bool:
    """Whether a verb has no tense of its own, so that its subject and its reality come from the clause above."""
    if any(child.dep_ in _SUBJECT + _PASSIVE for child in verb.children):
        return False
    finite = any(
        c.dep_ in ("aux", "aux:pass") and "Fin" in c.morph.get("VerbForm", []) for c in verb.children
    )
    return not finite and (_has_to(verb) or verb.tag_ in ("VB", "VBG", "VBN"))


def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands as "to …"."""
    return _has_to(verb)


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
    if not own and verb.dep_ == "acl:relcl" and any(c.dep_ in _SUBJECT for c in verb.children):
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


def noun_modifiers(noun: Token) -> Iterator[tuple[str, Token]]:
    """The prepositional phrases of a noun: preposition (lower case) and head noun, coordination spelt out."""
    for child in noun.children:
        if child.dep_ in ("nmod", "obl") and is_nominal(child) and child.i > noun.i:
            word = preposition(child)
            if word:
                yield from ((word, found) for found in conjuncts(child))


def preposition(noun: Token) -> str | None:
    """The preposition before a noun phrase, lower case."""
    cases = [child for child in noun.lefts if child.dep_ == "case"]
    return cases[0].lower_ if cases else None


def complements(verb: Token) -> list[Token]:
    """The heads of the clauses that a verb takes as its complement: that-clauses, infinitives, bare clauses."""
    found = [child for child in verb.children if child.dep_ in ("ccomp", "xcomp") and child.i > verb.i]
    for child in verb.children:
        if (
            child.dep_ == "advcl"
            and child.i > verb.i
            and _has_to(child)
            and objects(verb) + indirect_objects(verb)
        ):
            found.append(child)
    return sorted(found, key=_position)


def clausal_modifiers(noun: Token) -> list[Token]:
    """The clauses that say what a noun is about ("decision to …", "claim that …")."""
    return [child for child in noun.children if child.dep_ in ("acl", "ccomp") and child.i > noun.i]


def governor(token: Token) -> Token | None:
    """The token that a clause depends on; none for the main clause."""
    return None if token.dep_ == "ROOT" else token.head


def first_conjunct(verb: Token) -> Token:
    """The verb that a chain of coordinated verbs starts with."""
    while verb.dep_ == "conj" and is_verb(verb.head):
        verb = verb.head
    return verb


def is_coordinated(verb: Token) -> bool:
    """Whether a verb follows another that it is coordinated with."""
    return verb.dep_ == "conj"


def is_adverbial_clause(verb: Token) -> bool:
    """Whether a verb heads a clause of time, purpose or manner."""
    return verb.dep_ in ("advcl", "advcl:relcl")


def is_noun_clause(verb: Token) -> bool:
    """Whether a verb says what a noun is about ("decision to …")."""
    return verb.dep_ == "acl"


def is_complement(verb: Token) -> bool:
    """Whether a verb heads a complement clause of the verb above."""
    return verb.dep_ in ("ccomp", "xcomp") or (is_adverbial_clause(verb) and verb in complements(verb.head))


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
        return auxiliaries(verb.head)
    return own


def own_auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb that are its own, not those of a verb it is coordinated with."""
    return [child for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop")]


def own_subjects(verb: Token) -> list[Token]:
    """The subjects expressed in a verb's own clause."""
    return [child for child in verb.children if child.dep_ in _SUBJECT + _PASSIVE]


def is_gerund(verb: Token) -> bool:
    """Whether a verb stands in its -ing form."""
    return verb.tag_ == "VBG"


def is_subject_of(noun: Token, verb: Token) -> bool:
    """Whether a noun phrase stands as the subject of a verb, or inside it."""
    return any(noun.i == child.i or child.is_ancestor(noun) for child in own_subjects(verb))


def governing_verb(noun: Token) -> Token | None:
    """The verb of the clause in which a noun stands; none in a heading without one."""
    token = noun
    while token.dep_ != "ROOT":
        token = token.head
        if is_verb(token):
            return token
    return None


def top_of_phrase(noun: Token) -> Token:
    """The head of the whole noun phrase that ends in a noun: of "the leader of the council", the leader."""
    noun = name_head(noun)
    while preposition(noun) and noun.dep_ in ("nmod", "obl") and is_nominal(noun.head) and noun.head.i < noun.i:
        noun = name_head(noun.head)
    return noun


def times(verb: Token, time_nouns: frozenset[str]) -> list[Token]:
    """The heads of the expressions that say when: "last week", "on Monday", "in 2022"."""
    return [
        child
        for child in verb.children
        if child.dep_ in ("obl:unmarked", "obl", "nmod:unmarked")
        and (child.lower_ in time_nouns or _is_year(child))
    ]


def _is_year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit() and token.text[:2] in ("18", "19", "20")


def adverbs(token: Token) -> list[Token]:
    """The adverbs and negations that modify a token."""
    return [
        child
        for child in token.children
        if child.dep_ == "advmod" or "Neg" in child.morph.get("Polarity", [])
    ]


def is_definite(noun: Token) -> bool:
    """Whether a noun phrase speaks of something known: "the request", "her offer"."""
    words = [child.lower_ for child in noun.children if child.dep_ in ("det", "nmod:poss")]
    return any(
        word not in ("a", "an", "no", "any", "some", "another", "every", "each", "both") for word in words
    )


def determiners(noun: Token) -> list[Token]:
    """The articles and quantifiers of a noun."""
    return [child for child in noun.children if child.dep_ in ("det", "det:predet")]


def marker(verb: Token) -> str | None:
    """The word that opens a subordinate clause ("if", "that", "before"), lower case; "to" is none."""
    marks = [child for child in verb.children if child.dep_ == "mark" and child.lower_ != "to"]
    return marks[0].lower_ if marks else None


def followed_by(verb: Token, words: tuple[str, ...]) -> bool:
    """Whether particles and prepositions stand by a verb in this order: "turned down", "turned the offer down"."""
    if not words:
        return True
    sentence = verb.sent.end
    particle = next((c for c in verb.rights if c.dep_ == "compound:prt" and c.lower_ == words[0]), None)
    start = particle.i if particle is not None else verb.i + 1
    if start < sentence and verb.doc[start].pos_ == "ADV" and verb.doc[start].lower_ != words[0]:
        start += 1
    following = tuple(t.lower_ for t in verb.doc[start : min(start + len(words), sentence)])
    return following == words or (len(words) == 1 and not objects(verb) and words[0] in dict(obliques(verb)))


def is_premodifier(noun: Token) -> bool:
    """Whether a noun only modifies a noun after it ("child protection")."""
    return noun.dep_ in ("compound", "amod", "nmod:desc") and noun.head.i > noun.i


def is_attributive(verb: Token) -> bool:
    """Whether a participle stands before a noun as an adjective ("the proposed bridge")."""
    return verb.dep_ in ("amod", "compound")


def possessors(noun: Token) -> list[Token]:
    """Whose it is: "Labour's", "her"."""
    return [child for child in noun.children if child.dep_ == "nmod:poss"]


def compounds(noun: Token) -> list[Token]:
    """The nouns before a noun that modify it ("Government support")."""
    return [child for child in noun.children if child.dep_ in ("compound", "nmod:desc") and is_nominal(child)]


def appositions(noun: Token) -> list[Token]:
    """The noun phrases set beside a noun to say what it is."""
    return [child for child in noun.children if child.dep_ in ("appos", "nmod:desc") and is_nominal(child)]


def is_apposition(token: Token) -> bool:
    """Whether a noun phrase only says what the one before it is."""
    return token.dep_ == "appos"


def predicate_nominal_of(noun: Token) -> Token | None:
    """The subject of which a noun is predicated: "X is the chair" gives X."""
    if any(child.dep_ == "cop" for child in noun.children):
        return next((child for child in noun.children if child.dep_ in _SUBJECT), None)
    return None


def is_subject(token: Token) -> bool:
    """Whether a token heads the grammatical subject of its clause."""
    return token.dep_ in _SUBJECT + _PASSIVE


def is_possessor(token: Token) -> bool:
    """Whether a token says whose something is ("her review")."""
    return token.dep_ == "nmod:poss"


def is_name_part(token: Token) -> bool:
    """Whether a token belongs to the name or title headed by another."""
    return token.dep_ in _NAME_PARTS


def name_head(token: Token) -> Token:
    """The head of the name or compound that a token belongs to."""
    while is_name_part(token) and token.head != token:
        token = token.head
    return token


def phrase(head: Token) -> tuple[int, int]:
    """The noun phrase of `head` as (first, last) token: modifiers and "of …" included, clauses and conjuncts not."""
    first = last = head.i
    for child in head.children:
        if (
            child.dep_ in _NOT_IN_PHRASE
            or child.dep_ == "punct"
            or (child.dep_ == "acl" and not _close(child))
        ):
            continue
        if child.i < head.i and child.dep_ in ("case", "cc:preconj", "cc"):
            continue
        left, right = child.left_edge.i, _right(child)
        first, last = min(first, left), max(last, right)
    return _trim(head, first, last)


def _close(clause: Token) -> bool:
    """Whether a clause belongs to the noun phrase it follows: "a decision to close the school", no aside."""
    return clause.left_edge.i == clause.head.i + 1 and not any(
        child.dep_ in _SUBJECT + _PASSIVE or (child.dep_ == "mark" and child.lower_ != "to")
        for child in clause.children
    )


def flat_phrase(head: Token) -> tuple[int, int]:
    """The words before a noun that belong to it, read off the page: "the new Home Secretary", up to the head.

    Parts of speech decide, not the tree: role phrases are where small parsers err most.
    """
    doc, first = head.doc, head.i
    start = head.sent.start
    while first > start:
        word = doc[first - 1]
        if word.pos_ in ("DET",) or word.tag_ == "PRP$":
            return first - 1, head.i
        joins = (
            word.pos_ in ("ADJ", "NOUN", "PROPN", "NUM") or word.text == "-" or word.lower_ in ("'s", "’s")
        )
        participle = word.tag_ in ("VBN", "VBG") and word.dep_ in ("amod", "compound")
        if not joins and not participle:
            break
        first -= 1
    while first < head.i and (doc[first].is_punct or doc[first].lower_ in ("'s", "’s")):
        first += 1
    return first, head.i


def _right(child: Token) -> int:
    """The last token of a modifier, without the relative clauses and appositions that hang on its end."""
    last = child.i
    for grandchild in child.rights:
        if grandchild.dep_ in ("acl:relcl", "appos", "parataxis", "punct", "advcl"):
            break
        last = max(last, _right(grandchild))
    return last


def _trim(head: Token, first: int, last: int) -> tuple[int, int]:
    doc = head.doc
    while first < head.i and (doc[first].is_punct or doc[first].is_space):
        first += 1
    while last > head.i and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    return first, last


def clause(verb: Token) -> tuple[int, int]:
    """The whole clause of `verb` as (first, last) token, without punctuation at its edges."""
    first, last = verb.left_edge.i, verb.right_edge.i
    return _trim(verb, first, last)


def _position(token: Token) -> int:
    return token.i
