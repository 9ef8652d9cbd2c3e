"""What is told beside a report, or of what nobody said: neither becomes part of what somebody says."""

from __future__ import annotations

import pytest

from kg.model import Extraction, Modality, Polarity

from .by_hand import doc, filled, of_action, reading

_PEOPLE = ("Hale", "Marsh")


def _read(tree: str) -> Extraction:
    return reading(doc(tree, names={name: "PERSON" for name in _PEOPLE if f"{name}/" in tree}))


_WOULD_NOT_SAY = (
    "Hale/NNP/4/nsubj would/MD/4/aux not/RB/4/advmod say/VB/0/ROOT how/WRB/8/advmod "
    "it/PRP/8/nsubj:pass was/be/VBD/8/aux:pass paid/pay/VBN/4/ccomp ,/,/10/punct "
    "saying/say/VBG/8/advcl only/RB/14/advmod that/IN/14/mark talks/talk/NNS/14/nsubj "
    "went/go/VBD/10/ccomp on/RP/14/compound:prt ././4/punct"
)
_PLAYED_DOWN = (
    "Hale/NNP/2/nsubj added/add/VBD/0/ROOT that/IN/5/mark she/PRP/5/nsubj "
    "understands/understand/VBZ/2/ccomp it/PRP/5/obj but/CC/8/cc played/play/VBD/5/conj "
    "down/RP/8/compound:prt any/DT/10/det harm/NN/8/obj ././2/punct"
)
_ADMITTED = (
    "Hale/NNP/2/nsubj said/say/VBD/0/ROOT he/PRP/6/nsubj did/do/VBD/6/aux not/RB/6/advmod "
    "recall/VB/2/ccomp it/PRP/6/obj ,/,/13/punct but/CC/13/cc in/IN/11/case May/NNP/13/obl "
    "he/PRP/13/nsubj admitted/admit/VBD/6/conj it/PRP/13/obj ././2/punct"
)
_MEANING = (
    "Marsh/NNP/2/nsubj vowed/vow/VBD/0/ROOT to/TO/4/mark block/VB/2/xcomp it/PRP/4/obj "
    ",/,/7/punct meaning/mean/VBG/4/advcl that/IN/10/mark Hale/NNP/10/nsubj "
    "stays/stay/VBZ/7/ccomp ././2/punct"
)


def _contents(found: Extraction) -> list[str]:
    return [found.article.words(part) for quote in found.quotes for part in quote.content]


def test_a_participle_of_telling_belongs_to_who_would_not_tell() -> None:
    found = _read(_WOULD_NOT_SAY)
    only = next(s for s in of_action(found, "Say") if found.article.words(s.trigger) == "saying")
    assert (only.modality, only.polarity, only.quote) == (Modality.ACTUAL, Polarity.POSITIVE, None)
    assert filled(found, only)["agent"] == "Hale"
    assert "how it was paid" in _contents(found)


@pytest.mark.parametrize(
    ("tree", "action", "said"),
    [(_PLAYED_DOWN, "Action", "that she understands it"), (_ADMITTED, "Admit", "he did not recall it")],
    ids=["in another tense than what is said", "behind but, by a verb of telling"],
)
def test_what_the_speaker_does_next_is_told_by_the_paper(tree: str, action: str, said: str) -> None:
    found = _read(tree)
    [statement] = of_action(found, action)
    assert statement.quote is None
    assert said in _contents(found)


def test_what_a_clause_comes_to_is_nobodys_deed() -> None:
    found = _read(_MEANING)
    assert "to block it" in _contents(found)
    assert not of_action(found, "Action")


@pytest.mark.parametrize(
    ("tree", "quote_is_denied"),
    [
        (
            "Hale/NNP/3/nsubj never/RB/3/advmod said/say/VBD/0/ROOT that/IN/6/mark Marsh/NNP/6/nsubj "
            "lied/lie/VBD/3/ccomp ././3/punct",
            False,
        ),
        (
            "Hale/NNP/4/nsubj did/do/VBD/4/aux not/RB/4/advmod deny/VB/0/ROOT that/IN/7/mark "
            "Marsh/NNP/7/nsubj lied/lie/VBD/4/ccomp ././4/punct",
            False,
        ),
        (
            "Hale/NNP/2/nsubj denied/deny/VBD/0/ROOT that/IN/5/mark Marsh/NNP/5/nsubj "
            "lied/lie/VBD/2/ccomp ././2/punct",
            True,
        ),
    ],
    ids=["never said", "did not deny", "denied"],
)
def test_nobody_vouches_for_what_was_never_said(tree: str, quote_is_denied: bool) -> None:
    found = _read(tree)
    [lied] = of_action(found, "Action")
    assert lied.quote is not None
    assert lied.quote.negative == quote_is_denied
    assert (lied.polarity is Polarity.NEGATIVE) == quote_is_denied
    assert lied.asserted == quote_is_denied


