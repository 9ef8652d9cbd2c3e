"""As what, from whom and to what: roles that are no topic, on trees made by hand."""

from __future__ import annotations

import pytest

from .by_hand import doc, filled, only, reading

_NAMES = {"Hale": "PERSON", "Marsh": "PERSON", "Reed": "PERSON", "Oxley": "LOC", "Kestrel Bank": "ORG"}


def _parts(tree: str, action: str) -> dict[str, str]:
    made = doc(tree)
    names = {name: label for name, label in _NAMES.items() if name in made.text}
    ex = reading(doc(tree, names=names))
    return filled(ex, only(ex, action))


@pytest.mark.parametrize(
    ("tree", "action", "parts"),
    [
        pytest.param(
            "Hale/NNP/2/nsubj served/serve/VBD/0/ROOT as/IN/4/case clerk/NN/2/obl ././2/punct",
            "Serve",
            {"agent": "Hale", "capacity": "clerk"},
            id="as what somebody serves",
        ),
        pytest.param(
            "Hale/NNP/2/nsubj collected/collect/VBD/0/ROOT letters/letter/NNS/2/obj from/IN/5/case "
            "Reed/NNP/2/obl ././2/punct",
            "Gather",
            {"agent": "Hale", "theme": "letters", "origin": "Reed"},
            id="from whom it comes",
        ),
        pytest.param(
            "Hale/NNP/2/nsubj sent/send/VBD/0/ROOT letters/letter/NNS/2/obj to/IN/7/case an/DT/7/det "
            "old/JJ/7/amod address/NN/2/obl ././2/punct",
            "Send",
            {"agent": "Hale", "theme": "letters", "goal": "old address"},
            id="what it is sent to is told nothing",
        ),
        pytest.param(
            "Hale/NNP/2/nsubj sent/send/VBD/0/ROOT letters/letter/NNS/2/obj to/IN/5/case Reed/NNP/2/obl "
            "././2/punct",
            "Send",
            {"agent": "Hale", "theme": "letters", "addressee": "Reed"},
            id="whom it is sent to is",
        ),
        pytest.param(
            "Hale/NNP/2/nsubj knew/know/VBD/0/ROOT this/DT/2/obj from/IN/6/case the/DT/6/det "
            "start/NN/2/obl ././2/punct",
            "Know",
            {"agent": "Hale", "theme": "this"},
            id="since when is no origin",
        ),
        pytest.param(
            "Hale/NNP/2/nsubj supported/support/VBD/0/ROOT Marsh/NNP/2/obj over/IN/5/case Reed/NNP/2/obl "
            "././2/punct",
            "Support",
            {"agent": "Hale", "theme": "Marsh"},
            id="of the one less preferred nothing is told",
        ),
        pytest.param(
            "Hale/NNP/2/nsubj backed/back/VBD/0/ROOT Reed/NNP/5/nmod:poss 's/POS/3/case "
            "account/NN/2/obj ././2/punct",
            "Support",
            {"agent": "Hale", "theme": "Reed's account"},
            id="who backs an account answers nobody",
        ),
        pytest.param(
            "Hale/NNP/2/nsubj rejected/reject/VBD/0/ROOT Reed/NNP/5/nmod:poss 's/POS/3/case "
            "offer/NN/2/obj ././2/punct",
            "Reject",
            {"agent": "Hale", "theme": "Reed's offer", "addressee": "Reed"},
            id="who rejects an offer answers whoever made it",
        ),
        pytest.param(
            "Police/NNS/2/nsubj raided/raid/VBD/0/ROOT Reed/NNP/5/nmod:poss 's/POS/3/case "
            "home/NN/2/obj ././2/punct",
            "Raid",
            {"agent": "Police", "theme": "Reed's home", "addressee": "Reed"},
            id="whose home is raided is concerned",
        ),
        pytest.param(
            "Hale/NNP/2/nsubj criticised/criticise/VBD/0/ROOT Reed/NNP/5/nmod:poss 's/POS/3/case "
            "decision/NN/2/obj ././2/punct",
            "Criticise",
            {"agent": "Hale", "theme": "Reed's decision", "addressee": "Reed"},
            id="whose decision is criticised is criticised",
        ),
        pytest.param(
            "Hale/NNP/2/nsubj condemned/condemn/VBD/0/ROOT Reed/NNP/5/nmod:poss 's/POS/3/case "
            "murder/NN/2/obj ././2/punct",
            "Condemn",
            {"agent": "Hale", "theme": "Reed's murder"},
            id="whose murder is condemned is not",
        ),
    ],
)
def test_a_preposition_leads_to_the_role_that_it_means(tree: str, action: str, parts: dict[str, str]) -> None:
    assert _parts(tree, action) == parts
