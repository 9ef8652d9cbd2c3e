"""Who is who, on trees made by hand: the rules that join mentions, and the merges that none may make."""

from __future__ import annotations

from kg.model import Extraction, MentionKind

from .by_hand import doc, reading, referents


def _phrase(words: str, first: int, head: int, dep: str) -> str:
    """A name or "the mayor" as words of a tree; the first word of a name and the last of a description is "
    "its head."""
    parts = words.split()
    if parts[0].lower() in ("the", "a"):
        top = first + len(parts) - 1
        inner = [
            f"{word}/{'DT' if n == 0 else 'JJ'}/{top}/{'det' if n == 0 else 'amod'}"
            for n, word in enumerate(parts[:-1])
        ]
        return " ".join([*inner, f"{parts[-1]}/NN/{head}/{dep}"])
    tag = "PRP" if words.lower() in ("he", "she", "him", "her", "i") else "NNP"
    return " ".join(
        f"{word}/{tag}/{head if n == 0 else first}/{dep if n == 0 else 'flat'}"
        for n, word in enumerate(parts)
    )


def _clause(subject: str, verb: str, direct: str = "") -> str:
    """ "X met Y." as a tree."""
    at = len(subject.split()) + 1
    words = [_phrase(subject, 1, at, "nsubj"), f"{verb}/VBD/0/ROOT"]
    if direct:
        words.append(_phrase(direct, at + 1, at, "obj"))
    return " ".join([*words, f"././{at}/punct"])


def _with_role(name: str, role: str, verb: str) -> str:
    """ "X, the role, left." as a tree."""
    parts, head = name.split(), role.split()
    start = len(parts) + 2
    root = start + len(head) + 1
    tail = _phrase(role, start, 1, "appos")
    return (
        f"{_phrase(name, 1, root, 'nsubj')} ,/,/1/punct {tail} ,/,/1/punct {verb}/VBD/0/ROOT ././{root}/punct"
    )


def _read(*sentences: str, people: str = "", bodies: str = "", date: str | None = None) -> Extraction:
    names = {name: "PERSON" for name in people.split(", ") if name} | {
        n: "ORG" for n in bodies.split(", ") if n
    }
    return reading(doc(*sentences, names=names), date=date)


def _who(extraction: Extraction, words: str) -> list[str]:
    """Labels of the entities that mentions of these words refer to."""
    return [label for mention, label in referents(extraction) if mention == words]


def _rules(extraction: Extraction, words: str) -> list[str]:
    return [m.rule for m in extraction.mentions if extraction.article.words(m.passage) == words]


def test_title_and_surname() -> None:
    extraction = _read(
        _clause("Helen Marsh", "met/meet", "Peter Lowe"),
        _clause("Ms Marsh", "left/leave"),
        people="Helen Marsh, Peter Lowe",
    )
    assert _who(extraction, "Ms Marsh") == ["Helen Marsh"]


def test_surname_alone() -> None:
    extraction = _read(
        _clause("Helen Marsh", "left/leave"), _clause("Marsh", "returned/return"), people="Helen Marsh, Marsh"
    )
    assert _who(extraction, "Marsh")[-1] == "Helen Marsh"


def test_two_people_of_one_surname_are_told_apart_by_their_titles() -> None:
    extraction = _read(
        _clause("Helen Marsh", "met/meet", "Peter Marsh"),
        _clause("Ms Marsh", "left/leave"),
        _clause("Mr Marsh", "stayed/stay"),
        people="Helen Marsh, Peter Marsh",
    )
    assert _who(extraction, "Ms Marsh") == ["Helen Marsh"]
    assert _who(extraction, "Mr Marsh") == ["Peter Marsh"]


def test_a_surname_that_could_be_two_people_is_neither() -> None:
    extraction = _read(
        _clause("Helen Marsh", "met/meet", "Anna Marsh"),
        _clause("Ms Marsh", "left/leave"),
        people="Helen Marsh, Anna Marsh",
    )
    assert not {"Helen Marsh", "Anna Marsh"} & set(_who(extraction, "Ms Marsh"))


def test_a_title_never_joins_a_person_of_the_other_gender() -> None:
    extraction = _read(
        _clause("Helen Marsh", "left/leave"), _clause("Mr Marsh", "stayed/stay"), people="Helen Marsh"
    )
    assert _who(extraction, "Mr Marsh") == ["Mr Marsh"]


def test_sir_and_first_name() -> None:
    extraction = _read(
        _clause("Sir Peter Lowe", "spoke/speak"), _clause("Sir Peter", "left/leave"), people="Peter Lowe"
    )
    assert _who(extraction, "Sir Peter") == ["Peter Lowe"]


