"""What British newspapers write and American treebanks lack, put into trees: titles, roles, letters,
quotation.

Every function takes sentences and a seeded random number generator and gives sentences; all words that come
in are from the lists beside the scripts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from conllu import UNKNOWN, Sentence, Word

LISTS = Path(__file__).resolve().parent.parent / "lists"

_TITLE_SHARE, _POST_NOMINAL_SHARE, _APPOSITION_SHARE = 0.25, 0.05, 0.05
_DROPPED_GIVEN_NAME = 0.5
_LOST_DOT = 0.6
_DOTTED = frozenset(("Mr.", "Ms.", "Mrs.", "Dr."))
_DOUBLE_QUOTES = frozenset(('"', "``", "''", "“", "”"))
_NOT_LOWERED = frozenset(("I", "I'm"))


@dataclass(frozen=True, slots=True)
class Lists:
    """The words that come in."""

    titles: tuple[str, ...]
    post_nominals: tuple[str, ...]
    roles: tuple[tuple[Word, ...], ...]
    verbs: tuple[tuple[str, str], ...]
    given_names: tuple[str, ...]
    surnames: tuple[str, ...]

    @classmethod
    def read(cls, folder: Path = LISTS) -> Lists:
        """Read the lists of a folder."""
        verbs = (line.split() for line in _lines(folder / "reporting_verbs.txt"))
        return cls(
            titles=tuple(_lines(folder / "honorifics.txt")),
            post_nominals=tuple(_lines(folder / "post_nominals.txt")),
            roles=tuple(_role(line) for line in _lines(folder / "role_phrases.txt")),
            verbs=tuple((past, lemma) for past, lemma in verbs),
            given_names=tuple(_lines(folder / "given_names.txt")),
            surnames=tuple(_lines(folder / "surnames.txt")),
        )


def _lines(path: Path) -> list[str]:
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _role(line: str) -> tuple[Word, ...]:
    """A role phrase as words; the heads of all but the last are the last, whose own head is left open."""
    parts = [item.split("/") for item in line.split()]
    last = len(parts) - 1
    return tuple(
        _word(form, upos, xpos, last if i < last else -1, relation[0] if relation else "")
        for i, (form, upos, xpos, *relation) in enumerate(parts)
    )


def _word(form: str, upos: str, xpos: str, head: int, dep: str, feats: str | None = None) -> Word:
    usual = {"NOUN": "Number=Sing", "PROPN": "Number=Sing", "ADJ": "Degree=Pos"}
    lemma = form if upos == "PROPN" or form.isupper() else form.lower()
    return Word(form, lemma, upos, xpos, usual.get(upos, "") if feats is None else feats, head, dep)


# Putting words into a tree
# ------------------------------------------------------------------------------------


def _spliced(sentence: Sentence, at: int, words: Sequence[Word], removed: int = 0) -> Sentence:
    """A sentence with `words` in the place of `removed` words from `at` on; their heads count in the result.

    Heads of the other words are moved along. Nothing may depend on a removed word.
    """
    shift = len(words) - removed
    moved = [
        replace(word, head=word.head + shift if word.head >= at + removed else word.head)
        for word in sentence.words
    ]
    return replace(sentence, words=(*moved[:at], *words, *moved[at + removed :]))


def _names(sentence: Sentence, people: frozenset[int]) -> list[int]:
    """The heads of persons' names that nothing stands before: those annotated, and names of several words."""
    found = []
    for index, word in enumerate(sentence.words):
        children = sentence.children(index)
        named = word.xpos == "NNP" and word.form[:1].isupper() and word.form[-1:].isalpha()
        single = not any(child < index for child in children)
        person = (
            index in people
            or word.mention == "person"
            or (word.mention == UNKNOWN and any(sentence.words[child].dep == "flat" for child in children))
        )
        if named and single and person and word.dep not in ("flat", "compound", "vocative", "list"):
            found.append(index)
    return found


def _surname(sentence: Sentence, name: int) -> int | None:
    """The last word of a name "Given Surname" where the given name can go."""
    flat = [child for child in sentence.children(name) if sentence.words[child].dep == "flat"]
    return flat[0] if flat == [name + 1] and sentence.words[name + 1].xpos == "NNP" else None


def _without_given_name(sentence: Sentence, name: int) -> Sentence:
    """ "Given Surname" as "Surname"."""
    words = list(sentence.words)
    given, surname = words[name], words[name + 1]
    words[name + 1] = replace(surname, head=given.head, dep=given.dep, mention=given.mention)
    words = [
        replace(w, head=name + 1 if w.head == name and i != name else w.head) for i, w in enumerate(words)
    ]
    return _spliced(replace(sentence, words=tuple(words)), name, (), removed=1)


