"""A lemma is its form, put in some case, with another ending: the classes that the lemma head chooses from.

A *script* is a string that says how to get from a form to its lemma, so that many words share one:
"l|ies|y" turns "cities", "Cities" and "parties" to "city", "city" and "party". These are the suffix rules
of Chrupała, *Simple data-driven context-sensitive lemmatization* (2006), with the case of the result made
part of the rule.

    <case>|<ending>|<replacement>     put the form in that case, take the ending off, put the replacement on
    <case>|^<form>|<lemma>            the same where the whole form goes, for that form alone
    =<lemma>                          the lemma itself, where the signs above stand in the words

    l  lower case     walked -> walk   l|ed|       broke -> break   l|oke|eak       was -> be   l|^was|be
    k  as it stands   Britons -> Briton   k|s|
    t  title case     LONDON -> London    t||

An ending is written out and not counted, so that a script cannot spoil a word it was not made for:
"l|ies|y" says nothing about "walks", and "l|^is|be" nothing about "this". This file needs the standard
library alone, because training reads it too.
"""

from collections.abc import Callable

#: How the form is cased before its ending is changed, in order of preference.
_CASES: dict[str, Callable[[str], str]] = {
    "l": str.lower,
    "k": str,
    "t": lambda form: form[:1].upper() + form[1:].lower(),
}
_BAR = "|"
_ALL = "^"
_ITSELF = "="


def script(form: str, lemma: str) -> str:
    """The one script that turns `form` to `lemma`, so that `apply(script(form, lemma), form) == lemma`.

    Of the cases, the one that leaves the longest common beginning is taken, and of equals the first of l,
    k, t; so a word in lower case has one script wherever it stands in the sentence.
    """
    if _BAR in form + lemma or _ALL in form:
        return _ITSELF + lemma
    cased = {case: put(form) for case, put in _CASES.items()}
    case = max(cased, key=lambda case: _common(cased[case], lemma))
    kept = _common(cased[case], lemma)
    ending = cased[case][kept:] if kept or not form else _ALL + cased[case]
    return _BAR.join((case, ending, lemma[kept:]))


def apply(script: str, form: str) -> str | None:
    """What `script` makes of `form`; None where the form does not end as it needs, or it is no script."""
    if script.startswith(_ITSELF):
        return script.removeprefix(_ITSELF)
    case, ending, replacement = script.split(_BAR) if script.count(_BAR) == 2 else ("", "", "")
    if case not in _CASES:
        return None
    cased = _CASES[case](form)
    if ending.startswith(_ALL):
        return replacement if cased == ending.removeprefix(_ALL) else None
    return cased.removesuffix(ending) + replacement if cased.endswith(ending) else None


def _common(first: str, second: str) -> int:
    """How many characters two strings share from the start."""
    shared = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        shared += 1
    return shared