def test_a_known_knight_needs_no_introduction() -> None:
    extraction = _read(_clause("Sir Keir", "left/leave"))
    assert _who(extraction, "Sir Keir") == ["Keir Starmer"]


def test_a_known_person_keeps_links_whatever_the_title() -> None:
    extraction = _read(
        _clause("Baroness Louise Casey", "spoke/speak"), _clause("Baroness Casey", "left/leave")
    )
    (casey,) = [entity for entity in extraction.entities if entity.classes == ("Person",)]
    assert (casey.key, casey.label) == ("LouiseCasey", "Louise Casey")
    assert _who(extraction, "Baroness Casey") == ["Louise Casey"]


def test_an_acronym_in_brackets_is_another_name_of_the_words_before() -> None:
    extraction = _read(
        "The/DT/4/det Oxley/NNP/4/compound Harbour/NNP/4/compound Inquiry/NNP/8/nsubj (/(/6/punct "
        "OHI/NNP/4/appos )/)/6/punct "
        "reported/report/VBD/0/ROOT ././8/punct",
        _clause("OHI", "closed/close"),
        bodies="Oxley Harbour Inquiry, OHI",
    )
    assert set(_who(extraction, "OHI")) == {"Oxley Harbour Inquiry"}


def test_other_capitals_in_brackets_are_no_acronym() -> None:
    extraction = _read(
        "Oxley/NNP/3/compound Harbour/NNP/3/compound Inquiry/NNP/7/nsubj (/(/5/punct BBC/NNP/3/appos "
        ")/)/5/punct reported/report/VBD/0/ROOT ././7/punct",
        bodies="Oxley Harbour Inquiry, BBC",
    )
    assert _who(extraction, "BBC") != ["Oxley Harbour Inquiry"]


def test_a_role_beside_a_name_is_that_person_and_is_attested() -> None:
    extraction = _read(
        _with_role("Helen Marsh", "the mayor", "left/leave"),
        _clause("the mayor", "returned/return"),
        people="Helen Marsh",
    )
    assert _who(extraction, "the mayor") == ["Helen Marsh", "Helen Marsh"]
    (held,) = extraction.attestations
    assert (held.person, held.role) == ("HelenMarsh", "mayor")
    assert extraction.article.words(held.words) == "the mayor"
    assert extraction.article.words(held.evidence) == "Helen Marsh, the mayor, left."


HOME_SECRETARY = (
    "The/DT/3/det Home/NNP/3/compound Secretary/NNP/4/nsubj resigned/resign/VBD/0/ROOT ././4/punct"
)
_CONTEXT = _clause("Keir Starmer", "met/meet", "Rachel Reeves")


def test_a_post_is_its_holder_on_the_day_of_the_article() -> None:
    assert _who(_read(_CONTEXT, HOME_SECRETARY, date="2025-01-16"), "The Home Secretary") == ["Yvette Cooper"]
    earlier = _read(_CONTEXT, HOME_SECRETARY, date="2023-06-01")
    assert _who(earlier, "The Home Secretary") == ["Suella Braverman"]


def test_a_post_without_a_day_is_the_holder_that_the_article_names() -> None:
    unnamed = _read(_CONTEXT, HOME_SECRETARY)
    assert not {"Yvette Cooper", "Suella Braverman"} & set(_who(unnamed, "The Home Secretary"))
    named = _read(_clause("Yvette Cooper", "met/meet", "Rachel Reeves"), HOME_SECRETARY)
    assert _who(named, "The Home Secretary") == ["Yvette Cooper"]


def test_a_former_holder_is_not_todays() -> None:
    extraction = _read(
        _CONTEXT,
        "The/DT/4/det former/JJ/4/amod Home/NNP/4/compound Secretary/NNP/5/nsubj "
        "resigned/resign/VBD/0/ROOT ././5/punct",
        date="2025-01-16",
    )
    assert "Yvette Cooper" not in {label for _, label in referents(extraction)}


def test_a_shadow_minister_is_not_the_minister() -> None:
    extraction = _read(
        _clause("Yvette Cooper", "met/meet", "Chris Philp"),
        "The/DT/4/det shadow/NN/4/compound home/NN/4/compound secretary/NN/5/nsubj "
        "resigned/resign/VBD/0/ROOT ././5/punct",
        date="2025-01-16",
    )
    assert _who(extraction, "The shadow home secretary") == ["Chris Philp"]


def test_he_and_she() -> None:
    extraction = _read(
        _clause("Helen Marsh", "met/meet", "Peter Lowe"),
        _clause("She", "left/leave"),
        _clause("He", "stayed/stay"),
        people="Helen Marsh, Peter Lowe",
    )
    assert _who(extraction, "She") == ["Helen Marsh"]
    assert _who(extraction, "He") == ["Peter Lowe"]


