"""An article and what was read in it, made by hand: every kind of truth, and marks that nest and cross."""

from __future__ import annotations

from kg.model import (
    Argument,
    Article,
    AttributionMode,
    Entity,
    Event,
    Extraction,
    Mention,
    MentionKind,
    Modality,
    Passage,
    Polarity,
    Quote,
    RoleAttestation,
    Standing,
    Statement,
    Time,
)

TEXT = (
    "# A 🚢 row\n\n"
    "Ada Hale, the mayor, rejected the plan of Oxley Council on 4 March 2025. "
    "She said that the council had hidden its report.\n\n"
    "‘I did not approve it,’ Jon Marsh said. He will publish the report by Friday. "
    "The ferry مرحبا closed last autumn, leaking."
)
TITLE = "A row over a ferry"


class Written:
    """A text in which passages are found by their words."""

    def __init__(self, text: str, **about: str) -> None:
        self.article = Article(text, id=about.pop("id", "row"), **about)

    def at(self, words: str, nth: int = 0, length: int | None = None) -> Passage:
        """The nth place of some words, or of the first characters of them."""
        start = -1
        for _ in range(nth + 1):
            start = self.article.text.index(words, start + 1)
        return Passage(self.article.key, start, start + (len(words) if length is None else length))


def extraction(text: str = TEXT, title: str = TITLE, names: str = "", url: str = "") -> Extraction:
    """What is read in the text; `names` is put behind the names of all entities."""
    written = Written(text, title=title, date="2025-03-05", url=url or "https://news.example/row")
    at = written.at
    first, second = (
        at("Ada Hale, the mayor, rejected the plan of Oxley Council on 4 March 2025."),
        at("She said that the council had hidden its report."),
    )
    third, fourth = at("‘I did not approve it,’ Jon Marsh said."), at("He will publish the report by Friday.")
    fifth = Passage(written.article.key, at("The ferry").start, len(text))
    entities = (
        Entity("AdaHale", f"Ada Hale{names}", ("Person",), (f"Hale{names}",)),
        Entity("JonMarsh", f"Jon Marsh{names}", ("Person",)),
        Entity("OxleyCouncil", f"Oxley Council{names}", ("Organisation", "Council")),
        Entity("thing.plan", f"plan of Oxley Council{names}", ("Thing",)),
        Entity("thing.report", f"its report{names}", ("Thing", "Document")),
        Entity("thing.ferry", f"ferry{names}", ("Thing",)),
    )
    name, nominal, pronoun = MentionKind.NAME, MentionKind.NOMINAL, MentionKind.PRONOUN
    mentions = (
        Mention(at("Ada Hale"), name, "AdaHale", "full-name"),
        Mention(at("the mayor"), nominal, "AdaHale", "apposition"),
        Mention(at("the plan of Oxley Council"), nominal, "thing.plan", "thing"),
        Mention(at("Oxley Council"), name, "OxleyCouncil", "full-name"),
        Mention(at("She"), pronoun, "AdaHale", "pronoun"),
        Mention(at("the council"), nominal, "OxleyCouncil", "definite-description"),
        Mention(at("its report"), nominal, "thing.report", "thing"),
        Mention(at("I did", 0, 1), pronoun,
                "JonMarsh", "speaker"),
        Mention(at("Jon Marsh"), name, "JonMarsh", "full-name"),
        Mention(at("He will", 0, 2), pronoun,
                "JonMarsh", "pronoun"),
        Mention(at("the report"), nominal, "thing.report", "same-words"),
        Mention(at("The ferry"), nominal, "thing.ferry", "thing"),
    )  # fmt: skip
    said = Quote(
        (at("that the council had hidden its report"),),
        AttributionMode.INDIRECT,
        second,
        cue=at("said"),
        source=at("She"),
        speaker="AdaHale",
    )
    denied = Quote(
        (at("‘I did not approve it,’"),),
        AttributionMode.DIRECT,
        third,
        cue=at("said", 1),
        source=at("Jon Marsh"),
        speaker="JonMarsh",
    )

    def fills(role: str, where: Passage, entity: str | None = None, when: Time | None = None) -> Argument:
        return Argument(role, where, entity, when)

    rejected = Statement(
        "Reject",
        at("rejected"),
        first,
        (
            fills("agent", at("Ada Hale"), "AdaHale"),
            fills("theme", at("the plan of Oxley Council"), "thing.plan"),
            fills("time", at("on 4 March 2025"), None, Time("2025-03-04", "2025-03-04")),
        ),
        rule="verb",
        confidence=0.9,
    )
    hid = Statement(
        "Conceal",
        at("hidden"),
        second,
        (
            fills("agent", at("the council"), "OxleyCouncil"),
            fills("theme", at("its report"), "thing.report"),
        ),
        quote=said,
        rule="verb",
    )
    signed = Statement(
        "Approve",
        at("approve"),
        third,
        (fills("agent", mentions[7].passage, "JonMarsh"),),
        polarity=Polarity.NEGATIVE,
        quote=denied,
        rule="verb",
    )
    publishes = Statement(
        "Publish",
        at("publish"),
        fourth,
        (
            fills("agent", mentions[9].passage, "JonMarsh"),
            fills("theme", at("the report"), "thing.report"),
            fills("deadline", at("by Friday"), None, Time(None, "2025-03-07")),
        ),
        modality=Modality.PLANNED,
        rule="verb",
    )
    closed = Statement(
        "Action",
        at("closed"),
        fifth,
        (fills("agent", at("The ferry"), "thing.ferry"), fills("time", at("last autumn"))),
        rule="verb",
    )
    statements = (rejected, hid, signed, publishes, closed)
    return Extraction(
        article=written.article,
        sentences=(first, second, third, fourth, fifth),
        mentions=mentions,
        entities=entities,
        quotes=(said, denied),
        statements=statements,
        events=tuple(
            Event(
                f"event {number}",
                statement.action,
                tuple((a.role, a.entity) for a in statement.arguments if a.entity),
                (statement,),
            )
            for number, statement in enumerate(statements)
        ),
        attestations=(
            RoleAttestation(
                "AdaHale", "mayor", at("the mayor"), first, holder=at("Ada Hale"), standing=Standing.HELD,
                rule="apposition",
            ),
        ),
        unread=((at("leaking"), "not in the lexicon"),),
    )  # fmt: skip
