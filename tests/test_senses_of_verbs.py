"""Verbs whose sense the words around them tell, read by the shipped pipeline."""

from __future__ import annotations

import pytest

import kg


def _told(text: str, trigger: str) -> list[tuple[str, dict[str, str]]]:
    """The action and the roles of each statement that some words evoke."""
    found = kg.extract(kg.Article(text))
    words = found.article.words
    return [
        (statement.action, {a.role: words(a.passage) for a in statement.arguments})
        for statement in found.statements
        if words(statement.trigger) == trigger
    ]


@pytest.mark.parametrize(
    ("text", "trigger", "action", "roles"),
    [
        ("Voters see Reed as a liar.", "see", "Believe", {"theme": "Reed", "capacity": "a liar"}),
        ("Reed is seen as crucial.", "seen", "Believe", {"theme": "Reed", "capacity": "crucial"}),
        (
            "Reed is seen as having the better plan.",
            "seen",
            "Believe",
            {"theme": "Reed", "capacity": "having the better plan"},
        ),
        ("Reed was seen as crucial.", "seen", "Believe", {"theme": "Reed", "capacity": "crucial"}),
        ("Helen Marsh saw the ship.", "saw", "Perceive", {"theme": "the ship"}),
        ("Helen Marsh sees the town very differently.", "sees", "Action", {"theme": "the town"}),
        ("Anna Brook would love to see the council close a pier.", "see", "Action", {}),
        ("Helen Marsh hopes to see her sister.", "see", "Perceive", {"theme": "her sister"}),
        ("Oxley Council confronts a hard choice.", "confronts", "Undergo", {"theme": "a hard choice"}),
        ("Oxley Council confronted Helen Marsh.", "confronted", "Action", {"theme": "Helen Marsh"}),
        ("Oxley Council confronted the problem.", "confronted", "Address", {"theme": "the problem"}),
        ("Helen Marsh focused on her campaign.", "focused", "Action", {"theme": "her campaign"}),
        ("Kestrel Bank covered the cost.", "covered", "Pay", {"theme": "the cost"}),
        ("The book covers the war.", "covers", "Include", {"theme": "the war"}),
        ("Residents mourned Peter Lowe.", "mourned", "Action", {"theme": "Peter Lowe"}),
        ("Helen Marsh recruited volunteers.", "recruited", "Action", {"theme": "volunteers"}),
        ("Kestrel Bank recruited ten clerks.", "recruited", "Hire", {"theme": "ten clerks"}),
        ("The council sanctioned the sale.", "sanctioned", "Allow", {"theme": "the sale"}),
        ("Norland sanctioned the bank.", "sanctioned", "Sanction", {"theme": "the bank"}),
        ("Peter Lowe commanded a brigade.", "commanded", "Lead", {"theme": "a brigade"}),
        (
            "Peter Lowe commanded the brigade to leave.",
            "commanded",
            "Order",
            {"addressee": "the brigade", "theme": "to leave"},
        ),
        ("Helen Marsh whipped members of her party.", "whipped", "Action", {}),
        ("Oxley boasts 9,000 residents.", "boasts", "Action", {"theme": "9,000 residents"}),
        ("Helen Marsh boasted that she won.", "boasted", "Say", {"theme": "that she won"}),
        ("Anna Brook acted as judge on the matter.", "acted", "Action", {"capacity": "judge"}),
        ("Peter Lowe left as a precaution.", "left", "Leave", {}),
        (
            "Reporters pressed Helen Marsh about the loan.",
            "pressed",
            "Question",
            {"addressee": "Helen Marsh", "topic": "the loan"},
        ),
        ("They pressed Helen Marsh to resign.", "pressed", "Urge", {"theme": "to resign"}),
        ("Peter Lowe has stuck by Helen Marsh.", "stuck by", "Support", {"theme": "Helen Marsh"}),
        ("Peter Lowe lined up with Helen Marsh.", "lined up with", "Support", {"theme": "Helen Marsh"}),
        ("The council sent back the migrants.", "sent back", "Return", {"theme": "the migrants"}),
        ("Oxley tightened its border controls.", "tightened", "Action", {}),
        ("Bakers collected the fare from Reed.", "collected", "Receive", {"origin": "Reed"}),
    ],
)
def test_what_stands_around_a_verb_tells_its_sense(
    text: str, trigger: str, action: str, roles: dict[str, str]
) -> None:
    ((found, parts),) = _told(text, trigger)
    assert (found, {role: parts.get(role) for role in roles}) == (action, roles)
    assert roles or "capacity" not in parts


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Helen Marsh is experienced.", "experienced"),
        ("The vote speaks volumes about the town.", "speaks"),
        ("The win put out a clear signal.", "put out"),
        ("The council need not pay.", "need"),
        ("The council fell short of its goal.", "fell"),
    ],
)
def test_words_that_tell_of_no_deed_give_none(text: str, trigger: str) -> None:
    assert _told(text, trigger) == []
