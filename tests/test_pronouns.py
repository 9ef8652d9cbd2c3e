"""Whom pronouns mean, on trees made by hand: they and it, I, we and you, and pronouns before their names."""

from __future__ import annotations

from kg.model import Extraction, MentionKind

from .by_hand import doc, reading, referents

_THEY_LEFT = "They/PRP/2/nsubj left/leave/VBD/0/ROOT ././2/punct"
_IT_LEFT = "It/PRP/2/nsubj left/leave/VBD/0/ROOT ././2/punct"


def _who(extraction: Extraction, words: str) -> list[str]:
    return [label for mention, label in referents(extraction) if mention == words]


def _about(key_of: str, extraction: Extraction) -> set[str]:
    """The keys of the entities that mentions of these words refer to."""
    return {m.entity for m in extraction.mentions if extraction.article.words(m.passage) == key_of}


def test_they_are_the_people_spoken_of_last() -> None:
    made = doc(
        "Pilots/pilot/NNS/2/nsubj met/meet/VBD/0/ROOT Helen/NNP/2/obj Marsh/NNP/3/flat ././2/punct",
        _THEY_LEFT,
        names={"Helen Marsh": "PERSON"},
        heads_of={"Pilots": "person", "They": "person"},
    )
    assert _who(reading(made), "They") == ["Pilots"]


def test_it_is_the_body_and_not_the_person() -> None:
    made = doc(
        "Oxley/NNP/2/compound Council/NNP/3/nsubj met/meet/VBD/0/ROOT Helen/NNP/3/obj Marsh/NNP/4/flat"
        " ././3/punct",
        _IT_LEFT,
        names={"Helen Marsh": "PERSON", "Oxley Council": "ORG"},
        heads_of={"It": "organization"},
    )
    assert _who(reading(made), "It") == ["Oxley Council"]


def test_they_and_it_for_things_are_no_mentions() -> None:
    made = doc(_THEY_LEFT, _IT_LEFT, heads_of={"They": "object", "It": "event"})
    assert reading(made).mentions == ()


def test_it_that_only_holds_the_place_of_a_clause_is_no_mention() -> None:
    made = doc(
        "It/PRP/3/nsubj:pass was/be/VBD/3/aux:pass revealed/reveal/VBN/0/ROOT Marsh/NNP/5/nsubj"
        " left/leave/VBD/3/ccomp ././3/punct",
        names={"Marsh": "PERSON"},
        heads_of={"It": "organization"},
    )
    assert _who(reading(made), "It") == []


def test_they_are_nobody_who_speaks_or_listens() -> None:
    made = doc(
        "We/PRP/2/nsubj met/meet/VBD/0/ROOT you/PRP/2/obj ././2/punct",
        _THEY_LEFT,
        heads_of={"We": "person", "you": "person", "They": "person"},
    )
    found = reading(made)
    assert _who(found, "They") == ["they"]
    assert len(_about("We", found) | _about("you", found) | _about("They", found)) == 3


def test_we_are_the_same_in_the_words_of_one_speaker_and_others_in_anothers() -> None:
    sentences = [
        "“/``/3/punct We/PRP/3/nsubj left/leave/VBD/7/ccomp ,/,/3/punct ”/''/3/punct"
        f" {name}/NNP/7/nsubj said/say/VBD/0/ROOT ././7/punct"
        for name in ("Brook", "Marsh", "Brook")
    ]
    found = reading(doc(*sentences, names={"Brook": "PERSON", "Marsh": "PERSON"}))
    first, second, third = (m.entity for m in found.mentions if m.kind is MentionKind.PRONOUN)
    assert first == third != second
    assert {label for words, label in referents(found) if words == "We"} == {"we (Brook)", "we (Marsh)"}


def test_all_of_us_are_not_the_speakers_own_we() -> None:
    made = doc(
        "We/PRP/2/nsubj left/leave/VBD/0/ROOT ././2/punct",
        "All/DT/4/nsubj of/IN/3/case us/PRP/1/nmod left/leave/VBD/0/ROOT ././4/punct",
        heads_of={"We": "person", "us": "person"},
    )
    found = reading(made)
    assert _about("We", found) != _about("us", found)


def test_her_before_the_subject_may_mean_the_subject() -> None:
    made = doc(
        "Peter/NNP/3/nsubj Lowe/NNP/1/flat left/leave/VBD/0/ROOT ././3/punct",
        "In/IN/3/case her/PRP$/3/nmod:poss speech/NN/7/obl ,/,/3/punct Helen/NNP/7/nsubj Marsh/NNP/5/flat"
        " thanked/thank/VBD/0/ROOT him/PRP/7/obj ././7/punct",
        names={"Peter Lowe": "PERSON", "Helen Marsh": "PERSON"},
    )
    found = reading(made)
    assert _who(found, "her") == ["Helen Marsh"]
    assert _who(found, "him") == ["Peter Lowe"]


def test_capitals_are_no_pronouns() -> None:
    made = doc("The/DT/2/det US/NNP/3/nsubj left/leave/VBD/0/ROOT IT/NNP/3/obj ././3/punct")
    assert all(m.kind is not MentionKind.PRONOUN for m in reading(made).mentions)


def test_whom_somebody_speaks_for_is_meant_before_others() -> None:
    made = doc(
        "Jon/NNP/3/nsubj Marsh/NNP/1/flat met/meet/VBD/0/ROOT Ben/NNP/3/obj Reed/NNP/4/flat ././3/punct",
        *["Reed/NNP/2/nsubj left/leave/VBD/0/ROOT ././2/punct"] * 4,
        "A/DT/2/det spokesman/NN/5/nsubj for/IN/4/case Marsh/NNP/2/nmod said/say/VBD/0/ROOT he/PRP/7/nsubj "
        "rejected/reject/VBD/5/ccomp it/PRP/7/obj ././5/punct",
        names={"Jon Marsh": "PERSON", "Ben Reed": "PERSON", "Reed": "PERSON", "Marsh": "PERSON"},
    )
    assert _who(reading(made), "he") == ["Jon Marsh"]


def test_whoever_says_so_as_who_is_meant_before_whom_the_article_is_about() -> None:
    made = doc(
        *["Reed/NNP/2/nsubj left/leave/VBD/0/ROOT ././2/punct"] * 6,
        "It/PRP/2/nsubj ended/end/VBD/0/ROOT for/IN/4/case Marsh/NNP/2/obl ,/,/4/punct who/WP/7/nsubj "
        "said/say/VBD/4/acl:relcl he/PRP/9/nsubj resigned/resign/VBD/7/ccomp ././2/punct",
        names={"Reed": "PERSON", "Marsh": "PERSON"},
    )
    assert _who(reading(made), "he") == ["Marsh"]


def test_one_of_several_may_be_meant_as_well_as_whoever_is_named() -> None:
    made = doc(
        "Aides/aide/NNS/2/nsubj met/meet/VBD/0/ROOT Marsh/NNP/2/obj ././2/punct",
        "One/CD/2/nsubj said/say/VBD/0/ROOT he/PRP/4/nsubj resigned/resign/VBD/2/ccomp ././2/punct",
        names={"Marsh": "PERSON"},
    )
    assert _who(reading(made), "he") != ["Marsh"]
