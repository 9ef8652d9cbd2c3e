"""What court reports tell beside deeds: who speaks for which side; on trees made by hand."""

from __future__ import annotations

import pytest

from .by_hand import doc, of_action, reading

ADA = {"Ada Hale": "PERSON"}


@pytest.mark.parametrize(
    ("form", "action"),
    [
        ("prosecuting/prosecute/VBG", "Charge"),
        ("defending/defend/VBG", "Defend"),
        ("mitigating/mitigate/VBG", "Action"),
    ],
)
def test_the_part_that_somebody_has_in_a_case_is_no_deed(form: str, action: str) -> None:
    rest = "Hale/NNP/1/flat ,/,/4/punct {form}/1/acl ,/,/4/punct lied/lie/VBD/0/ROOT ././7/punct"
    told = reading(doc(f"Ada/NNP/6/nsubj {rest}".replace("{form}", form), names=ADA))
    assert not of_action(told, action) or {told.article.words(s.trigger) for s in told.statements} == {"lied"}


def test_whom_somebody_prosecutes_is_told() -> None:
    tree = (
        "Ada/NNP/7/nsubj Hale/NNP/1/flat ,/,/4/punct prosecuting/prosecute/VBG/1/acl Jon/NNP/4/obj "
        "Marsh/NNP/5/flat lied/lie/VBD/0/ROOT ././7/punct"
    )
    (found,) = of_action(reading(doc(tree, names={**ADA, "Jon Marsh": "PERSON"})), "Charge")
    assert found.filler("theme") is not None