def _phrase(words: Sequence[Word], start: int, head: int, dep: str, mention: str) -> list[Word]:
    """A phrase made of relative heads, as it stands from `start` on under `head`."""
    mark = "" if mention != UNKNOWN else UNKNOWN
    return [
        replace(w, head=start + w.head, mention=mark)
        if w.head >= 0
        else replace(w, head=head, dep=dep, mention=mark)
        for w in words
    ]


def with_titles(
    sentence: Sentence, lists: Lists, random: Random, people: frozenset[int] = frozenset()
) -> Sentence:
    """A sentence with titles and roles before some of its names, letters after some, dots lost from some.

    `people` are the heads of names known to be people's.
    """
    words = tuple(
        replace(word, form=word.form[:-1], lemma=word.form[:-1])
        if word.form in _DOTTED and random.random() < _LOST_DOT
        else word
        for word in sentence.words
    )
    sentence = replace(sentence, words=words)
    for name in reversed(_names(sentence, people)):
        draw = random.random()
        if draw < _TITLE_SHARE:
            sentence = _with_title(sentence, name, lists, random)
        elif draw < _TITLE_SHARE + _POST_NOMINAL_SHARE:
            sentence = _with_post_nominal(sentence, name, lists, random)
        elif draw < _TITLE_SHARE + _POST_NOMINAL_SHARE + _APPOSITION_SHARE:
            sentence = _with_apposition(sentence, name, lists, random)
    return sentence


def _with_title(sentence: Sentence, name: int, lists: Lists, random: Random) -> Sentence:
    mention = sentence.words[name].mention
    if random.random() < 0.55:
        title: Sequence[Word] = (_word(random.choice(lists.titles), "PROPN", "NNP", -1, ""),)
        if _surname(sentence, name) is not None and random.random() < _DROPPED_GIVEN_NAME:
            sentence = _without_given_name(sentence, name)
    else:
        title = random.choice(lists.roles)
        if name == 0:
            title = (replace(title[0], form=title[0].form[:1].upper() + title[0].form[1:]), *title[1:])
    return _spliced(sentence, name, _phrase(title, name, name + len(title), "nmod:desc", mention))


def _with_post_nominal(sentence: Sentence, name: int, lists: Lists, random: Random) -> Sentence:
    last = max([name, *(c for c in sentence.children(name) if sentence.words[c].dep == "flat")])
    letters = replace(
        _word(random.choice(lists.post_nominals), "PROPN", "NNP", name, "nmod:desc"),
        space=sentence.words[last].space,
        mention="" if sentence.words[name].mention != UNKNOWN else UNKNOWN,
    )
    before = replace(sentence.words[last], space=True)
    sentence = replace(sentence, words=(*sentence.words[:last], before, *sentence.words[last + 1 :]))
    return _spliced(sentence, last + 1, (letters,))


def _with_apposition(sentence: Sentence, name: int, lists: Lists, random: Random) -> Sentence:
    """ "Lund" as "Lund, the council leader,"; only where a verb, a preposition or the end follows."""
    words = sentence.words
    last = max([name, *(c for c in sentence.children(name) if words[c].dep == "flat")])
    after = words[last + 1] if last + 1 < len(words) else None
    if after is None or after.upos not in ("VERB", "AUX") or not words[last].space:
        return sentence
    role = random.choice(lists.roles)
    head = last + 2 + len(role)
    mark = "" if words[name].mention != UNKNOWN else UNKNOWN
    the = Word("the", "the", "DET", "DT", "Definite=Def|PronType=Art", head, "det", True, mark)
    comma = Word(",", ",", "PUNCT", ",", "", head, "punct", True, mark)
    phrase = _phrase(role, last + 3, name, "appos", words[name].mention)
    phrase[-1] = replace(phrase[-1], space=False, mention="person" if mark == "" else mark)
    before = replace(words[last], space=False)
    sentence = replace(sentence, words=(*words[:last], before, *words[last + 1 :]))
    return _spliced(sentence, last + 1, (comma, the, *phrase, comma))


# Reported speech
# ----------------------------------------------------------------------------------------------


def can_be_said(sentence: Sentence) -> bool:
    """Whether a sentence can stand inside quotation marks with its speaker beside it."""
    words = sentence.words
    return (
        4 <= len(words) <= 30
        and words[-1].form == "."
        and words[-1].head == sentence.root
        and words[0].form[:1].isupper()
        and words[sentence.root].upos in ("VERB", "NOUN", "ADJ", "AUX")
        and any(w.dep.startswith("nsubj") and w.head == sentence.root for w in words)
        and not any(w.form in _DOUBLE_QUOTES or w.form in ("‘", "’", "'", ":", "(") for w in words)
    )


