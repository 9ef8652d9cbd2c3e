"""Senses, themes and agents that are easily told wrong, on trees made by hand."""

from __future__ import annotations

import pytest

from .by_hand import doc, of_action, reading

#: Tree, names, heads of mentions, action, and role -> words: none where nothing may fill it, or be told.
_CASES: list[tuple[str, dict[str, str], dict[str, str], str, dict[str, str | None] | None]] = [
    (
        "Hale/NNP/2/nsubj called/call/VBD/0/ROOT the/DT/4/det vote/NN/2/obj a/DT/6/det "
        "farce/NN/2/xcomp ././2/punct",
        {"Hale": "PERSON"},
        {},
        "Describe",
        {"agent": "Hale", "theme": "the vote", "capacity": "a farce"},
    ),
    (
        "Hale/NNP/2/nsubj called/call/VBD/0/ROOT her/PRP$/4/nmod:poss rival/NN/2/obj "
        "a/DT/6/det coward/NN/4/appos at/IN/9/case the/DT/9/det rally/NN/2/obl ././2/punct",
        {"Hale": "PERSON"},
        {"her": "person", "rival": "person", "coward": "person"},
        "Describe",
        {"theme": "her rival", "capacity": "a coward"},
    ),
    (
        "Marsh/NNP/3/nsubj will/MD/3/aux declare/VB/0/ROOT it/PRP/3/obj a/DT/7/det "
        "public/JJ/7/amod nuisance/NN/3/xcomp ././3/punct",
        {"Marsh": "PERSON"},
        {"it": "organization"},
        "Describe",
        {"theme": "it", "capacity": "a public nuisance"},
    ),
    (
        "Hale/NNP/2/nsubj called/call/VBD/0/ROOT the/DT/4/det office/NN/2/obj on/IN/6/case "
        "Monday/NNP/2/obl ././2/punct",
        {"Hale": "PERSON"},
        {"office": "organization"},
        "Describe",
        None,
    ),
    (
        "Voters/voter/NNS/2/nsubj found/find/VBD/0/ROOT the/DT/4/det plan/NN/2/obj "
        "reckless/JJ/2/xcomp ././2/punct",
        {},
        {"Voters": "person"},
        "Believe",
        {"agent": "Voters", "theme": "the plan", "capacity": "reckless"},
    ),
    (
        "Hale/NNP/2/nsubj considered/consider/VBD/0/ROOT the/DT/4/det sale/NN/2/obj ././2/punct",
        {"Hale": "PERSON"},
        {},
        "Consider",
        {"theme": "the sale"},
    ),
    (
        "When/WRB/2/advmod asked/ask/VBN/6/advcl why/WRB/2/advmod ,/,/2/punct "
        "Marsh/NNP/6/nsubj replied/reply/VBD/0/ROOT ././6/punct",
        {"Marsh": "PERSON"},
        {},
        "Question",
        {"addressee": "Marsh"},
    ),
    (
        "Hale/NNP/2/nsubj asked/ask/VBD/0/ROOT Marsh/NNP/2/iobj to/TO/5/mark pay/VB/2/xcomp ././2/punct",
        {"Hale": "PERSON", "Marsh": "PERSON"},
        {},
        "Request",
        {"addressee": "Marsh", "theme": "to pay"},
    ),
    (
        "Hale/NNP/3/nsubj:pass is/be/VBZ/3/aux:pass scheduled/schedule/VBN/0/ROOT "
        "to/TO/5/mark meet/VB/3/xcomp Marsh/NNP/5/obj ././3/punct",
        {"Hale": "PERSON", "Marsh": "LOC"},
        {},
        "Plan",
        {"theme": "to meet Marsh", "topic": "Hale"},
    ),
    (
        "Hale/NNP/3/nsubj is/be/VBZ/3/aux building/build/VBG/0/ROOT on/IN/6/case "
        "her/PRP$/6/nmod:poss success/NN/3/obl ././3/punct",
        {"Hale": "PERSON"},
        {"her": "person"},
        "Build",
        None,
    ),
    (
        "Hale/NNP/3/nsubj:pass was/be/VBD/3/aux:pass used/use/VBN/0/ROOT to/TO/5/mark "
        "governing/govern/VBG/3/advcl the/DT/7/det town/NN/5/obj ././3/punct",
        {"Hale": "PERSON"},
        {"town": "place"},
        "Use",
        None,
    ),
    (
        "The/DT/2/det council/NN/3/nsubj hit/VBD/0/ROOT the/DT/5/det road/NN/3/obj ././3/punct",
        {},
        {"council": "organization", "road": "place"},
        "Affect",
        None,
    ),
    (
        "The/DT/2/det band/NN/3/nsubj capped/cap/VBD/0/ROOT the/DT/5/det night/NN/3/obj "
        "with/IN/8/case a/DT/8/det song/NN/3/obl ././3/punct",
        {},
        {"band": "organization"},
        "Restrict",
        None,
    ),
    (
        "The/DT/2/det offer/NN/4/nsubj:pass is/be/VBZ/4/aux:pass limited/limit/VBN/0/ROOT "
        "to/IN/6/case members/member/NNS/4/obl ././4/punct",
        {},
        {"members": "person"},
        "Restrict",
        None,
    ),
    (
        "The/DT/2/det gift/NN/3/nsubj represents/represent/VBZ/0/ROOT strength/NN/3/obj ././3/punct",
        {},
        {},
        "Represent",
        None,
    ),
    (
        "Hale/NNP/2/nsubj represents/represent/VBZ/0/ROOT the/DT/4/det town/NN/2/obj ././2/punct",
        {"Hale": "PERSON"},
        {"town": "place"},
        "Represent",
        {"theme": "the town"},
    ),
    (
        "They/PRP/2/nsubj kept/keep/VBD/0/ROOT her/she/PRP/2/obj away/RB/2/advmod "
        "from/IN/7/case the/DT/7/det meeting/NN/4/obl ././2/punct",
        {},
        {"They": "person", "her": "person"},
        "Keep",
        None,
    ),
    (
        "The/DT/2/det hall/NN/3/nsubj doubles/double/VBZ/0/ROOT as/IN/6/case a/DT/6/det "
        "bar/NN/3/obl ././3/punct",
        {},
        {"hall": "place", "bar": "place"},
        "Increase",
        None,
    ),
    (
        "Some/DT/3/nsubj:pass were/be/VBD/3/aux:pass exposed/expose/VBN/0/ROOT to/IN/5/case "
        "lead/NN/3/obl ././3/punct",
        {},
        {},
        "Reveal",
        None,
    ),
    (
        "Dozens/dozen/NNS/4/nsubj of/IN/3/case bankers/banker/NNS/1/nmod "
        "left/leave/VBD/0/ROOT big/JJ/6/amod firms/firm/NNS/4/obj to/TO/8/mark "
        "join/VB/4/advcl Kestrel/NNP/10/compound Bank/NNP/8/obj ././4/punct",
        {"Kestrel Bank": "ORG"},
        {"Dozens": "person", "firms": "organization"},
        "Join",
        {"agent": "bankers"},
    ),
    (
        "The/DT/3/det former/JJ/3/amod wife/NN/12/nsubj of/IN/5/case Alan/NNP/3/nmod "
        "Marsh/NNP/5/flat who/WP/8/nsubj filed/file/VBD/5/acl:relcl the/DT/10/det "
        "report/NN/8/obj has/have/VBZ/12/aux left/leave/VBN/0/ROOT ././12/punct",
        {"Alan Marsh": "PERSON"},
        {"wife": "person"},
        "Submit",
        {"agent": "The former wife of Alan Marsh"},
    ),
    (
        "In/IN/4/case a/DT/4/det long/JJ/4/amod vote/NN/8/obl it/PRP/8/nsubj could/MD/8/aux "
        "possibly/RB/8/advmod result/VB/0/ROOT in/IN/11/case the/DT/11/det "
        "nomination/NN/8/obl of/IN/13/case Hale/NNP/11/nmod ././8/punct",
        {"Hale": "PERSON"},
        {},
        "Cause",
        {"theme": "the nomination of Hale"},
    ),
    (
        "Profits/profit/NNS/5/nsubj at/IN/4/case the/DT/4/det mill/NN/1/nmod "
        "increased/increase/VBD/0/ROOT 3.5/CD/7/nummod percent/NN/5/obj in/IN/9/case "
        "May/NNP/5/obl ././5/punct",
        {},
        {"mill": "organization"},
        "Increase",
        {"theme": "Profits at the mill", "agent": None},
    ),
    (
        "Hale/NNP/2/nsubj focuses/focus/VBZ/0/ROOT on/IN/5/case the/DT/5/det "
        "pragmatic/NN/2/obl instead/RB/9/case of/IN/6/fixed the/DT/9/det ideal/NN/5/conj "
        "././2/punct",
        {"Hale": "PERSON"},
        {},
        "Action",
        {"theme": "the pragmatic"},
    ),
    (
        "Hale/NNP/2/nsubj stood/stand/VBD/0/ROOT in/IN/4/case line/NN/2/obl ././2/punct",
        {"Hale": "PERSON"},
        {},
        "Action",
        {"theme": None},
    ),
    (
        "Hale/NNP/2/nsubj specialises/specialise/VBZ/0/ROOT in/IN/4/case fraud/NN/2/obl ././2/punct",
        {"Hale": "PERSON"},
        {},
        "Action",
        {"theme": "fraud"},
    ),
    (
        "The/DT/2/det mission/NN/5/nsubj:outer is/be/VBZ/5/cop to/TO/5/mark destroy/VB/0/ROOT "
        "the/DT/7/det bridge/NN/5/obj ././5/punct",
        {},
        {"bridge": "place"},
        "Destroy",
        {"agent": None, "theme": "the bridge"},
    ),
    (
        "Hale/NNP/3/nmod:poss 's/POS/1/case plan/NN/6/nsubj:outer is/be/VBZ/6/cop "
        "to/TO/6/mark sell/VB/0/ROOT the/DT/8/det bank/NN/6/obj ././6/punct",
        {"Hale": "PERSON"},
        {},
        "Sell",
        {"agent": "Hale", "theme": "the bank"},
    ),
    (
        "The/DT/2/det poll/NN/3/nsubj shows/show/VBZ/0/ROOT Hale/NNP/3/obj "
        "leading/lead/VBG/3/ccomp Marsh/NNP/5/obj by/IN/9/case ten/CD/9/nummod "
        "points/point/NNS/5/obl ././3/punct",
        {"Hale": "PERSON"},
        {"Marsh": "place"},
        "Show",
        {"theme": "Hale leading Marsh by ten points"},
    ),
    (
        "That/DT/2/nsubj:pass said/say/VBD/0/ROOT ,/,/2/punct Hale/NNP/6/nsubj will/MD/6/aux "
        "sue/VB/2/ccomp Marsh/NNP/6/iobj ././2/punct",
        {"Hale": "PERSON", "Marsh": "PERSON"},
        {},
        "Say",
        None,
    ),
    (
        "The/DT/2/det party/NN/17/nsubj ,/,/7/punct in/IN/5/case which/WDT/7/obl "
        "Hale/NNP/7/nsubj played/play/VBD/2/acl:relcl a/DT/9/det role/NN/7/obj ,/,/13/punct "
        "and/CC/13/cc which/WDT/13/nsubj supported/support/VBD/7/conj Marsh/NNP/13/obj "
        ",/,/2/punct is/be/VBZ/17/aux planning/plan/VBG/0/ROOT a/DT/19/det vote/NN/17/obj "
        "././17/punct",
        {"Hale": "PERSON", "Marsh": "PERSON"},
        {"party": "organization"},
        "Support",
        {"agent": "The party"},
    ),
    (
        "The/DT/2/det report/NN/3/nsubj hit/VBD/0/ROOT out/RP/3/compound:prt at/IN/6/case "
        "Sam/NNP/3/obl Pike/NNP/6/flat ,/,/11/punct the/DT/10/det trader/NN/6/appos "
        "arrested/arrest/VBD/6/acl:relcl and/CC/13/cc charged/charge/VBD/11/conj "
        "with/IN/15/case fraud/NN/13/obl this/DT/17/det month/NN/3/obl:unmarked ././3/punct",
        {"Sam Pike": "PERSON"},
        {"trader": "person"},
        "Arrest",
        {"theme": "the trader", "agent": None},
    ),
    (
        "Hale/NNP/2/nsubj has/have/VBZ/0/ROOT promises/promise/NNS/2/obj from/IN/5/case "
        "Marsh/NNP/3/nmod to/TO/7/mark fund/VB/3/acl the/DT/9/det pier/NN/7/obj ././2/punct",
        {"Hale": "PERSON", "Marsh": "LOC"},
        {"pier": "place"},
        "Promise",
        {"agent": "Marsh"},
    ),
    (
        "Hale/NNP/2/nsubj carried/carry/VBD/0/ROOT out/RP/2/compound:prt the/DT/5/det "
        "raid/NN/2/obj with/IN/8/case a/DT/8/det knife/NN/2/obl ././2/punct",
        {"Hale": "PERSON"},
        {},
        "Conduct",
        {"coAgent": None, "theme": "the raid"},
    ),
    (
        "Hale/NNP/2/nsubj quit/VB/0/ROOT saying/say/VBG/2/xcomp so/RB/3/advmod ././2/punct",
        {"Hale": "PERSON"},
        {},
        "Resign",
        None,
    ),
    (
        "The/DT/2/det office/NN/3/nsubj overlooks/overlook/VBZ/0/ROOT the/DT/5/det bay/NN/3/obj ././3/punct",
        {},
        {"office": "organization", "bay": "place"},
        "Ignore",
        None,
    ),
    (
        "Trade/NN/2/nsubj declined/decline/VBD/0/ROOT 40/CD/4/nummod percent/NN/2/obj ././2/punct",
        {},
        {},
        "Reject",
        None,
    ),
    (
        '"/``/3/punct I/I/PRP/3/nsubj think/VBP/10/ccomp we/PRP/6/nsubj will/MD/6/aux '
        'win/VB/3/ccomp ,/,/3/punct "/'
        "/3/punct Hale/NNP/10/nsubj said/say/VBD/0/ROOT "
        "before/IN/13/case the/DT/13/det vote/NN/10/obl ././10/punct",
        {"Hale": "PERSON"},
        {"I": "person", "we": "person"},
        "Believe",
        {"theme": "we will win"},
    ),
    (
        "It/PRP/3/expl was/be/VBD/3/cop impossible/JJ/0/ROOT to/TO/5/mark send/VB/3/csubj "
        "Marsh/NNP/5/iobj the/DT/8/det file/NN/5/obj ././3/punct",
        {"Marsh": "PERSON"},
        {},
        "Send",
        {"addressee": "Marsh", "theme": "the file"},
    ),
    (
        "He/PRP/3/nsubj 's/be/VBZ/3/aux gon/go/VBG/0/ROOT na/to/TO/5/mark sell/VB/3/xcomp "
        "the/DT/7/det pier/NN/5/obj ././3/punct",
        {},
        {"He": "person", "pier": "place"},
        "Sell",
        {"agent": "He", "theme": "the pier"},
    ),
    (
        "Hale/NNP/2/nsubj said/say/VBD/0/ROOT it/PRP/5/nsubj would/MD/5/aux fall/VB/2/ccomp "
        "and/CC/7/cc predicted/predict/VBD/2/conj that/IN/11/mark Marsh/NNP/11/nsubj "
        "would/MD/11/aux win/VB/7/ccomp ././2/punct",
        {"Hale": "PERSON", "Marsh": "LOC"},
        {"it": "organization"},
        "Predict",
        {"agent": "Hale", "theme": "that Marsh would win"},
    ),
    (
        "It/PRP/2/nsubj gave/give/VBD/0/ROOT Hale/NNP/2/iobj the/DT/5/det chance/NN/2/obj "
        "to/TO/7/mark speak/VB/5/acl ././2/punct",
        {"Hale": "PERSON"},
        {},
        "Speak",
        {"agent": "Hale"},
    ),
    (
        "The/DT/2/det race/NN/3/nsubj tightens/tighten/VBZ/0/ROOT ././3/punct",
        {},
        {},
        "Restrict",
        None,
    ),
    (
        "The/DT/2/det mine/NN/3/nsubj yields/yield/VBZ/0/ROOT gold/NN/3/obj ././3/punct",
        {},
        {"mine": "place"},
        "Concede",
        None,
    ),
]


@pytest.mark.parametrize(("tree", "names", "heads", "action", "roles"), _CASES)
def test_what_is_told_is_told_truly(
    tree: str,
    names: dict[str, str],
    heads: dict[str, str],
    action: str,
    roles: dict[str, str | None] | None,
) -> None:
    extraction = reading(doc(tree, names=names, heads_of=heads))
    found = [
        {a.role: extraction.article.words(a.passage) for a in statement.arguments}
        for statement in of_action(extraction, action)
    ]
    if roles is None:
        assert not found
    else:
        assert any(all(words.get(role) == wanted for role, wanted in roles.items()) for words in found), found
