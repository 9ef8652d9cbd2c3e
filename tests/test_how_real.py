"""How real a deed is told to be: done, planned, possible, a duty or denied, and who vouches for it."""

from __future__ import annotations

import pytest

import kg
from kg import Statement
from kg.model import Modality, Polarity


def _deeds(text: str, action: str) -> list[Statement]:
    return [s for s in kg.extract(kg.Article(text, id="real")).statements if s.action == action]


def _as_told(text: str, action: str) -> set[str]:
    """How the deeds of one action are told: "not" for a denial, "?" for what nobody vouches for."""
    return {
        ("not " if s.polarity is Polarity.NEGATIVE else "") + s.modality.value + ("" if s.asserted else "?")
        for s in _deeds(text, action)
    }


@pytest.mark.parametrize(
    ("text", "action", "told"),
    [
        ("The mayors were quick to praise Ada Hale.", "Praise", "Actual"),
        ("Ada Hale may plan to sue Jon Marsh.", "Sue", "Possible"),
        ("Ada Hale may be ready to sue Jon Marsh.", "Sue", "Possible"),
        ("Ada Hale would have been ready to sue Jon Marsh.", "Sue", "Possible?"),
        ("Ada Hale will be unable to sue Jon Marsh.", "Sue", "not Planned"),
        ("Ada Hale was unable to sue Jon Marsh.", "Sue", "not Actual"),
        ("Ada Hale was furious and unable to sue Jon Marsh.", "Sue", "not Actual"),
        ("Ada Hale seems unable to sue Jon Marsh.", "Sue", "not Possible"),
        ("Ada Hale fears she will be unable to sue Jon Marsh.", "Sue", "not Planned?"),
        ("The vote raised the prospect of a council that closes the pier.", "Close", "Actual?"),
        ("The delay led the council to close the pier.", "Close", "Actual"),
        ("The delay did not lead the council to close the pier.", "Close", "Possible?"),
        ("The delay could lead the council to close the pier.", "Close", "Possible"),
        ("Voters have seen the council close the pier.", "Close", "Actual"),
        ("Voters did not see the council close the pier.", "Close", "Possible?"),
        ("Voters will watch the council close the pier.", "Close", "Possible?"),
        ("The strike grew to include nurses.", "Include", "Actual"),
        ("The strike may grow to include nurses.", "Include", "Possible"),
        ("The strike did not grow to include nurses.", "Include", "Possible?"),
        ("Ada Hale took pains to praise Jon Marsh.", "Praise", "Actual"),
        ("Ada Hale will speak, having previously campaigned with Jon Marsh.", "Campaign", "Actual"),
        ("This makes it possible for Jon Marsh to win the vote.", "Win", "Possible?"),
        ("Ada Hale was careful not to praise Jon Marsh.", "Praise", "not Actual"),
        ("Ada Hale spoke of the fire and was careful not to praise Jon Marsh.", "Praise", "not Actual"),
        ("Ada Hale was not quick to praise Jon Marsh.", "Praise", "Possible?"),
        ("Ada Hale was too quick to sue Jon Marsh.", "Sue", "Possible?"),
        ("Ada Hale will be quick to sue Jon Marsh.", "Sue", "Planned"),
        ("Ada Hale was right to sue Jon Marsh.", "Sue", "Actual"),
        ("Ada Hale was not right to sue Jon Marsh.", "Sue", "Actual"),
        ("Ada Hale is right to sue Jon Marsh.", "Sue", "Possible?"),
        ("Ada Hale would be foolish to sue Jon Marsh.", "Sue", "Possible?"),
        ("Ada Hale was brave enough to sue Jon Marsh.", "Sue", "Possible?"),
        ("Ada Hale was not foolish enough to sue Jon Marsh.", "Sue", "not Actual"),
        ("Ada Hale chose to sue Jon Marsh.", "Sue", "Actual"),
        ("Ada Hale chose not to sue Jon Marsh.", "Sue", "not Actual"),
        ("Ada Hale chose to sue Jon Marsh next year.", "Sue", "Planned"),
        ("Ada Hale may have chosen to sue Jon Marsh.", "Sue", "Possible?"),
        ("Ada Hale wrote to thank Jon Marsh.", "Thank", "Actual"),
        ("Ada Hale called on Jon Marsh to praise the council.", "Praise", "Obliged"),
        ("Ada Hale became the youngest woman to lead the council.", "Lead", "Actual"),
        ("Ada Hale, the first woman to lead the council, resigned.", "Lead", "Actual"),
        ("Ada Hale could become the first woman to lead the council.", "Lead", "Possible"),
        ("Ada Hale is the only woman to lead the council.", "Lead", "Possible?"),
        ("Ada Hale tends to praise Jon Marsh.", "Praise", "Actual"),
        ("Ada Hale did not bother to thank Jon Marsh.", "Thank", "not Actual"),
        ("Ada Hale should not presume to lead the council.", "Lead", "not Obliged"),
        ("The vote failed, forcing Jon Marsh to resign.", "Resign", "Actual"),
        ("The vote may fail, forcing Jon Marsh to resign.", "Resign", "Possible"),
        ("The vote will fail, forcing Jon Marsh to resign.", "Resign", "Planned"),
        ("Ada Hale was proud to support Jon Marsh.", "Support", "Actual"),
        ("Ada Hale is proud to support Jon Marsh.", "Support", "Possible?"),
        ("Ada Hale took the opportunity to thank Jon Marsh.", "Thank", "Actual"),
        ("Ada Hale took to Twitter on Monday to criticise Jon Marsh.", "Criticise", "Actual"),
        ("Ada Hale issued a statement to condemn Jon Marsh.", "Condemn", "Actual"),
        ("Ada Hale may issue a statement to condemn Jon Marsh.", "Condemn", "Possible"),
        ("Ada Hale held a press conference to announce the vote.", "Announce", "Actual"),
        ("Ada Hale called a press conference for Friday to announce the vote.", "Announce", "Possible?"),
        ("The party won enough votes to form a government.", "Establish", "Possible?"),
    ],
)
def test_an_infinitive_tells_what_was_done_where_the_words_above_say_so(
    text: str, action: str, told: str
) -> None:
    assert _as_told(text, action) == {told}


