"""Which words of its sentence a reporting verb reports: after it, before it, or on both sides of an aside.

What stands in the same sentence and could be reported as well counts as reported: a claim that is taken for
the paper's own word does more harm than the reverse.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..gazetteer import Words
from ..model import Modality
from ..ontology import Action, Ontology
from . import syntax
from .tokens import Token

#: Ranges of tokens, first and last included.
Ranges = tuple[tuple[int, int], ...]
_SUBJECT_POS = ("NOUN", "PROPN", "PRON", "NUM")
_RELATIVE = frozenset(("who", "which", "that", "whose", "whom"))
_BREAKS = frozenset((",", "–", "—", "―", "-", "--", "(", ")", ";"))


def contents(verb: Token, action: Action | None, words: Words) -> Ranges:
    """What a reporting verb reports in its own sentence; nothing where it has no content there."""
    aside = not _is_told_to_you(verb)
    denied = action is not None and action.content_negative  # "what she did is disputed: Marsh says …"
    return (
        (() if denied and syntax.passive(verb) else _after_colon(verb))
        or (_around_aside(verb, words) if aside else ())
        or (_before_comma(verb, action, words) if aside and _leads_to_a_purpose(verb) else ())
        or _complement(verb, action)
        or (_before_comma(verb, action, words) or _after_as(verb) if aside else ())
    )


def _leads_to_a_purpose(verb: Token) -> bool:
    """Whether an infinitive only says what a text is for: "said in a letter to be read"."""
    clause = next(iter(syntax.complements(verb)), None)
    opening = clause.left_edge if clause is not None and syntax.is_infinitive(clause) else verb
    if opening.i <= verb.i:
        return False
    before = opening.nbor(-1)
    behind = verb.i < before.i and before.pos_ == "NOUN"
    return behind and syntax.preposition(syntax.name_head(before)) is not None


def _is_told_to_you(verb: Token) -> bool:
    """Whether an aside only reminds whoever listens: "as you know", "if you will recall"."""
    return any(s.lower_ == "you" for s in syntax.own_subjects(verb))


def unlisted(verb: Token, ontology: Ontology) -> Ranges:
    """The that-clause of a verb that no list has: "Hale speculated that the bridge fell"."""
    if verb.lower_ in ontology.words["CausingVerb"] or not syntax.own_subjects(verb):
        return ()
    return _complement(verb, None) if syntax.has_that_clause(verb) else ()


def _range(verb: Token, first: int, last: int) -> Ranges:
    """One range without punctuation at its edges; none if nothing is left of it."""
    doc = verb.doc
    while first <= last and (doc[first].is_punct or doc[first].is_space) and not doc[first].is_quote:
        first += 1
    while last >= first and (doc[last].is_punct or doc[last].is_space) and not doc[last].is_quote:
        last -= 1
    return ((first, last),) if first <= last else ()


def _complement(verb: Token, action: Action | None) -> Ranges:
    """The clause that completes the verb, with every later clause that has a subject of its own."""
    clauses = [clause for clause in syntax.complements(verb) if syntax.begins_after(clause, verb)]
    clauses = clauses or syntax.bare_complements(verb)
    if not clauses and action is not None and (action.content_negative or action.factive):
        clauses = syntax.gerunds(verb, None)  # "denies attacking Marsh", whatever the parse
    if not clauses:
        lost = None if _addresses(action) else syntax.lost_clause(verb)
        return () if lost is None else _range(verb, *lost)
    first, last = syntax.clause(clauses[0])
    first = max(first, verb.i + 1)
    told = syntax.taken_from_told(verb) if _addresses(action) else None
    if told is not None:
        first = min(s.left_edge.i for s in syntax.own_subjects(clauses[0]) if s.i > told.i)
    if not _addresses(action) and syntax.is_part_of_subject(clauses[0]):
        return _range(verb, first, verb.sent.end - 1)
    if not syntax.infinitive_or_participle(clauses[0]) and not any(
        s.i >= first for s in syntax.own_subjects(clauses[0])
    ):
        hearers = syntax.indirect_objects(verb) + (syntax.objects(verb) if _addresses(action) else [])
        # Its subject stands apart: "said Hale, who left, was right".
        first = min(first, max([verb.i, *(t.right_edge.i for t in hearers if t.i < first)]) + 1)
    later = [c for c in verb.rights if c.i > clauses[0].i and not _answers(c, verb, action)]
    if syntax.is_infinitive(clauses[0]):
        asked = action is not None and action.content_modality is Modality.OBLIGED
        last = syntax.before_what_was(clauses[0], last) if asked else last
        last = max([last, *(c.right_edge.i for c in later if syntax.is_joined_infinitive(c))])
        if action is not None and action.content_modality is None:
            # "is alleged to have fled while staff slept": all of it is alleged
            last = max([last, *(c.right_edge.i for c in later if _goes_on_without_break(c, last))])
    if not (syntax.infinitive_or_participle(clauses[0]) or syntax.is_bare_predicate(clauses[0])):
        last = max([last, *(c.right_edge.i for c in later if c in clauses or _goes_on_by_itself(c))])
    return _range(verb, first, last)


def _goes_on_without_break(clause: Token, last: int) -> bool:
    """Whether a clause that says when or why stands right behind some words, and no comma parts them."""
    return (
        syntax.is_adverbial_clause(clause) and clause.left_edge.i == last + 1 and _goes_on_by_itself(clause)
    )


def _answers(clause: Token, verb: Token, action: Action | None) -> bool:
    """Whether a clause tells what came of what was wanted: "proposed they meet, but Marsh refused"."""
    if syntax.is_coordinated(clause) and _speaks_otherwise(clause):
        return True
    denied = any(w.lower_ in ("not", "n't", "n’t", "never") for w in syntax.adverbs(verb))
    if denied and syntax.opens_with(clause, "nor"):
        return True  # "never said it was safe, nor did it warn Marsh"
    wanted = action is not None and action.content_modality is not None and syntax.is_coordinated(clause)
    return wanted and clause.tag_ == verb.tag_ == "VBD" and syntax.opens_with(clause, "but")


def _speaks_otherwise(clause: Token) -> bool:
    """Whether a clause sets what "I" or "we" say against what was told: "claims he won, yet we find …"."""
    opposed = syntax.opens_with(clause, "but") or syntax.opens_with(clause, "yet")
    return opposed and any(s.lower_ in ("i", "we") for s in syntax.own_subjects(clause))


def _addresses(action: Action | None) -> bool:
    """Whether the object of a verb is told or asked."""
    return action is not None and action.role("obj") == "addressee"


def _goes_on_by_itself(token: Token) -> bool:
    """Whether a later clause has a subject of its own; a bare subject there is one whose clause is cut off.

    So it is in "said the vote was a sham, Hale having paid Marsh".
    """
    return syntax.is_subject(token) or (syntax.is_verb(token) and bool(syntax.own_subjects(token)))


def _after_colon(verb: Token) -> Ranges:
    """A bare sentence after a colon: "Hale tweeted: the plan is dead."."""
    end = verb.sent.end
    colon = next((t for t in verb.doc[verb.i + 1 : min(verb.i + 5, end)] if t.text == ":"), None)
    if colon is None or colon.i + 2 >= len(verb.doc) or verb.doc[colon.i + 1].is_quote:
        return ()
    last = verb.doc[colon.i + 1].sent.end - 1  # a sentence may end at the colon
    return _range(verb, colon.i + 1, last)


def _around_aside(verb: Token, words: Words) -> Ranges:
    """The sentence around an aside: "The council, Ms Hale said, rejected the plan."."""
    sentence, doc = verb.sent, verb.doc
    if _is_bare_participle(verb) or (syntax.is_infinitive(verb) and not syntax.own_auxiliaries(verb)):
        return ()  # "Hale left the room, saying it was late, and wept", "If asked to assume office, Hale …"
    opened = _break_before(verb)
    closed = next((t.i for t in doc[verb.i + 1 : min(verb.i + 11, sentence.end)] if _is_break(t)), None)
    first_closed = closed
    closed = None if closed is None else _after_speaker(verb, closed)
    if opened is None or closed is None or opened <= sentence.start or doc[opened].text == ";":
        return ()  # "The vote fell; Ms Hale is said to be keen, but Mr Marsh is not": a sentence of its own
    inside, rest = doc[opened + 1 : first_closed], doc[closed + 1 : sentence.end]
    if doc[opened + 1].lower_ == "as" and closed + 1 < sentence.end and doc[closed + 1].is_quote:
        end = next((t.i for t in doc[closed + 2 : sentence.end] if t.is_quote), sentence.end - 1)
        return _range(verb, closed + 1, end)  # "seen, as Hale put it, “as a fool”"
    if _conditional(doc[opened + 1 : verb.i]):
        return ()
    if any(t.lower_ in _RELATIVE for t in inside) or not any(
        syntax.is_verb(t) or t.pos_ == "AUX" for t in rest
    ):
        return ()
    if doc[closed + 1].pos_ == "CCONJ" and not any(
        syntax.is_verb(t) or t.pos_ == "AUX" for t in doc[sentence.start : opened]
    ):
        return ()  # "In May, Hale called for a vote, and Marsh resigned": nothing is broken off
    if any(closed > t.i > verb.i and t.lower_ != "it" for t in syntax.objects(verb)) and not _may_tell(verb):
        return ()  # "Marsh, in May, questioned Hale's word (she was late)"
    others = [t for t in inside if syntax.is_verb(t) and t != verb and not syntax.is_attributive(t)]
    if others or not _names_a_speaker(verb, doc[opened + 1 : verb.i], doc[verb.i + 1 : closed], words):
        return ()
    if doc[opened + 1].pos_ in ("CCONJ", "SCONJ", "ADP") and doc[opened + 1].lower_ != "as":
        return ()
    start = _own_start(sentence.start, doc[sentence.start : opened], rest)
    before, after = _range(verb, start, opened - 1), _range(verb, closed + 1, sentence.end - 1)
    if doc[opened + 1].lower_ == "as" and doc[sentence.start].pos_ == "SCONJ":
        if opened == sentence.start + 1:  # "If, as Marsh says, Hale lied, she will go"
            return _range(verb, closed + 1, max(doc[sentence.start].head.right_edge.i, closed + 1))
        return before  # "If Hale lied, as Marsh says, she will go"
    if doc[opened - 1].pos_ == "SCONJ" and doc[opened - 1].lower_ != "that":
        return _range(verb, closed + 1, sentence.end - 1)  # "sued because, she said, it had lied"
    own = [t for t in rest if syntax.is_relative_clause(t)] if doc[opened - 1].tag_ in ("WP", "WDT") else []
    if own:  # "the firm that, Ms Hale says, sold arms has closed"
        return _range(verb, closed + 1, own[0].right_edge.i)
    return before + after


def _own_start(first: int, before: Sequence[Token], rest: Sequence[Token]) -> int:
    """Where a clause that an aside breaks off begins: behind a dash that parts it from one told before it.

    "It fell - and the cost, Hale said, was high". Two dashes enclose something of the clause.
    """
    dashes = [n for n, t in enumerate(before[:-1]) if _is_dash(t)]
    told = dashes and any(map(syntax.is_finite, before[: dashes[0]]))
    if len(dashes) != 1 or not told or any(map(_is_dash, rest)):
        return first
    return first + dashes[0] + 1 + (before[dashes[0] + 1].pos_ == "CCONJ")


def _is_dash(token: Token) -> bool:
    return token.text in ("–", "—", "―", "--", "-") and _is_break(token)


def _conditional(before: Sequence[Token]) -> bool:
    """Whether words before a verb make no aside of it: "even if Hale thinks so", "as long as she says so"."""
    return any(t.pos_ == "SCONJ" or t.lower_ in ("if", "as", "than") for t in before[1:])


def _may_tell(verb: Token) -> bool:
    """Whether what stands after a verb can be who is told, or a time: "Hale told MPs", "Hale said Monday"."""
    return bool(syntax.indirect_objects(verb)) or verb.lemma_ in ("tell", "remind", "assure", "warn", "say")


def _after_speaker(verb: Token, closed: int) -> int | None:
    """The break that closes an aside, with what is said of its speaker: "said Ms Hale, who won, …"."""
    doc = verb.doc
    last = max((syntax.full_phrase(s)[1] for s in syntax.own_subjects(verb) if s.i > verb.i), default=closed)
    if last <= closed:
        return closed
    aside = doc[closed + 1 : last + 1]
    if _is_of_speaker(verb, aside):
        return last + 1 if last + 2 < verb.sent.end else None
    if aside[0].lower_ not in _RELATIVE and any(syntax.is_verb(t) or t.pos_ == "AUX" for t in aside):
        return closed
    return last + 1 if last + 2 < verb.sent.end else None


def _is_of_speaker(verb: Token, aside: Sequence[Token]) -> bool:
    """Whether words behind a speaker only say who that is: "said Ms Hale, a clerk who worked in Oxley"."""
    who = [noun for s in syntax.own_subjects(verb) if s.i > verb.i for noun in syntax.appositions(s)]
    if not any(noun.left_edge.i <= aside[0].i <= noun.i for noun in who):
        return False
    told = [t for t in aside if syntax.is_verb(t) or t.pos_ == "AUX"]
    clauses = [t for t in told if syntax.is_relative_clause(t)]
    return all(t in clauses or any(c in t.ancestors for c in clauses) for t in told)


def _break_before(verb: Token) -> int | None:
    """The comma or dash that opens the attribution in which a verb and all of its subject stand."""
    start = verb.i
    for subject in (s for s in syntax.own_subjects(verb) if s.i < verb.i):
        first, last = syntax.full_phrase(subject)
        aside = any(t.text == "," for t in verb.doc[subject.i : last])
        apart = any(t.text == "," for t in verb.doc[last + 1 : verb.i])
        added = all(t.pos_ == "ADV" or t.text == "," for t in verb.doc[last + 1 : verb.i])
        if last < verb.i and (aside == apart or (added and last + 2 < verb.i)):
            start = first  # "…, Ms Hale, too, said", but not "Marsh, said …", "Marsh, Ms Hale said"
    for index in range(start - 1, max(verb.sent.start, start - 10), -1):
        if _is_break(verb.doc[index]):
            return index
    return None


def _is_break(token: Token) -> bool:
    """Whether a token sets words apart; a hyphen does not."""
    if token.text != "-":
        return token.text in _BREAKS
    return bool(token.whitespace_) and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _names_a_speaker(verb: Token, between: Sequence[Token], after: Sequence[Token], words: Words) -> bool:
    """Whether a subject stands before the verb, or right after it: "Ms Hale said", "said Ms Hale"."""
    if any(t.pos_ in _SUBJECT_POS for t in between):
        return True
    listed = any(t.lower_ in words.head_nouns for t in after[:4])
    return len(after) > 0 and (after[0].pos_ in ("PROPN", "PRON", "NUM", "X") or listed)


def _before_comma(verb: Token, action: Action | None, words: Words) -> Ranges:
    """The words before the comma in front of a closing attribution: "The plan failed, Ms Hale said."."""
    sentence, doc = verb.sent, verb.doc
    comma = _break_before(verb)
    if comma is None or comma <= sentence.start + 1 or doc[comma].text == ";":
        return ()
    if syntax.is_infinitive(verb) or _is_bare_participle(verb) or syntax.describes_since(verb, comma):
        return ()  # "Ms Hale resigned, accusing Mr Marsh" says nothing by Mr Marsh
    if verb.i + 1 < sentence.end and doc[verb.i + 1].tag_ in ("WRB", "WP"):
        return ()  # "the vote fell; it did not explain why"
    stop = next(
        (t.i for t in doc[verb.i + 1 : sentence.end] if t.text == "," or t.lower_ in _RELATIVE), sentence.end
    )
    marked = doc[comma + 1].is_quote  # "…,” Ms Hale wrote"
    begin = comma + 1 + marked
    opener = doc[begin].lower_
    between, rest = doc[begin : verb.i], [t for t in doc[verb.i + 1 : stop] if not t.is_punct]
    active = not _addresses(action) and not syntax.passive(verb) and len(between) > 0
    taken = [t for t in syntax.objects(verb) if t.lower_ != "it" or opener != "as"] if active else []
    if len(rest) > (14 if marked else 8) or any(_acts(t) for t in (*between, *rest)) or taken:
        return ()
    if syntax.only_sets_the_scene(doc[sentence.start], comma, verb):
        return ()  # "After losing the vote, Hale complained"
    joined = len(between) > 0 and between[0].pos_ in ("CCONJ", "SCONJ", "ADP") and opener != "as"
    joined = joined or (len(between) > 0 and between[0].tag_ in ("WRB", "WP", "WDT"))
    if joined or _conditional(between) or any(t.lower_ in _RELATIVE for t in between):
        return ()
    inverted = any(s.left_edge.i == verb.i + 1 for s in syntax.own_subjects(verb))  # "…, reports the Herald"
    if not inverted and not _names_a_speaker(verb, between, doc[verb.i + 1 : stop], words):
        return ()
    if not any(syntax.is_verb(t) or t.pos_ == "AUX" for t in doc[sentence.start : comma]):
        return ()
    return _range(verb, sentence.start, comma - 1)


def _is_bare_participle(verb: Token) -> bool:
    return syntax.is_gerund(verb) and not syntax.auxiliaries(verb)


def _acts(token: Token) -> bool:
    """Whether a verb makes a clause of its own, and is no participle of a noun: "people briefed on it".

    Such a participle is often tagged as a past tense.
    """
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    reduced = token.lower_.endswith("ed") and after is not None and after.pos_ == "ADP"
    participle = syntax.is_past_participle(token) or (reduced and not syntax.objects(token))
    return syntax.is_verb(token) and not syntax.is_attributive(token) and not participle


def _after_as(verb: Token) -> Ranges:
    """The main clause after "As Ms Hale said, …"."""
    sentence = verb.sent
    if verb.doc[sentence.start].lower_ != "as" or verb.i - sentence.start > 8:
        return ()
    reach = max(verb.i + 6, verb.right_edge.i + 2)  # "As Ms Hale put it in a letter to the board in May, …"
    comma = next((t.i for t in verb.doc[verb.i + 1 : reach] if t.text == ","), None)
    return () if comma is None else _range(verb, comma + 1, sentence.end - 1)
