"""Who does what is told, where it stands in no subject of its own verb, on trees made by hand."""

from __future__ import annotations

import pytest

from .by_hand import doc, of_action, reading

_HALE = {"Hale": "PERSON", "Marsh": "PERSON"}

#: Tree, names, heads of mentions, action, and role -> words: none where nobody may fill it.
_CASES: list[tuple[str, dict[str, str], dict[str, str], str, dict[str, str | None]]] = [
    (  # a call to do something is made to others
        "Hale/NNP/3/nmod:poss 's/POS/1/case call/NN/7/nsubj to/TO/5/mark sell/VB/3/acl mills/mill/NNS/5/obj "
        "failed/fail/VBD/0/ROOT ././7/punct",
        _HALE,
        {"mills": "object"},
        "Sell",
        {"agent": None},
    ),
    (
        "Nurses/nurse/NNS/2/nsubj pleaded/plead/VBD/0/ROOT with/IN/4/case Marsh/NNP/2/obl to/TO/6/mark "
        "visit/VB/2/xcomp Hale/NNP/6/obj ././2/punct",
        _HALE,
        {"Nurses": "person"},
        "Visit",
        {"agent": "Marsh", "theme": "Hale"},
    ),
    (
        "It/PRP/3/expl is/be/VBZ/3/cop incumbent/JJ/0/ROOT upon/IN/5/case Hale/NNP/3/obl to/TO/7/mark "
        "sue/VB/3/csubj Marsh/NNP/7/obj ././3/punct",
        _HALE,
        {},
        "Sue",
        {"agent": "Hale", "theme": "Marsh"},
    ),
    (  # where somebody appears is nobody who is to act
        "Hale/NNP/2/nsubj appeared/appear/VBD/0/ROOT on/IN/4/case Oxley/NNP/2/obl to/TO/6/mark "
        "defend/VB/2/advcl Marsh/NNP/6/obj ././2/punct",
        {**_HALE, "Oxley": "ORG"},
        {},
        "Defend",
        {"agent": "Hale", "theme": "Marsh"},
    ),
    (  # a range of what there is, and nobody's doing
        "Farmers/farmer/NNS/2/nsubj answered/answer/VBD/0/ROOT arguments/argument/NNS/2/obj from/IN/5/mark "
        "selling/sell/VBG/2/advcl mills/mill/NNS/5/obj to/IN/8/mark blaming/blame/VBG/5/advcl "
        "Marsh/NNP/8/obj ././2/punct",
        _HALE,
        {"Farmers": "person", "mills": "object"},
        "Blame",
        {"agent": None},
    ),
    (
        "Hale/NNP/5/nsubj is/be/VBZ/5/cop one/CD/5/nummod a/DT/5/det liar/NN/0/ROOT and/CC/8/cc a/DT/8/det "
        "thief/NN/5/conj who/WP/10/nsubj attacked/attack/VBD/8/acl:relcl Marsh/NNP/10/obj ././5/punct",
        _HALE,
        {"liar": "person", "thief": "person"},
        "Attack",
        {"agent": "Hale"},
    ),
    (  # "which" with a verb in the singular tells of all that was said
        "Hale/NNP/2/nsubj owns/own/VBZ/0/ROOT mills/mill/NNS/2/obj ,/,/6/punct which/WDT/6/nsubj "
        "protects/protect/VBZ/3/acl:relcl Marsh/NNP/6/obj ././2/punct",
        _HALE,
        {"mills": "organization"},
        "Protect",
        {"agent": None},
    ),
    (  # "I … and does not" have no subject in common
        "I/PRP/3/nsubj could/MD/3/aux visit/VB/0/ROOT Hale/NNP/3/obj and/CC/8/cc does/do/VBZ/8/aux "
        "not/RB/8/advmod attack/VB/3/conj Marsh/NNP/8/obj ././3/punct",
        _HALE,
        {"I": "person"},
        "Attack",
        {"agent": None},
    ),
    (  # support that somebody has among others is theirs
        "Her/PRP$/2/nmod:poss support/NN/5/nsubj among/IN/4/case farmers/farmer/NNS/2/nmod "
        "helped/help/VBD/0/ROOT Marsh/NNP/5/obj ././5/punct",
        _HALE,
        {"Her": "person", "farmers": "person"},
        "Support",
        {"agent": "farmers", "theme": "Her"},
    ),
    (
        "Hale/NNP/2/nsubj won/win/VBD/0/ROOT the/DT/4/det support/NN/2/obj of/IN/6/case "
        "farmers/farmer/NNS/4/nmod ././2/punct",
        _HALE,
        {"farmers": "person"},
        "Support",
        {"agent": "farmers", "theme": "Hale"},
    ),
    (
        "Two/CD/2/nummod fifths/fifth/NNS/8/nsubj or/CC/4/cc fewer/JJR/2/conj of/IN/7/case "
        "our/PRP$/7/nmod:poss members/member/NNS/2/nmod attacked/attack/VBD/0/ROOT "
        "Marsh/NNP/8/obj ././8/punct",
        _HALE,
        {"members": "person", "fewer": "person"},
        "Attack",
        {"agent": "Two fifths or fewer of our members"},
    ),
    (  # a title in the plural stands before the names it is said of
        "Reed/NNP/9/nsubj and/CC/3/cc Texans/NNPS/1/conj Jon/NNP/3/flat Marsh/NNP/4/flat "
        "and/CC/7/cc Ada/NNP/4/conj Hale/NNP/7/flat "
        "attacked/attack/VBD/0/ROOT farmers/farmer/NNS/9/obj ././9/punct",
        {"Reed": "PERSON", "Texans": "NORP", "Jon Marsh": "PERSON", "Ada Hale": "PERSON"},
        {"farmers": "person"},
        "Attack",
        {"agent": "Jon Marsh"},
    ),
    (
        "A/DT/2/det lawyer/NN/6/nsubj ,/,/4/punct Hale/NNP/2/appos has/have/VBZ/6/aux sued/sue/VBN/0/ROOT "
        "Marsh/NNP/6/obj ././6/punct",
        _HALE,
        {"lawyer": "person"},
        "Sue",
        {"agent": "Hale", "theme": "Marsh"},
    ),
    (
        "Reed/NNP/2/nsubj won/win/VBD/0/ROOT a/DT/4/det prize/NN/2/obj ,/,/8/punct which/WDT/8/obj "
        "Hale/NNP/8/nsubj called/call/VBD/4/acl:relcl “/``/11/punct a/DT/11/det disgrace/NN/8/xcomp "
        ",/,/11/punct ”/''/11/punct blaming/blame/VBG/2/advcl Marsh/NNP/14/obj ././2/punct",
        {**_HALE, "Reed": "PERSON"},
        {"prize": "object"},
        "Blame",
        {"agent": "Hale", "theme": "Marsh"},
    ),
    (  # who did it before others, or alone
        "Hale/NNP/5/nsubj was/be/VBD/5/cop the/DT/5/det first/JJ/5/amod woman/NN/0/ROOT to/TO/7/mark "
        "sue/VB/5/acl Marsh/NNP/7/obj ././5/punct",
        _HALE,
        {"woman": "person"},
        "Sue",
        {"agent": "Hale", "theme": "Marsh"},
    ),
    (
        "Hale/NNP/2/nsubj became/become/VBD/0/ROOT the/DT/5/det only/JJ/5/amod woman/NN/2/xcomp "
        "to/TO/7/mark sue/VB/5/acl Marsh/NNP/7/obj ././2/punct",
        _HALE,
        {"woman": "person"},
        "Sue",
        {"agent": "Hale", "theme": "Marsh"},
    ),
    (
        "Hale/NNP/8/nsubj ,/,/5/punct the/DT/5/det first/JJ/5/amod woman/NN/1/appos to/TO/7/mark "
        "sue/VB/5/acl left/leave/VBD/0/ROOT Marsh/NNP/8/obj ././8/punct",
        _HALE,
        {"woman": "person"},
        "Sue",
        {"agent": "Hale"},
    ),
    (  # who never would
        "Hale/NNP/5/nsubj is/be/VBZ/5/cop the/DT/5/det last/JJ/5/amod woman/NN/0/ROOT to/TO/7/mark "
        "sue/VB/5/acl Marsh/NNP/7/obj ././5/punct",
        _HALE,
        {"woman": "person"},
        "Sue",
        {"agent": None},
    ),
    (  # what "it" stands for is done by nobody who is named
        "Marsh/NNP/2/nsubj called/call/VBD/0/ROOT it/PRP/2/obj a/DT/5/det joke/NN/2/xcomp to/TO/7/mark "
        "sue/VB/2/advcl Hale/NNP/7/obj ././2/punct",
        _HALE,
        {},
        "Sue",
        {"agent": None},
    ),
    (
        "Reed/NNP/2/nsubj made/make/VBD/0/ROOT it/PRP/2/expl hard/JJ/2/xcomp to/TO/6/mark sue/VB/4/ccomp "
        "Hale/NNP/6/obj ././2/punct",
        {**_HALE, "Reed": "PERSON"},
        {},
        "Sue",
        {"agent": None},
    ),
    (  # that it was claimed caused it
        "Attacks/attack/NNS/3/nsubj:pass were/be/VBD/3/aux:pass claimed/claim/VBN/0/ROOT by/IN/5/case "
        "Marsh/NNP/3/obl:agent ,/,/7/punct sparking/spark/VBG/3/advcl riots/riot/NNS/7/obj ././3/punct",
        _HALE,
        {"riots": "event"},
        "Cause",
        {"agent": None},
    ),
]


