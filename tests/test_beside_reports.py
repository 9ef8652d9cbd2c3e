"""What stands beside reported words without being part of them, and whole noun phrases: read from text."""

from __future__ import annotations

import pytest

import kg

from .by_hand import of_action, only


def _words(read: kg.Extraction, action: str) -> dict[str, str]:
    """Role -> words of the one statement of an action."""
    return {a.role: read.article.words(a.passage) for a in only(read, action).arguments}


def _source(read: kg.Extraction, action: str) -> str | None:
    quote = only(read, action).quote
    return None if quote is None or quote.source is None else read.article.words(quote.source)


@pytest.mark.parametrize(
    ("text", "action", "agent", "source"),
    [
        (
            "Ada Hale said Jon Marsh should sell the pier, highlighting the debts of the port.",
            "ReferTo",
            "Ada Hale",
            None,
        ),
        (
            "Jon Reed, a banker, said it took years to find a buyer, highlighting the debts of the port.",
            "ReferTo",
            "Jon Reed",
            None,
        ),
        ("Ada Hale said the council must act, calling the delay a disgrace.", "Describe", "Ada Hale", None),
        ("Ada Hale said Jon Marsh wrote to MPs, accusing Reed of theft.", "Accuse", "Jon Marsh", "Ada Hale"),
        (
            "Hale read a letter from the mayor of Oxley, who argued that it was late.",
            "Claim",
            "the mayor of Oxley",
            None,
        ),
        ("The ferry, said Ada Lund, a clerk who sold tickets in Oxley, has sunk.", "Sell", "Ada Lund", None),
        ("The pier, said Ada Lund, was sold by Jon Marsh.", "Sell", "Jon Marsh", "Ada Lund"),
        ("The letter contradicted what Jon Marsh said about the fire.", "Say", "Jon Marsh", None),
        ("Jon Marsh said he feared what he called a trap.", "Fear", "Jon Marsh", "Jon Marsh"),
        (
            "Reed told the Echo that Hale “had a cruel plan,” adding, “She sold farms.”",
            "Sell",
            "Hale",
            "Reed",
        ),
    ],
)
def test_who_tells_it(text: str, action: str, agent: str, source: str | None) -> None:
    read = kg.extract(kg.Article(text))
    assert (_words(read, action).get("agent"), _source(read, action)) == (agent, source)


@pytest.mark.parametrize(
    ("text", "action", "role", "words"),
    [
        (
            "Ada Hale said Jon Marsh should sell the pier, echoing a letter from Reed.",
            "Say",
            "theme",
            "Jon Marsh should sell the pier",
        ),
        (
            "Hale owns a pier - and the crane, her lawyer said, had been sold off cheaply.",
            "Say",
            "theme",
            "the crane, her lawyer said, had been sold off cheaply",
        ),
        (
            "The two crews, Hale said in May, have quit.",
            "Say",
            "theme",
            "The two crews, Hale said in May, have quit",
        ),
        (
            "“His age, his knee, his diet - I think it has all made him calm,” Jon Reed said.",
            "Believe",
            "theme",
            "it has all made him calm,”",
        ),
        (
            "The survey showed Ms Lund leading Mr Reed among farmers.",
            "Show",
            "theme",
            "Ms Lund leading Mr Reed among farmers",
        ),
        (
            "Hale welcomed the admission that we lack all the boats we want.",
            "Welcome",
            "theme",
            "the admission that we lack all the boats we want",
        ),
        (
            "Hale praised Reed’s courage and skill.",
            "Praise",
            "theme",
            "Reed’s courage and skill",
        ),
        (
            "Hale backed common trade, farm, currency and school rules.",
            "Support",
            "theme",
            "common trade, farm, currency and school rules",
        ),
    ],
)
def test_all_of_it(text: str, action: str, role: str, words: str) -> None:
    assert _words(kg.extract(kg.Article(text)), action).get(role) == words


def test_owners_are_not_what_they_own() -> None:
    read = kg.extract(
        kg.Article("Jon Reed criticised eventual winner Ada Hale’s paid speeches to Oxley Bank.")
    )
    assert _words(read, "Criticise")["theme"] == "eventual winner Ada Hale’s paid speeches to Oxley Bank"


def test_several_who_do_it_to_themselves_do_it_to_no_other() -> None:
    read = kg.extract(kg.Article("Ada Hale and Jon Reed hurt themselves."))
    found = of_action(read, "Harm")
    assert len(found) == 2
    assert all(a.entity is None for s in found for a in s.arguments if a.role == "theme")


@pytest.mark.parametrize(
    "text",
    ["Ada Lund falls short of Jon Reed in the north.", "“I'll tell you what, bakers work,” Hale said."],
)
def test_set_phrases_tell_nothing(text: str) -> None:
    read = kg.extract(kg.Article(text))
    assert not [s for s in read.statements if read.article.words(s.trigger) in ("falls", "tell")]


@pytest.mark.parametrize(
    ("text", "action", "agent", "source"),
    [
        ("The firm, which police say defrauded clients, has closed.", "Deceive", "The firm", "police"),
        (
            "A boat which Ada Hale claims was sold by Jon Marsh has been found.",
            "Sell",
            "Jon Marsh",
            "Ada Hale",
        ),
        ("Jon Marsh, who Ada Hale said had sacked clerks, left.", "Dismiss", "Jon Marsh", "Ada Hale"),
        ("The bank that Ada Hale insists cheated her was sold.", "Deceive", "The bank", "Ada Hale"),
        ("The shelter the county offers is old, but Ada Hale sold it.", "Sell", "Ada Hale", None),
    ],
)
def test_what_somebody_says_in_a_relative_clause(
    text: str, action: str, agent: str, source: str | None
) -> None:
    read = kg.extract(kg.Article(text))
    (statement,) = [s for s in of_action(read, action) if any(a.role == "agent" for a in s.arguments)]
    words = {a.role: read.article.words(a.passage) for a in statement.arguments}
    said = None if statement.quote is None or statement.quote.source is None else statement.quote.source
    assert (words["agent"], None if said is None else read.article.words(said)) == (agent, source)


@pytest.mark.parametrize(
    ("text", "action", "roles"),
    [
        (
            "Jon Marsh, whom aides accused of having bribed a judge, left.",
            "Accuse",
            {"agent": "aides", "theme": "Jon Marsh"},
        ),
        ("Jon Marsh, whom critics called a liar, sued.", "Sue", {"agent": "Jon Marsh"}),
    ],
)
def test_who_does_it_around_whom(text: str, action: str, roles: dict[str, str]) -> None:
    read = kg.extract(kg.Article(text))
    assert _words(read, action) == roles


@pytest.mark.parametrize(
    ("text", "action", "agent"),
    [
        ("Ada Hale fought a plan by Jon Marsh to sell the pier.", "Sell", None),
        ("Ada Hale resigned over a bid by Jon Marsh to sell the pier.", "Sell", None),
        ("It was Ada Hale, not Jon Marsh, who sold the pier.", "Sell", "Ada Hale"),
    ],
)
def test_who_does_not_do_it(text: str, action: str, agent: str | None) -> None:
    read = kg.extract(kg.Article(text))
    told = [a for s in of_action(read, action) for a in s.arguments if a.role == "agent"]
    assert [read.article.words(a.passage) for a in told] == ([] if agent is None else [agent])