@pytest.mark.parametrize("thinks", ["hopes/hope", "fears/fear", "suspects/suspect", "jokes/joke"])
def test_nobody_vouches_for_what_is_only_thought(thinks: str) -> None:
    found = _read(
        f"Hale/NNP/2/nsubj {thinks}/VBZ/0/ROOT that/IN/5/mark Marsh/NNP/5/nsubj "
        "lied/lie/VBD/2/ccomp ././2/punct"
    )
    [lied] = of_action(found, "Action")
    assert lied.quote is not None
    assert (lied.modality, lied.asserted) == (Modality.POSSIBLE, False)


def test_what_is_only_wished_is_not_told() -> None:
    found = _read(
        "Hale/NNP/2/nsubj wishes/wish/VBZ/0/ROOT Marsh/NNP/5/nsubj had/have/VBD/5/aux "
        "lied/lie/VBN/2/ccomp ././2/punct"
    )
    assert not of_action(found, "Action")


@pytest.mark.parametrize(
    ("tree", "action", "roles"),
    [
        (
            "Hale/NNP/2/nsubj moved/move/VBD/0/ROOT to/IN/4/case Oxley/NNP/2/obl ././2/punct",
            "Action",
            {"agent": "Hale", "goal": "Oxley"},
        ),
        (
            "For/IN/4/case Marsh/NNP/4/nmod:poss 's/POS/2/case part/NN/7/obl ,/,/4/punct Hale/NNP/7/nsubj "
            "argued/argue/VBD/0/ROOT that/IN/10/mark it/PRP/10/nsubj fell/fall/VBD/7/ccomp ././7/punct",
            "Claim",
            {"agent": "Hale", "theme": "that it fell"},
        ),
    ],
    ids=["where somebody goes", "for somebody's part"],
)
def test_where_and_whose_side_is_no_theme(tree: str, action: str, roles: dict[str, str]) -> None:
    places = {"Oxley": "LOC"} if "Oxley" in tree else {}
    people = {name: "PERSON" for name in _PEOPLE if f"{name}/" in tree}
    found = reading(doc(tree, names=people | places))
    [statement] = of_action(found, action)
    assert filled(found, statement) == roles


@pytest.mark.parametrize(
    "tree",
    [
        "It/PRP/4/nsubj is/be/VBZ/4/cop too/RB/4/advmod soon/RB/0/ROOT to/TO/6/mark say/VB/4/advcl "
        "that/IN/9/mark Marsh/NNP/9/nsubj paid/pay/VBD/6/ccomp ././4/punct",
        "It/PRP/4/expl is/be/VBZ/4/cop an/DT/4/det error/NN/0/ROOT to/TO/6/mark say/VB/4/csubj "
        "that/IN/9/mark Marsh/NNP/9/nsubj paid/pay/VBD/6/ccomp ././4/punct",
    ],
    ids=["an adverb", "a noun"],
)
def test_it_says_nothing_where_it_stands_for_a_clause(tree: str) -> None:
    found = _read(tree)
    assert all(quote.source is None for quote in found.quotes)
    assert all(statement.filler("agent") is None for statement in of_action(found, "Say"))


def test_who_is_not_reluctant_may_well_do_it() -> None:
    tree = (
        "Hale/NNP/{}/nsubj was/be/VBD/{}/cop {}reluctant/JJ/0/ROOT to/TO/{}/mark "
        "criticise/VB/{}/xcomp Marsh/NNP/{}/obj ././{}/punct"
    )
    plain = of_action(_read(tree.format(3, 3, "", 5, 3, 5, 3)), "Criticise")
    denied = of_action(_read(tree.format(4, 4, "not/RB/4/advmod ", 6, 4, 6, 4)), "Criticise")
    assert [s.polarity for s in (*plain, *denied)] == [Polarity.NEGATIVE, Polarity.POSITIVE]
    assert [s.asserted for s in denied] == [False]


def test_what_somebody_is_called_is_told() -> None:
    found = _read(
        "Hale/NNP/2/nsubj called/call/VBD/0/ROOT Marsh/NNP/2/obj a/DT/5/det bully/NN/2/xcomp ././2/punct"
    )
    [described] = of_action(found, "Describe")
    assert filled(found, described) == {"agent": "Hale", "theme": "Marsh", "capacity": "a bully"}


def test_everything_is_told_with_the_clause_that_says_what() -> None:
    found = _read(
        "Hale/NNP/2/nsubj hated/hate/VBD/0/ROOT everything/NN/2/obj they/PRP/5/nsubj "
        "stood/stand/VBD/3/acl:relcl for/IN/5/obl ././2/punct"
    )
    [hated] = of_action(found, "Dislike")
    assert filled(found, hated)["theme"] == "everything they stood for"


def test_a_phrase_keeps_what_crosses_out_of_it() -> None:
    made = doc(
        "Marsh/NNP/2/nsubj accused/accuse/VBD/0/ROOT Hale/NNP/2/obj of/IN/5/mark ignoring/ignore/VBG/2/advcl "
        "all/DT/5/obj that/WDT/9/obj she/PRP/9/nsubj warned/warn/VBD/6/acl:relcl about/IN/7/case ././2/punct",
        names={"Hale": "PERSON", "Marsh": "PERSON"},
    )
    found = reading(made)
    [accused] = of_action(found, "Accuse")
    assert filled(found, accused)["topic"] == "ignoring all that she warned about"
