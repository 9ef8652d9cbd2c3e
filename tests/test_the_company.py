"""Which body "the company" means where somebody says something of it, on trees made by hand."""

from __future__ import annotations

from .by_hand import doc, reading, referents

_BOUGHT = "Marsh/NNP/2/compound Ltd/NNP/3/nsubj bought/buy/VBD/0/ROOT mills/mill/NNS/3/obj ././3/punct"
_SACKED = "The/DT/2/det company/NN/3/nsubj sacked/sack/VBD/0/ROOT Hale/NNP/3/obj ././3/punct"
_RAINED = "It/PRP/2/expl rained/rain/VBD/0/ROOT ././2/punct"
_SAID = (
    "Reed/NNP/2/compound Ltd/NNP/3/nsubj said/say/VBD/0/ROOT it/PRP/5/nsubj pays/pay/VBZ/3/ccomp "
    "if/IN/9/mark the/DT/8/det company/NN/9/nsubj sues/sue/VBZ/5/advcl Hale/NNP/9/obj ././3/punct"
)
_NAMES = {"Marsh Ltd": "ORG", "Reed Ltd": "ORG", "Hale": "PERSON"}


def _companies(*sentences: str) -> list[str]:
    made = doc(*sentences, names=_NAMES, heads_of={"company": "organization"})
    return [label for words, label in referents(reading(made)) if words.lower() == "the company"]


def test_a_company_that_speaks_of_the_company_means_itself() -> None:
    assert _companies(_BOUGHT, _SACKED, _RAINED, _SAID) == ["Marsh Ltd", "Reed Ltd"]


def test_the_company_spoken_of_right_before_goes_on() -> None:
    assert _companies(_BOUGHT, _SACKED, _SAID)[1] != "Reed Ltd"