def _is_open(extraction: Extraction, words: str) -> bool:
    """Whether nobody is known to be meant by a pronoun, and nothing is said of whoever it is."""
    (key,) = {m.entity for m in extraction.mentions if extraction.article.words(m.passage) == words}
    used = {argument.entity for statement in extraction.statements for argument in statement.arguments}
    names = [m for m in extraction.mentions if m.entity == key and m.kind is not MentionKind.PRONOUN]
    return not names and key not in used | {quote.speaker for quote in extraction.quotes}


def test_a_pronoun_with_nobody_before_it_stays_open() -> None:
    extraction = _read(
        _clause("She", "resigned/resign"), _clause("Helen Marsh", "stayed/stay"), people="Helen Marsh"
    )
    assert len(extraction.statements) == 1
    assert _is_open(extraction, "She")
    assert _rules(extraction, "She") == ["pronoun-alone"]


def test_she_is_no_man_and_no_body() -> None:
    extraction = _read(
        _clause("Peter Lowe", "met/meet", "Oxley Council"), _clause("She", "left/leave"), people="Peter Lowe"
    )
    assert _is_open(extraction, "She")


def test_a_pronoun_is_not_the_other_participant_of_its_own_verb() -> None:
    extraction = _read(
        _clause("Helen Marsh", "met/meet", "Anna Brook"),
        _clause("She", "thanked/thank", "Helen Marsh"),
        people="Helen Marsh, Anna Brook",
    )
    assert _who(extraction, "She") == ["Anna Brook"]


def test_a_party_is_not_its_members() -> None:
    extraction = _read("Labour/NNP/2/compound MPs/MP/NNS/3/nsubj rebelled/rebel/VBD/0/ROOT ././3/punct")
    (rebel,) = extraction.statements
    agent = rebel.filler("agent")
    assert agent is not None and agent.entity != "LabourParty"
    assert ("Labour", "Labour Party") in referents(extraction)


def test_names_from_two_articles_have_one_key() -> None:
    one = _read(_clause("Helen Marsh", "left/leave"), people="Helen Marsh")
    two = _read(_clause("Helen Marsh", "returned/return"), people="Helen Marsh")
    assert [e.key for e in one.entities] == [e.key for e in two.entities] == ["HelenMarsh"]


def test_descriptions_of_two_articles_have_two_keys() -> None:
    keys = {
        e.key
        for text in ("left/leave", "returned/return")
        for e in _read(_clause("the mayor", text)).entities
    }
    assert len(keys) == 2


def test_kinds_of_mention() -> None:
    extraction = _read(
        _with_role("Helen Marsh", "the mayor", "left/leave"),
        _clause("She", "returned/return"),
        people="Helen Marsh",
    )
    assert [m.kind for m in extraction.mentions] == [
        MentionKind.NAME,
        MentionKind.NOMINAL,
        MentionKind.PRONOUN,
    ]
    assert all(m.rule for m in extraction.mentions)


def test_a_surname_is_whoever_had_a_title_with_it() -> None:
    extraction = _read(
        _clause("Ms Marsh", "left/leave"), _clause("Marsh", "returned/return"), people="Ms Marsh, Marsh"
    )
    assert _who(extraction, "Marsh") == ["Ms Marsh"]


def test_a_surname_of_two_titles_is_neither() -> None:
    extraction = _read(
        _clause("Ms Marsh", "left/leave"),
        _clause("Marsh", "returned/return"),
        _clause("Mr Marsh", "left/leave"),
        people="Ms Marsh, Mr Marsh, Marsh",
    )
    assert _who(extraction, "Marsh") == ["Marsh"]


def test_spellings_of_one_name_have_one_key_and_one_label() -> None:
    labels = {
        (e.key, e.label)
        for name in ("Oxley’s Water Board", "Oxley's Water Board")
        for e in _read(_clause(name, "met/meet"), bodies=name).entities
    }
    assert labels == {("OxleySWaterBoard", "Oxley's Water Board")}


def test_a_known_name_may_be_spelt_another_way() -> None:
    extraction = _read(_clause("U.S. Senate", "met/meet"), bodies="U.S. Senate")
    assert [(e.key, e.label) for e in extraction.entities] == [("USSenate", "US Senate")]


def test_who_owns_a_description_is_one_mention() -> None:
    extraction = reading(
        doc(
            "The/DT/3/det Prime/NNP/3/compound Minister/NNP/5/nmod:poss 's/POS/3/case aide/NN/6/nsubj"
            " left/leave/VBD/0/ROOT ././6/punct"
        )
    )
    passages = [mention.passage for mention in extraction.mentions]
    assert len(passages) == len(set(passages)) == 2