def reported(said: Sequence[Sentence], lists: Lists, random: Random) -> list[Sentence]:
    """Sentences as the speech of somebody: before, after or around the words that attribute it.

    "‘S.  T,’ said Cora Lund." · "Cora Lund said: ‘S.  T.’" · "‘S,’ Ms Lund said.  ‘T.’" · "Cora Lund said
    that s."
    Direct speech is the `ccomp` of the verb of speaking, as in EWT.
    """
    way = random.choice(("after", "before", "between", "inverted", "inverted", "indirect"))
    if way == "between" and len(said) > 1:
        first = _with_tail(said[0], lists, random, opens=True)
        return [first, *_quoted(said[1:], opens=True, closes=True)]
    if way == "before":
        return [*_with_lead(said, lists, random)]
    if way == "indirect" and len(said) == 1:
        return [_indirect(said[0], lists, random)]
    head = _quoted(said[:-1], opens=True, closes=False)
    return [*head, _with_tail(said[-1], lists, random, opens=not head, inverted=way == "inverted")]


def _quote(form: str, head: int, space: bool, mark: str) -> Word:
    return Word(form, form, "PUNCT", "``" if form == "“" else "''", "", head, "punct", space, mark)


def _quoted(said: Sequence[Sentence], opens: bool, closes: bool) -> list[Sentence]:
    """Whole sentences inside quotation marks."""
    found = list(said)
    if opens and found:
        first = found[0]
        mark = _mark(first)
        found[0] = _spliced(first, 0, (_quote("“", first.root + 1, False, mark),))
    if closes and found:
        last = found[-1]
        words = (*last.words[:-1], replace(last.words[-1], space=False))
        found[-1] = replace(last, words=(*words, _quote("”", last.root, True, _mark(last))))
    return found


def _mark(sentence: Sentence) -> str:
    return UNKNOWN if sentence.words[0].mention == UNKNOWN else ""


def _speaker(lists: Lists, random: Random, mark: str) -> list[Word]:
    """Who speaks, as words with relative heads; the head's own head is -1."""
    given, surname = random.choice(lists.given_names), random.choice(lists.surnames)
    person = "person" if mark == "" else mark
    name = [
        replace(_word(given, "PROPN", "NNP", -1, ""), mention=person),
        replace(_word(surname, "PROPN", "NNP", 0, "flat"), mention=mark),
    ]
    draw = random.random()
    if draw < 0.15:
        he = random.choice(("he", "she"))
        feats = f"Case=Nom|Gender={'Masc' if he == 'he' else 'Fem'}|Number=Sing|Person=3|PronType=Prs"
        return [Word(he, he, "PRON", "PRP", feats, -1, "", True, person)]
    if draw < 0.5:
        title = replace(_word(random.choice(lists.titles), "PROPN", "NNP", 1, "nmod:desc"), mention=mark)
        return [title, replace(_word(surname, "PROPN", "NNP", -1, ""), mention=person)]
    if draw < 0.7:
        role = _phrase(random.choice(lists.roles), 0, 0, "nmod:desc", mark)
        size = len(role)
        role[-1] = replace(role[-1], head=size)
        return [*role, *(replace(w, head=w.head + size if w.head >= 0 else -1) for w in name)]
    return name


def _verb(lists: Lists, random: Random, mark: str, only: Callable[[str], bool] = lambda lemma: True) -> Word:
    form, lemma = random.choice([pair for pair in lists.verbs if only(pair[1])])
    feats = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
    return Word(form, lemma, "VERB", "VBD", feats, -1, "ROOT", True, mark)


def _placed(words: Sequence[Word], start: int, head: int, dep: str) -> list[Word]:
    return [
        replace(w, head=w.head + start) if w.head >= 0 else replace(w, head=head, dep=dep or w.dep)
        for w in words
    ]


def _with_tail(said: Sentence, lists: Lists, random: Random, opens: bool, inverted: bool = False) -> Sentence:
    """ "‘S,’ said Cora Lund." or "‘S,’ Ms Lund said."."""
    mark = _mark(said)
    body = list(said.words[:-1])
    start = int(opens)
    root = said.root + start
    speaker = _speaker(lists, random, mark)
    inverted = inverted and speaker[0].upos != "PRON"
    after = start + len(body) + 2  # comma, closing mark
    verb_at = after if inverted else after + len(speaker)
    speaker_at = after + 1 if inverted else after
    words = [replace(w, head=w.head + start if w.head >= 0 else verb_at) for w in body]
    words[said.root] = replace(words[said.root], dep="ccomp")
    words[-1] = replace(words[-1], space=False)
    opening = [_quote("“", root, False, mark)] if opens else []
    comma = Word(",", ",", "PUNCT", ",", "", verb_at, "punct", False, mark)
    closing = _quote("”", root, True, mark)
    verb = _verb(lists, random, mark, lambda lemma: lemma not in ("tell", "suggest", "announce", "ask"))
    phrase = _placed(speaker, speaker_at, verb_at, "nsubj")
    tail = [verb, *phrase] if inverted else [*phrase, verb]
    tail[-1] = replace(tail[-1], space=False)
    stop = Word(".", ".", "PUNCT", ".", "", verb_at, "punct", True, mark)
    return replace(said, words=(*opening, *words, comma, closing, *tail, stop))