@pytest.mark.parametrize(("tree", "names", "heads", "action", "roles"), _CASES)
def test_who_does_it(
    tree: str, names: dict[str, str], heads: dict[str, str], action: str, roles: dict[str, str | None]
) -> None:
    here = {name: label for name, label in names.items() if f"{name.split()[0]}/NNP" in tree}
    extraction = reading(doc(tree, names=here, heads_of=heads))
    found = [
        {a.role: extraction.article.words(a.passage) for a in statement.arguments}
        for statement in of_action(extraction, action)
    ]
    if roles == {"agent": None}:
        assert not any("agent" in words for words in found), found
    else:
        assert any(all(words.get(role) == wanted for role, wanted in roles.items()) for words in found), found


def test_all_members_of_a_party_who_do_something_are_not_the_party() -> None:
    made = doc(
        "All/DT/3/det the/DT/3/det Democrats/NNPS/6/nsubj suing/sue/VBG/3/acl banks/bank/NNS/4/obj "
        "attacked/attack/VBD/0/ROOT Marsh/NNP/6/obj ././6/punct",
        names={"Democrats": "NORP", "Marsh": "PERSON"},
        heads_of={"Democrats": "person"},
    )
    who = {m.entity for m in reading(made).mentions if "Democrats" in reading(made).article.words(m.passage)}
    assert who and not any("Democratic" in key for key in who), who


def test_what_is_spoken_is_a_language_and_no_country() -> None:
    made = doc(
        "Hale/NNP/2/nsubj speaks/speak/VBZ/0/ROOT French/NNP/2/obj ././2/punct",
        names={"Hale": "PERSON", "French": "NORP"},
    )
    (told,) = [s for s in reading(made).statements if s.action == "Speak"]
    assert [a.entity for a in told.arguments if a.role == "theme"] != ["France"]
