"""How sentences tell a deed where papers have a way to put it: how real it is, who tells it, who did it."""

from __future__ import annotations

import pytest

from kg.model import Statement

from .by_hand import doc, reading

_PEOPLE = ("Ada Hale", "Jon Marsh", "Ben Reed", "Cora Lund")

#: The sentences, the word for a deed, and each telling of it: modality, polarity, whether somebody vouches
#: for it, who does it, and in whose words it stands.
_TOLD = {
    "made to do it": (
        [
            "Ada/NNP/3/nsubj Hale/NNP/1/flat made/make/VBD/0/ROOT Jon/NNP/3/obj Marsh/NNP/4/flat "
            "resign/VB/3/xcomp ././3/punct",
        ],
        "resign",
        [("Actual", "Positive", True, "Jon Marsh", None)],
    ),
    "was made to do it": (
        [
            "Jon/NNP/4/nsubj:pass Marsh/NNP/1/flat was/be/VBD/4/aux:pass made/make/VBN/0/ROOT "
            "to/TO/6/mark resign/VB/4/xcomp ././4/punct",
        ],
        "resign",
        [("Actual", "Positive", True, "Jon Marsh", None)],
    ),
    "has trouble doing it": (
        [
            "Ada/NNP/3/nsubj Hale/NNP/1/flat had/have/VBD/0/ROOT trouble/NN/3/obj winning/win/VBG/4/acl "
            "the/DT/7/det vote/NN/5/obj ././3/punct",
        ],
        "winning",
        [("Possible", "Positive", False, "Ada Hale", None)],
    ),
    "strong enough to do it": (
        [
            "Ada/NNP/4/nsubj Hale/NNP/1/flat was/be/VBD/4/cop strong/JJ/0/ROOT enough/RB/4/advmod "
            "to/TO/7/mark win/VB/4/advcl the/DT/9/det vote/NN/7/obj ././4/punct",
        ],
        "win",
        [("Possible", "Positive", False, "Ada Hale", None)],
    ),
    "too weak to do it": (
        [
            "Ada/NNP/5/nsubj Hale/NNP/1/flat was/be/VBD/5/cop too/RB/5/advmod weak/JJ/0/ROOT "
            "to/TO/7/mark win/VB/5/advcl the/DT/9/det vote/NN/7/obj ././5/punct",
        ],
        "win",
        [("Possible", "Negative", False, "Ada Hale", None)],
    ),
    "all too happy to do it": (
        [
            "Ada/NNP/6/nsubj Hale/NNP/1/flat was/be/VBD/6/cop all/RB/6/advmod too/RB/6/advmod "
            "happy/JJ/0/ROOT to/TO/8/mark win/VB/6/advcl the/DT/10/det vote/NN/8/obj ././6/punct",
        ],
        "win",
        [("Planned", "Positive", False, "Ada Hale", None)],
    ),
    "an auxiliary that two verbs share": (
        [
            "Ada/NNP/4/nsubj Hale/NNP/1/flat should/MD/4/aux lead/VB/0/ROOT and/CC/7/cc be/VB/7/aux "
            "winning/win/VBG/4/conj the/DT/9/det vote/NN/7/obj ././4/punct",
        ],
        "winning",
        [("Obliged", "Positive", True, "Ada Hale", None)],
    ),
    "proof that is none": (
        [
            "The/DT/2/det film/NN/3/nsubj gave/give/VBD/0/ROOT “/“/``/5/punct proof/NN/3/obj "
            "”/“/''/5/punct that/IN/10/mark Ada/NNP/10/nsubj Hale/NNP/8/flat attacked/attack/VBD/5/acl "
            "Jon/NNP/10/obj Marsh/NNP/11/flat ././3/punct",
        ],
        "attacked",
        [],
    ),
    "what is said of a source ahead": (
        [
            "According/accord/VBG/3/case to/IN/1/fixed papers/paper/NNS/15/obl of/IN/5/case "
            "Cora/NNP/3/nmod Lund/NNP/5/flat ,/,/9/punct who/WP/9/nsubj died/die/VBD/5/acl:relcl "
            "in/IN/11/case May/NNP/9/obl ,/,/3/punct Ada/NNP/15/nsubj Hale/NNP/13/flat "
            "attacked/attack/VBD/0/ROOT Jon/NNP/15/obj Marsh/NNP/16/flat ././15/punct",
        ],
        "died",
        [("Actual", "Positive", True, "Cora Lund", None)],
    ),
    "what is said of a source behind": (
        [
            "Ada/NNP/4/nsubj Hale/NNP/1/flat will/MD/4/aux propose/VB/0/ROOT spending/spend/VBG/4/xcomp "
            "money/NN/5/obj ,/,/11/punct according/accord/VBG/11/case to/IN/8/fixed a/DT/11/det "
            "clerk/NN/5/obl who/WP/13/nsubj saw/see/VBD/11/acl:relcl Jon/NNP/13/obj Marsh/NNP/14/flat "
            "././4/punct",
        ],
        "saw",
        [("Actual", "Positive", True, "clerk", None)],
    ),
    "a concession in an aside": (
        [
            "The/DT/2/det pier/NN/14/nsubj:pass ,/,/2/punct even/RB/8/advmod if/IN/8/mark "
            "Ada/NNP/8/nsubj Hale/NNP/6/flat thought/think/VBD/14/advcl it/PRP/11/nsubj "
            "was/be/VBD/11/cop sound/JJ/8/ccomp ,/,/8/punct was/be/VBD/14/aux:pass "
            "closed/close/VBN/0/ROOT by/IN/17/case the/DT/17/det council/NN/14/obl:agent ././14/punct",
        ],
        "closed",
        [("Actual", "Positive", True, "council", None)],
    ),
    "a condition in an aside": (
        [
            "The/DT/2/det pier/NN/13/nsubj:pass ,/,/2/punct if/IN/7/mark "
            "Ada/NNP/7/nsubj Hale/NNP/5/flat thought/think/VBD/13/advcl it/PRP/10/nsubj "
            "was/be/VBD/10/cop sound/JJ/7/ccomp ,/,/7/punct was/be/VBD/13/aux:pass "
            "closed/close/VBN/0/ROOT by/IN/16/case the/DT/16/det council/NN/13/obl:agent ././13/punct",
        ],
        "closed",
        [("Actual", "Positive", False, "council", None)],
    ),
    "a measure in an aside": (
        [
            "The/DT/2/det pier/NN/14/nsubj:pass ,/,/2/punct about/RB/6/advmod as/RB/6/advmod "
            "long/RB/14/obl as/IN/11/mark Ada/NNP/11/nsubj Hale/NNP/8/flat could/MD/11/aux "
            "expect/VB/6/advcl ,/,/2/punct was/be/VBD/14/aux:pass closed/close/VBN/0/ROOT by/IN/17/case "
            "the/DT/17/det council/NN/14/obl:agent ././14/punct",
        ],
        "closed",
        [("Actual", "Positive", True, "council", None)],
    ),
    "a reminder": (
        [
            "As/IN/3/mark you/PRP/3/nsubj know/VBP/7/advcl ,/,/3/punct Ada/NNP/7/nsubj Hale/NNP/5/flat "
            "attacked/attack/VBD/0/ROOT Jon/NNP/7/obj Marsh/NNP/8/flat ././7/punct",
        ],
        "attacked",
        [("Actual", "Positive", True, "Ada Hale", None)],
    ),
    "a mind of her own": (
        [
            "Ada/NNP/3/nsubj Hale/NNP/1/flat said/say/VBD/0/ROOT there/EX/5/expl was/be/VBD/3/ccomp "
            "no/DT/7/det faith/NN/5/nsubj in/IN/11/case her/PRP$/11/nmod:poss own/JJ/11/amod "
            "mind/NN/7/nmod that/IN/16/obj the/DT/14/det pier/NN/16/nsubj had/have/VBD/16/aux "
            "closed/close/VBN/7/acl ././3/punct",
        ],
        "closed",
        [],
    ),
    "a mind of his own": (
        [
            "Ben/NNP/3/nsubj Reed/NNP/1/flat had/have/VBD/0/ROOT no/DT/5/det faith/NN/3/obj "
            "in/IN/9/case his/PRP$/9/nmod:poss own/JJ/9/amod mind/NN/5/nmod ,/,/12/punct and/CC/12/cc "
            "sued/su/VBD/3/conj Ada/NNP/12/obj Hale/NNP/13/flat ././3/punct",
        ],
        "sued",
        [("Actual", "Positive", True, "Ben Reed", None)],
    ),
    "I within marks": (
        [
            "Ada/NNP/3/nsubj Hale/NNP/1/flat added/add/VBD/0/ROOT that/IN/8/mark “/``/8/punct "
            "I/I/PRP/8/nsubj will/MD/8/aux sue/VB/3/ccomp Jon/NNP/8/obj Marsh/NNP/9/flat ././8/punct "
            "”/''/8/punct",
        ],
        "sue",
        [("Planned", "Positive", True, "Ada Hale", "Ada Hale")],
    ),
    "words shot back": (
        [
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat shot/shoot/VBD/0/ROOT back/RB/3/advmod ,/,/9/punct "
            "“/“/``/9/punct Ada/NNP/9/nsubj Hale/NNP/7/flat attacked/attack/VBD/3/parataxis "
            "Ben/NNP/9/obj Reed/NNP/10/flat ././9/punct ”/“/''/9/punct",
        ],
        "attacked",
        [("Actual", "Positive", True, "Ada Hale", "Jon Marsh")],
    ),
    "forced to do it": (
        [
            "Ada/NNP/3/nsubj Hale/NNP/1/flat forced/force/VBD/0/ROOT Jon/NNP/3/obj Marsh/NNP/4/flat "
            "to/TO/7/mark resign/VB/3/xcomp ././3/punct",
        ],
        "resign",
        [("Actual", "Positive", True, "Jon Marsh", None)],
    ),
    "not forced to do it": (
        [
            "Ada/NNP/5/nsubj Hale/NNP/1/flat did/do/VBD/5/aux not/RB/5/advmod force/VB/0/ROOT "
            "Jon/NNP/5/obj Marsh/NNP/6/flat to/TO/9/mark resign/VB/5/xcomp ././5/punct",
        ],
        "resign",
        [("Possible", "Positive", False, "Jon Marsh", None)],
    ),
    "not allowed to do it": (
        [
            "Ada/NNP/5/nsubj:pass Hale/NNP/1/flat was/be/VBD/5/aux:pass not/RB/5/advmod "
            "allowed/allow/VBN/0/ROOT to/TO/7/mark sell/VB/5/xcomp the/DT/9/det pier/NN/7/obj "
            "././5/punct",
        ],
        "sell",
        [("Possible", "Negative", False, "Ada Hale", None)],
    ),
    "not authorised to do it": (
        [
            "Ada/NNP/5/nsubj:pass Hale/NNP/1/flat was/be/VBD/5/aux:pass not/RB/5/advmod "
            "authorised/authorise/VBN/0/ROOT to/TO/7/mark sell/VB/5/xcomp the/DT/9/det pier/NN/7/obj "
            "././5/punct",
        ],
        "sell",
        [("Possible", "Negative", False, "Ada Hale", None)],
    ),
    "a day beside a name": (
        [
            "On/IN/2/case Kestrel/NNP/11/obl Tuesday/NNP/11/obl:unmarked ,/,/2/punct his/PRP$/6/nmod:poss "
            "wife/NN/11/nsubj ,/,/8/punct Cora/NNP/6/appos Lund/NNP/8/flat ,/,/6/punct "
            "sued/sue/VBD/0/ROOT Jon/NNP/11/obj Marsh/NNP/12/flat ././11/punct",
        ],
        "sued",
        [("Actual", "Positive", True, "Cora Lund", None)],
    ),
    "what we say against it": (
        [
            "Jon/NNP/3/nsubj Marsh/NNP/1/flat claims/claim/VBZ/0/ROOT he/PRP/5/nsubj "
            "won/win/VBD/3/ccomp the/DT/7/det vote/NN/5/obj ,/,/11/punct but/CC/11/cc we/PRP/11/nsubj "
            "find/VBP/3/conj that/IN/15/mark Ben/NNP/15/nsubj Reed/NNP/13/flat won/win/VBD/11/ccomp "
            "it/PRP/15/obj ././3/punct",
        ],
        "find",
        [("Actual", "Positive", True, "we", None)],
    ),
    "too ready to do it": (
        [
            "Ada/NNP/5/nsubj Hale/NNP/1/flat was/be/VBD/5/cop too/RB/5/advmod ready/JJ/0/ROOT "
            "to/TO/7/mark win/VB/5/xcomp the/DT/9/det vote/NN/7/obj ././5/punct",
        ],
        "win",
        [("Planned", "Positive", True, "Ada Hale", None)],
    ),
    "combined to do it": (
        [
            "Ada/NNP/7/nsubj Hale/NNP/1/flat and/CC/4/cc Jon/NNP/1/conj Marsh/NNP/4/flat have/VBP/7/aux "
            "combined/combine/VBN/0/ROOT to/TO/9/mark sue/VB/7/xcomp the/DT/11/det town/NN/9/obj "
            "././7/punct",
        ],
        "sue",
        [("Actual", "Positive", True, "Ada Hale", None), ("Actual", "Positive", True, "Jon Marsh", None)],
    ),
    "a gerund of force": (
        [
            "Forcing/force/VBG/8/csubj Jon/NNP/1/obj Marsh/NNP/2/flat to/TO/5/mark resign/VB/1/xcomp "
            "would/MD/8/aux be/VB/8/cop wrong/JJ/0/ROOT ././8/punct",
        ],
        "resign",
        [("Possible", "Positive", False, "Jon Marsh", None)],
    ),
    "eligible under a condition": (
        [
            "Ada/NNP/4/nsubj Hale/NNP/1/flat would/MD/4/aux gain/VB/0/ROOT ,/,/11/punct "
            "even/RB/11/advmod if/IN/11/mark Jon/NNP/11/nsubj Marsh/NNP/8/flat was/be/VBD/11/cop "
            "eligible/JJ/4/advcl to/TO/13/mark win/VB/11/xcomp the/DT/15/det vote/NN/13/obj ././4/punct",
        ],
        "win",
        [("Possible", "Positive", False, "Jon Marsh", None)],
    ),
    "what was done beside a denial": (
        [
            "Ada/NNP/5/nsubj Hale/NNP/1/flat did/do/VBD/5/aux not/RB/5/advmod attend/VB/0/ROOT "
            "the/DT/7/det vote/NN/5/obj ,/,/9/punct blaming/blame/VBG/5/advcl Jon/NNP/9/obj "
            "Marsh/NNP/10/flat ././5/punct",
        ],
        "blaming",
        [("Actual", "Positive", True, "Ada Hale", None)],
    ),
    "while it was denied": (
        [
            "Ada/NNP/4/nsubj Hale/NNP/1/flat never/RB/4/advmod met/meet/VBD/0/ROOT Jon/NNP/4/obj "
            "Marsh/NNP/5/flat while/IN/8/mark leading/lead/VBG/4/advcl the/DT/10/det council/NN/8/obj "
            "././4/punct",
        ],
        "leading",
        [("Actual", "Positive", True, "Ada Hale", None)],
    ),
    "by what is denied": (
        [
            "Ada/NNP/5/nsubj Hale/NNP/1/flat did/do/VBD/5/aux not/RB/5/advmod win/VB/0/ROOT "
            "by/IN/7/mark attacking/attack/VBG/5/advcl Jon/NNP/7/obj Marsh/NNP/8/flat ././5/punct",
        ],
        "attacking",
        [("Actual", "Negative", True, "Ada Hale", None)],
    ),
    "who goes on saying": (
        [
            "Ada/NNP/3/nsubj Hale/NNP/1/flat said/say/VBD/0/ROOT Jon/NNP/6/nsubj Marsh/NNP/4/flat "
            "stands/stand/VBZ/3/ccomp for/IN/8/case greed/NN/6/obl ,/,/10/punct "
            "calling/call/VBG/6/advcl him/he/PRP/10/obj a/DT/13/det fool/NN/10/xcomp ././3/punct",
        ],
        "calling",
        [("Actual", "Positive", True, "Ada Hale", "Ada Hale")],
    ),
    "who is quoted as saying": (
        [
            "The/DT/2/det Herald/NNP/3/nsubj quoted/quote/VBD/0/ROOT Ada/NNP/3/obj Hale/NNP/4/flat "
            "as/IN/7/mark saying/say/VBG/3/advcl Jon/NNP/10/nsubj Marsh/NNP/8/flat won/win/VBD/7/ccomp "
            "the/DT/12/det vote/NN/10/obj ././3/punct",
        ],
        "saying",
        [("Actual", "Positive", True, "Ada Hale", "The Herald")],
    ),
}


@pytest.mark.parametrize("name", _TOLD)
def test_a_deed_is_told_as_the_sentence_says(name: str) -> None:
    trees, word, expected = _TOLD[name]
    found = reading(doc(*trees, names={who: "PERSON" for who in _PEOPLE if who in " ".join(_plain(trees))}))
    words, labels = found.article.words, {entity.key: entity.label for entity in found.entities}

    def told(statement: Statement) -> tuple[object, ...]:
        agent = statement.filler("agent")
        who = None if agent is None else labels.get(agent.entity or "") or words(agent.passage)
        source = None if statement.quote is None else statement.quote.source
        by = None if source is None else words(source)
        return statement.modality.value, statement.polarity.value, statement.asserted, who, by

    assert [told(s) for s in found.statements if words(s.trigger) == word] == expected


def _plain(trees: list[str]) -> list[str]:
    return [" ".join(word.split("/")[0] for word in tree.split()) for tree in trees]
