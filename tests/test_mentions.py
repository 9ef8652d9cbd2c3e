"""What counts as a mention, on trees made by hand: nouns that the pipeline types, members, acronyms."""

from __future__ import annotations

from kg.model import Extraction

from .by_hand import doc, reading, referents


def _who(extraction: Extraction, words: str) -> list[str]:
    return [label for mention, label in referents(extraction) if mention == words]


def _classes(extraction: Extraction, label: str) -> tuple[str, ...]:
    (found,) = {e.classes for e in extraction.entities if e.label == label}
    return found


def test_a_noun_of_no_list_is_what_the_pipeline_takes_it_for() -> None:
    made = doc(
        "The/DT/2/det beekeepers/beekeeper/NNS/3/nsubj met/meet/VBD/0/ROOT the/DT/5/det chronicler/NN/3/obj"
        " ././3/punct",
        heads_of={"beekeepers": "person", "chronicler": "person"},
    )
    found = reading(made)
    assert _classes(found, "beekeepers") == ("Person", "People")
    assert _classes(found, "chronicler") == ("Person",)


def test_the_pipeline_may_take_a_listed_person_back() -> None:
    sentence = "Hale/NNP/2/nsubj stopped/stop/VBD/0/ROOT the/DT/4/det pilot/NN/2/obj ././2/punct"
    person, thing = (
        reading(doc(sentence, names={"Hale": "PERSON"}, heads_of={"pilot": kind}))
        for kind in ("person", "event")
    )
    assert _classes(person, "pilot") == ("Person",)
    assert _classes(thing, "pilot") == ("Thing",)


def test_members_are_not_their_party() -> None:
    made = doc(
        "Some/DT/2/det Tories/NNPS/3/nsubj met/meet/VBD/0/ROOT a/DT/5/det Tory/NNP/3/obj ././3/punct",
        "The/DT/2/det Tories/NNPS/3/nsubj left/leave/VBD/0/ROOT ././3/punct",
        heads_of={},
    )
    found = reading(made)
    assert _who(found, "The Tories") + _who(found, "Tories") == ["Conservative Party"]
    assert _who(found, "Some Tories") == ["Tories"]
    assert _who(found, "a Tory") == ["Tory"]


def test_somebody_called_like_a_place_is_nobodys_town() -> None:
    sentence = "Paris/NNP/2/nsubj left/leave/VBD/0/ROOT ././2/punct"
    assert _classes(reading(doc(sentence, heads_of={"Paris": "place"})), "Paris")[0] == "Place"
    assert _classes(reading(doc(sentence, heads_of={"Paris": "person"})), "Paris")[0] == "Person"


def test_capitals_in_brackets_are_the_name_before_them_or_after() -> None:
    before = doc(
        "The/DT/4/det Oxley/NNP/4/compound Water/NNP/4/compound Forum/NNP/8/nsubj (/-LRB-/6/punct"
        " OWF/NNP/4/appos )/-RRB-/6/punct left/leave/VBD/0/ROOT ././8/punct",
        "OWF/NNP/2/nsubj returned/return/VBD/0/ROOT ././2/punct",
        names={"Oxley Water Forum": "ORG", "OWF": "ORG"},
    )
    after = doc(
        "OWF/NNP/8/nsubj (/-LRB-/6/punct the/DT/6/det Oxley/NNP/6/compound Water/NNP/6/compound"
        " Forum/NNP/1/appos )/-RRB-/6/punct left/leave/VBD/0/ROOT ././8/punct",
        names={"Oxley Water Forum": "ORG", "OWF": "ORG"},
    )
    assert _who(reading(before), "OWF") == ["Oxley Water Forum"] * 2
    assert _who(reading(after), "OWF") == ["Oxley Water Forum"]


def test_capitals_that_do_not_spell_a_name_are_another() -> None:
    made = doc(
        "The/DT/4/det Oxley/NNP/4/compound Water/NNP/4/compound Forum/NNP/8/nsubj (/-LRB-/6/punct"
        " KLB/NNP/4/appos )/-RRB-/6/punct left/leave/VBD/0/ROOT ././8/punct",
        names={"Oxley Water Forum": "ORG", "KLB": "ORG"},
    )
    assert _who(reading(made), "KLB") == ["KLB"]


def test_the_town_is_the_only_town_named() -> None:
    one = "Hale/NNP/2/nsubj left/leave/VBD/0/ROOT Rotherham/NNP/2/obj ././2/punct"
    two = "Hale/NNP/2/nsubj left/leave/VBD/0/ROOT Telford/NNP/2/obj ././2/punct"
    back = "The/DT/2/det town/NN/3/nsubj returned/return/VBD/0/ROOT ././3/punct"
    assert _who(reading(doc(one, back)), "The town") == ["Rotherham"]
    assert _who(reading(doc(one, two, back)), "The town") == ["town"]


def test_a_few_people_are_others_each_time() -> None:
    made = doc(
        "Some/DT/2/det ministers/minister/NNS/3/nsubj left/leave/VBD/0/ROOT ././3/punct",
        "Some/DT/2/det ministers/minister/NNS/3/nsubj stayed/stay/VBD/0/ROOT ././3/punct",
    )
    assert len({m.entity for m in reading(made).mentions}) == 2


def test_who_owns_a_description_is_mentioned_in_it() -> None:
    made = doc(
        "Oxley/NNP/2/compound Council/NNP/3/nsubj closed/close/VBD/0/ROOT libraries/library/NNS/3/obj"
        " ././3/punct",
        "The/DT/2/det council/NN/4/nmod:poss 's/POS/2/case leader/NN/5/nsubj resigned/resign/VBD/0/ROOT"
        " ././5/punct",
        names={"Oxley Council": "ORG"},
    )
    found = reading(made)
    assert _who(found, "The council") == ["Oxley Council"]
    assert _who(found, "The council's leader") == ["council's leader"]


def test_a_name_before_the_letters_of_somebody_named_after_them_is_a_seat() -> None:
    made = doc(
        "Oxley/NNP/6/nsubj North/NNP/1/flat MP/NN/1/nmod:desc Ada/NNP/6/nsubj Hale/NNP/4/flat "
        "left/leave/VBD/0/ROOT ././6/punct",
        names={"Oxley North": "PERSON", "Ada Hale": "PERSON"},
    )
    found = reading(made)
    assert _classes(found, "Oxley North") == ("Place",)
    (role,) = found.attestations
    assert (role.role, role.person) == ("Oxley North MP", "AdaHale")


def test_letters_alone_leave_a_person_one() -> None:
    made = doc(
        "Ada/NNP/4/nsubj Hale/NNP/1/flat MP/NN/1/nmod:desc left/leave/VBD/0/ROOT ././4/punct",
        names={"Ada Hale": "PERSON"},
    )
    assert _classes(reading(made), "Ada Hale") == ("Person",)


def test_letters_that_open_a_sentence_stay_capital() -> None:
    made = doc(
        "MP/NN/4/nsubj Ada/NNP/1/appos Hale/NNP/2/flat left/leave/VBD/0/ROOT ././4/punct",
        names={"Ada Hale": "PERSON"},
    )
    assert [role.role for role in reading(made).attestations] == ["MP"]
