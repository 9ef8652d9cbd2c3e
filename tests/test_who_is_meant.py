"""Whom "he", "she" and "it" mean where somebody tells of somebody else; read by the shipped pipeline."""

from __future__ import annotations

import kg

from .by_hand import filled, of_action, only


def _done(text: str, action: str) -> dict[str, str | None]:
    """The participants of the one statement of an action, by the names of whom they mean."""
    read = kg.extract(kg.Article(text))
    labels = {e.key: e.label for e in read.entities}
    return {a.role: labels.get(a.entity or "") for a in only(read, action).arguments}


def test_it_is_the_body_that_says_so() -> None:
    text = (
        "Corvane Group has bid for Halden Foods. Corvane Group first bid in May. Corvane Group has raised "
        "its bid. Corvane Group is large. The board said it had turned down the offer."
    )
    assert _done(text, "Reject")["agent"] == "board"


def test_he_fired_her_by_the_word_of_one_whose_name_tells_no_gender() -> None:
    text = "Jon Marsh denies the allegations. Quennel Strand claimed that he fired her."
    found = _done(text, "Dismiss")
    assert (found["agent"], found["theme"]) == ("Jon Marsh", "Quennel Strand")


def test_she_told_her_husband_by_the_same_word() -> None:
    text = "Ada Hale denies the allegations. Quennel Strand said she had met Jon Marsh."
    assert _done(text, "Meet")["agent"] == "Quennel Strand"


def test_she_takes_up_her_and_not_the_rival_whose_ally_speaks() -> None:
    text = "Ada Hale leads the party. An ally of her rival, Sam Reed, claims she promised jobs to Ben Marsh."
    assert _done(text, "Promise")["agent"] == "Ada Hale"


def test_he_is_the_one_of_whom_nobody_in_particular_spoke_last() -> None:
    text = (
        "Ben Reed disputes the report. An earlier version of this article said Jon Marsh was arrested. "
        "He was not arrested."
    )
    read = kg.extract(kg.Article(text))
    assert {filled(read, s)["theme"] for s in of_action(read, "Arrest")} == {"Jon Marsh"}


def test_what_is_called_which_is_no_person() -> None:
    text = "Jon Marsh has left. Washington, which sanctioned his company, believes he bribed Ben Reed."
    read = kg.extract(kg.Article(text))
    labels = {e.key: e.label for e in read.entities}
    bribed = next(s for s in read.statements if read.article.words(s.trigger) == "bribed")
    agent = bribed.filler("agent")
    assert agent is not None and labels[agent.entity or ""] == "Jon Marsh"


def test_he_is_the_lawyer_of_a_woman() -> None:
    text = "Ada Hale left. Her lawyer, Jon Marsh, said {} had sued the trust."
    assert _done(text.format("he"), "Sue")["agent"] == "Jon Marsh"
    assert _done(text.format("she"), "Sue")["agent"] == "Ada Hale"


def test_she_is_the_one_without_a_name_who_spoke_last() -> None:
    text = (
        "Ada Hale left. But another, who asked not to be named, said she had warned producers. "
        "“They told me to shut up,” she said."
    )
    read = kg.extract(kg.Article(text))
    assert all(quote.speaker is None for quote in read.quotes)


def test_he_is_the_man_whom_no_man_spoke_of() -> None:
    text = (
        "Jon Marsh rescued two children. Detectives want to trace a man seen there. "
        "He has threatened Ada Hale."
    )
    assert _done(text, "Threaten")["agent"] == "man"


def test_her_in_a_report_is_whoever_reports_it() -> None:
    text = (
        "Ada Hale is expected to quit. "
        "The researcher told the Clarion that Jon Marsh attacked her in his room."
    )
    assert _done(text, "Attack")["theme"] == "researcher"