def _with_lead(said: Sequence[Sentence], lists: Lists, random: Random) -> list[Sentence]:
    """ "Cora Lund said: ‘S. T.’": the first sentence hangs on the verb, the others stand alone."""
    first, mark = said[0], _mark(said[0])
    speaker = _speaker(lists, random, mark)
    speaker[0] = replace(speaker[0], form=speaker[0].form[:1].upper() + speaker[0].form[1:])
    verb_at = len(speaker)
    start = verb_at + 3  # verb, colon, opening mark
    only = len(said) == 1
    verb = replace(
        _verb(lists, random, mark, lambda lemma: lemma not in ("tell", "ask", "suggest")), space=False
    )
    words = [replace(w, head=w.head + start if w.head >= 0 else verb_at) for w in first.words]
    words[first.root] = replace(words[first.root], dep="ccomp")
    words[-1] = replace(words[-1], head=verb_at, space=not only)
    colon = Word(":", ":", "PUNCT", ":", "", first.root + start, "punct", True, mark)
    opening = _quote("“", first.root + start, False, mark)
    closing = [_quote("”", first.root + start, True, mark)] if only else []
    lead = (*_placed(speaker, 0, verb_at, "nsubj"), verb, colon, opening, *words, *closing)
    return [replace(first, words=lead), *_quoted(said[1:], opens=False, closes=True)]


def _indirect(said: Sentence, lists: Lists, random: Random) -> Sentence:
    """ "Cora Lund said that s." or without "that"; now and then "Cora Lund told Dev Pike that s."."""
    mark = _mark(said)
    speaker = _speaker(lists, random, mark)
    speaker[0] = replace(speaker[0], form=speaker[0].form[:1].upper() + speaker[0].form[1:])
    verb_at = len(speaker)
    told = random.random() < 0.25
    verb = _verb(
        lists, random, mark, lambda lemma: (lemma == "tell") == told and lemma not in ("ask", "reply")
    )
    hearer = _placed(_speaker(lists, random, mark), verb_at + 1, verb_at, "iobj") if told else []
    if hearer and hearer[0].upos == "PRON":
        him = {"he": "him", "she": "her"}[hearer[0].form]
        hearer = [replace(hearer[0], form=him, feats=hearer[0].feats.replace("Case=Nom", "Case=Acc"))]
    that = random.random() < 0.6
    start = verb_at + 1 + len(hearer) + int(that)
    words = [replace(w, head=w.head + start if w.head >= 0 else verb_at) for w in said.words]
    words[said.root] = replace(words[said.root], dep="ccomp")
    words[-1] = replace(words[-1], head=verb_at)
    if words[0].upos not in ("PROPN",) and words[0].form not in _NOT_LOWERED:
        words[0] = replace(words[0], form=words[0].form[:1].lower() + words[0].form[1:])
    marker = [Word("that", "that", "SCONJ", "IN", "", said.root + start, "mark", True, mark)] if that else []
    return replace(said, words=(*_placed(speaker, 0, verb_at, "nsubj"), verb, *hearer, *marker, *words))


# Quotation marks
# ----------------------------------------------------------------------------------------------


def with_british_quotes(sentences: Sequence[Sentence], random: Random) -> list[Sentence]:
    """Sentences of one paragraph with ‘ ’ or “ ” for straight double marks, and ’ for straight
    apostrophes."""
    draw = random.random()
    if draw < 0.4:
        return list(sentences)
    opening, closing = ("‘", "’") if draw < 0.75 else ("“", "”")
    curly = random.random() < 0.9
    is_open = False
    found = []
    for sentence in sentences:
        words = []
        for word in sentence.words:
            form = word.form
            if form in _DOUBLE_QUOTES:
                opens = form in ("``", "“") or (form == '"' and not is_open)
                is_open = opens
                form = opening if opens else closing
            elif curly:
                form = form.replace("'", "’")
            words.append(replace(word, form=form))
        found.append(replace(sentence, words=tuple(words)))
    return found