@pytest.mark.parametrize(
    ("text", "action", "told"),
    [
        ("Not a single mayor praised Ada Hale.", "Praise", "not Actual"),
        ("Not one of the mayors praised Ada Hale.", "Praise", "not Actual"),
        ("Not all mayors praised Ada Hale.", "Praise", "Actual?"),
        ("Any deal to sell the pier should be fair.", "Sell", "Possible?"),
        ("Ada Hale does not have any plan to sell the pier.", "Sell", "not Planned"),
        ('"I don\'t think Ada Hale even paid Jon Marsh," Ben Reed said.', "Pay", "not Actual"),
        ("Ben Reed does not think Ada Hale paid Jon Marsh.", "Pay", "not Actual?"),
        ("Ada Hale can't just sack Jon Marsh.", "Dismiss", "not Possible"),
        ("Ada Hale didn't just sack Jon Marsh.", "Dismiss", "Actual"),
        ("Jon Marsh did not die in vain.", "Die", "Actual"),
        ("Ada Hale did not sue Jon Marsh, just paid him.", "Pay", "Actual"),
    ],
)
def test_a_denial_is_of_what_it_denies(text: str, action: str, told: str) -> None:
    assert _as_told(text, action) == {told}


@pytest.mark.parametrize(
    ("text", "action", "told"),
    [
        ("The mayors said they would either stay or sue Ada Hale.", "Say", "Actual"),
        ("Ada Hale wants to sue Jon Marsh or at least leave the party.", "Want", "Actual"),
        ("Ada Hale sued Jon Marsh or the bank.", "Sue", "Actual?"),
        ("Ada Hale has got to sue Jon Marsh and leave the party.", "Leave", "Obliged"),
        ("The bill would require the council to sack Ada Hale.", "Dismiss", "Obliged?"),
        ("Economists predict a slump next year.", "Predict", "Actual"),
        ("The more people know about Ada Hale, the better they like her.", "Know", "Actual?"),
        ("Few believe Ada Hale killed Jon Marsh.", "Kill", "Actual?"),
        ("As soon as Ada Hale sued Jon Marsh, he resigned.", "Sue", "Actual"),
        ("Ada Hale would often visit Jon Marsh.", "Visit", "Actual"),
        ("Ada Hale would later admit the theft.", "Admit", "Actual"),
        ("Ada Hale said she would later admit the theft.", "Admit", "Planned"),
        ("Maybe that is why Ada Hale sued Jon Marsh.", "Sue", "Actual"),
        ("That is not how Ada Hale beat Jon Marsh.", "Defeat", "Actual?"),
        ("If that is why Ada Hale sued Jon Marsh, he will pay.", "Sue", "Actual?"),
    ],
)
def test_what_stands_beside_a_verb_says_how_real_its_own_clause_is(text: str, action: str, told: str) -> None:
    assert _as_told(text, action) == {told}


