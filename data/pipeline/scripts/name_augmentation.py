"""Changes to training texts, so that names are learnt as British news writes them.

Treebanks and Wikipedia know few titles without dots, few British names and bodies, and no single quotation
marks. What is put in comes from the lists beside this folder. All changes work on pieces, before spaCy cuts
the text into tokens, and take their chances from the generator they are given.
"""

import re
from collections.abc import Callable, Sequence
from random import Random

from name_pieces import Piece, read_list
from name_rules import POST_NOMINALS, is_capitalised, is_title

GIVEN_NAMES = read_list("given_names")
SURNAMES = read_list("surnames")
TOWNS = read_list("towns")
PLACES = read_list("places") + TOWNS
COUNTIES = PLACES[:36]
TOPICS = read_list("topics")
TRADES = read_list("trades")
BODIES = read_list("bodies")
BODY_PATTERNS = read_list("body_patterns")
OPENERS = read_list("openers")
BRITISH_TITLES = [tuple(line.split("|")) for line in read_list("british_titles")]
TITLE_PARTIES = frozenset({"Labour", "Conservative", "Tory", "Reform UK", "SNP"})

TITLE_SHARE = 0.12
POST_NOMINAL_SHARE = 0.08
UNDOTTED_SHARE = 0.5
PERSON_SWAP_SHARE = 0.20
ORG_SWAP_SHARE = 0.12
LOC_SWAP_SHARE = 0.08
COORDINATION_SHARE = 0.06
OPENER_SHARE = 0.12
SINGLE_QUOTE_SHARE = 0.45
DOUBLE_QUOTE_SHARE = 0.20
APOSTROPHE_SHARE = 0.9

DOTTED_TITLE = re.compile(r"(Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Rev|St)\.")
REGNAL = re.compile(r"[IVX]+")
PLAIN_PERSON = re.compile(r"[A-Z][\w'’-]+(?: [\w'’.-]+)* [\w'’-]+")


def make_person(rng: Random) -> str:
    """A made-up name of a person."""
    return f"{rng.choice(GIVEN_NAMES)} {rng.choice(SURNAMES)}"


def make_body(rng: Random, article: bool) -> str:
    """A made-up or well-known body; with `article` one that stands after "the", which is not part of it."""
    pool = [
        body
        for body in (BODIES if rng.random() < 0.4 else BODY_PATTERNS)
        if body.startswith("the ") == article
    ]
    return (
        rng.choice(pool)
        .removeprefix("the ")
        .format(
            town=rng.choice(TOWNS),
            county=rng.choice(COUNTIES),
            topic=rng.choice(TOPICS),
            trade=rng.choice(TRADES),
            surname=rng.choice(SURNAMES),
            acronym="".join(rng.choice("ABCDEFGHIJLMNOPRSTUW") for _ in range(rng.choice((3, 3, 4)))),
        )
    )


def _after_article(pieces: Sequence[Piece]) -> bool:
    return bool(pieces) and pieces[-1].text.lower() == "the" and not pieces[-1].label


def _after_title(pieces: Sequence[Piece]) -> bool:
    return bool(pieces) and is_title(pieces[-1].text)


def _is_plain_person(piece: Piece) -> bool:
    return piece.label == "PERSON" and PLAIN_PERSON.fullmatch(piece.text) is not None


def swap_names(pieces: Sequence[Piece], rng: Random) -> list[Piece]:
    """Some names become made-up ones of the same class; the same string the same one throughout."""
    replaced: dict[tuple[str, str], str] = {}
    for index, piece in enumerate(pieces):
        key = (piece.label, piece.text)
        if key in replaced or not is_capitalised(piece.text):
            continue
        article = _after_article(pieces[:index])
        if _is_plain_person(piece) and rng.random() < PERSON_SWAP_SHARE:
            name = make_person(rng)
            replaced[key] = name
            replaced.setdefault(("PERSON", piece.text.split()[-1]), name.partition(" ")[2])
            replaced.setdefault(("PERSON", piece.text.split()[0]), name.partition(" ")[0])
        elif piece.label == "ORG" and rng.random() < ORG_SWAP_SHARE:
            replaced[key] = make_body(rng, article)
        elif piece.label == "LOC" and not article and rng.random() < LOC_SWAP_SHARE:
            replaced[key] = rng.choice(PLACES)
    return [piece._replace(text=replaced.get((piece.label, piece.text), piece.text)) for piece in pieces]


def undot_titles(pieces: Sequence[Piece], rng: Random) -> list[Piece]:
    """Half of the dotted titles lose their dot: "Mr. Hart" becomes "Mr Hart"."""
    return [
        piece._replace(text=piece.text[:-1])
        if not piece.label and DOTTED_TITLE.fullmatch(piece.text) and rng.random() < UNDOTTED_SHARE
        else piece
        for piece in pieces
    ]