@pytest.mark.parametrize(
    ("text", "action", "told"),
    [
        ("Ada Hale backs the right of the council to pass a law banning dogs.", "Ban", "Possible?"),
        ("The files may contain letters written by Jon Marsh.", "Write", "Possible?"),
        ("Ada Hale could sell houses built by Jon Marsh.", "Build", "Actual?"),
        ("Ada Hale could arrest the man who killed Jon Marsh.", "Kill", "Actual"),
        ("Ada Hale could arrest a man who killed Jon Marsh.", "Kill", "Actual?"),
        ("The council is working to mend the pier, selling off its boats.", "Sell", "Actual"),
        ("The council worked to close the pier, ending the feud.", "End", "Possible?"),
        ("The council may meet to mend the pier, praising Ada Hale.", "Praise", "Possible"),
    ],
)
def test_a_participle_or_relative_clause_is_as_real_as_what_it_belongs_to(
    text: str, action: str, told: str
) -> None:
    assert _as_told(text, action) == {told}


def test_what_nobody_says_is_not_told() -> None:
    assert not _deeds("Ben Reed cannot name a single case when Ada Hale paid Jon Marsh.", "Pay")
    assert not _deeds("It is high time that Ada Hale sued Jon Marsh.", "Sue")
    assert not _deeds("It is time Ada Hale sued Jon Marsh.", "Sue")
    assert not _deeds("It is time a new mayor be appointed by the council.", "Appoint")
    assert not _deeds("As soon as Ada Hale sues Jon Marsh, he will resign.", "Sue")
    assert not _deeds("By the time Ada Hale sues Jon Marsh, he will have won.", "Sue")
    assert not _deeds("Imagine Ada Hale suing Jon Marsh.", "Sue")
    assert not _deeds("Nobody but Ada Hale praised Jon Marsh.", "Praise")
    assert not _deeds("Ada Hale cannot help but admire Jon Marsh.", "Admire")
    assert not _deeds("No town was hurt more by the tax than Oxley.", "Harm")
    assert not _deeds(
        "We have our ways, but at heart it is about winning seats and beating Ada Hale.", "Defeat"
    )
    assert not _deeds("Towns differ, but now it is about winning seats and beating Ada Hale.", "Defeat")


@pytest.mark.parametrize(
    ("text", "action", "told"),
    [
        ("Ada Hale vowed to end the bombing of Oxley.", "Bomb", Modality.ACTUAL),
        ("Ada Hale wants to investigate the killing of Ben Reed by Jon Marsh.", "Kill", Modality.POSSIBLE),
        ("Ada Hale must give a speech like Jon Marsh's speech on tax.", "Speak", Modality.ACTUAL),
        ("Jon Marsh met Ada Hale on a trip to Norway.", "Visit", Modality.ACTUAL),
        ("Jon Marsh hopes to meet Ada Hale on a trip to Norway.", "Visit", Modality.POSSIBLE),
        ("Despite his attack on Ben Reed, Jon Marsh may win.", "Attack", Modality.ACTUAL),
        ("Jon Marsh did not resign despite his attack on Ben Reed.", "Attack", Modality.ACTUAL),
        ("Jon Marsh will resign in the wake of his attack on Ben Reed.", "Attack", Modality.ACTUAL),
        ("Jon Marsh would have resigned in the wake of his attack on Ben Reed.", "Attack", Modality.POSSIBLE),
        ("Jon Marsh may resign after an attack on Ben Reed by Ada Hale.", "Attack", Modality.POSSIBLE),
    ],
)
def test_a_deed_named_by_a_noun_may_be_taken_for_granted(text: str, action: str, told: Modality) -> None:
    assert {s.modality for s in _deeds(text, action)} == {told}


def test_who_says_that_it_is_time_says_so() -> None:
    assert _as_told('"It is time the council acted," Ada Hale said.', "Say") == {"Actual"}


def test_a_headline_plans_what_somebody_is_to_do() -> None:
    for text in ("Ada Hale to support Jon Marsh", "Council to support Jon Marsh"):
        (told,) = _deeds(text, "Support")
        assert told.modality is Modality.PLANNED
        assert {a.role for a in told.arguments} >= {"agent", "theme"}
    assert "Actual" not in _as_told("Ada Hale to be sued by Jon Marsh", "Sue")
    assert "Planned" not in _as_told("Bid to sack Jon Marsh", "Dismiss")
    assert "Planned" not in _as_told("First woman to sue Jon Marsh", "Sue")