def title_pieces(title: str) -> list[Piece]:
    """The pieces of a title; a party in it is a name of its own."""
    party = next((word for word in sorted(TITLE_PARTIES) if title.startswith(f"{word} ")), "")
    rest = [Piece(word) for word in title[len(party) :].split()]
    return [Piece(party, label="ORG"), *rest] if party else rest


def add_titles(pieces: Sequence[Piece], rng: Random) -> list[Piece]:
    """Some people without a title get one, often for the first name; some full names get letters after."""
    result: list[Piece] = []
    for piece in pieces:
        before: list[Piece] = []
        after: list[Piece] = []
        if piece.label == "PERSON" and is_capitalised(piece.text) and piece.text.replace(" ", "").isalpha():
            words = piece.text.split()
            if not _after_title(result) and rng.random() < TITLE_SHARE:
                cut, title = rng.choice(BRITISH_TITLES)
                before = title_pieces(title)
                if not result or result[-1].text in {".", "!", "?"}:
                    before[0] = before[0]._replace(text=before[0].text[0].upper() + before[0].text[1:])
                if cut != "full" and len(words) > 1 and rng.random() < 0.75:
                    piece = piece._replace(text=words[0] if cut == "given" else words[-1])
            elif len(words) > 1 and not REGNAL.fullmatch(words[-1]) and rng.random() < POST_NOMINAL_SHARE:
                after = [Piece(rng.choice(sorted(POST_NOMINALS)), piece.space)]
                piece = piece._replace(space=True)
        result.extend([*before, piece, *after])
    return result


def coordinate_names(pieces: Sequence[Piece], rng: Random) -> list[Piece]:
    """Some names get one or two of the same class beside them: "A and B", "A, B and C"."""
    result: list[Piece] = []
    for index, piece in enumerate(pieces):
        following = pieces[index + 1].text if index + 1 < len(pieces) else ""
        eligible = piece.label in {"PERSON", "ORG"} and is_capitalised(piece.text)
        joined = following in {"and", "&", "-", "(", "/"} or is_capitalised(following)
        if eligible and not joined and rng.random() < COORDINATION_SHARE:
            count = rng.choice((1, 1, 2))
            article = piece.label == "ORG" and _after_article(result)
            shared = Piece("the") if article and rng.random() < 0.8 else None
            others: list[list[Piece]] = []
            for _ in range(count):
                text = make_person(rng) if piece.label == "PERSON" else make_body(rng, article)
                others.append([*([shared] if shared else []), Piece(text, label=piece.label)])
            result.append(piece._replace(space=count == 1))
            if count == 2:
                result.extend([Piece(","), *others[0]])
            result.extend([Piece("and"), *others[-1]])
            result[-1] = result[-1]._replace(space=piece.space)
        else:
            result.append(piece)
    return result


def add_opener(pieces: Sequence[Piece], rng: Random) -> list[Piece]:
    """Some texts that begin with a name get a word before it: a capital at the start is no sign of a name."""
    if not pieces or not pieces[0].label or rng.random() >= OPENER_SHARE:
        return list(pieces)
    opener = rng.choice(
        [item for item in OPENERS if "|" not in item or item.startswith(f"{pieces[0].label}|")]
    )
    return [*(Piece(word) for word in opener.rpartition("|")[2].split()), *pieces]


def restyle_quotes(pieces: Sequence[Piece], rng: Random) -> list[Piece]:
    """Some texts get British quotation marks, ‘ ’ or “ ”, and curly apostrophes."""
    style = rng.random()
    if style >= SINGLE_QUOTE_SHARE + DOUBLE_QUOTE_SHARE:
        return list(pieces)
    opening, closing = "‘’" if style < SINGLE_QUOTE_SHARE else "“”"
    result: list[Piece] = []
    previous = " "
    for piece in pieces:
        text = ""
        for char in piece.text.replace("``", "“").replace("''", "”"):
            begins = previous.isspace() or previous in "([{—–-‘“"
            if char == '"':
                char = opening if begins else closing
            elif char in "“”":
                char = opening if char == "“" else closing
            elif char == "'" and rng.random() < APOSTROPHE_SHARE:
                char = "‘" if begins and len(piece.text) == 1 and not piece.space else "’"
            text += char
            previous = char
        result.append(piece._replace(text=text))
        if piece.space:
            previous = " "
    return result


CHANGES: tuple[Callable[[Sequence[Piece], Random], list[Piece]], ...] = (
    undot_titles,
    swap_names,
    coordinate_names,
    add_titles,
    add_opener,
    restyle_quotes,
)


def augment(pieces: Sequence[Piece], rng: Random) -> list[Piece]:
    """All changes, in their order, each to the share of names or texts that it is meant for."""
    for change in CHANGES:
        pieces = change(pieces, rng)
    return list(pieces)
