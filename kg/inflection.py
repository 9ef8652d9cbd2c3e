"""The inflected forms of English verbs: regular spelling rules, and the verbs that do not follow them."""

from __future__ import annotations

from collections.abc import Iterator

#: Verbs of newspapers whose past forms no rule gives: lemma -> past, participle.
IRREGULAR = {
    line.split()[0]: tuple(line.split()[1:])
    for line in """
arise arose arisen|awake awoke awoken|be was been were is are am|bear bore borne|beat beat beaten
become became become|befall befell befallen|behold beheld beheld|beset beset beset|begin began begun
bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown
break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built
burn burnt burnt burned|burst burst burst|buy bought bought|cast cast cast|catch caught caught
choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut
deal dealt dealt|dig dug dug|do did done does|draw drew drawn|dream dreamt dreamt dreamed|drink drank drunk
dwell dwelt dwelt|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt
fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown
forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen|forgo forwent forgone
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got got gotten|give gave given
go went gone goes|grind ground ground|grow grew grown|hang hung hung|have had had has|hear heard heard
hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|knit knit knit
know knew known|lay laid laid|lead led led|leap leapt leapt leaped|learn learnt learnt learned|leave left left
lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant
meet met met|mislead misled misled|oversee oversaw overseen|overtake overtook overtaken
overthrow overthrew overthrown|pay paid paid|put put put|quit quit quit|read read read
relay relayed relayed|rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run
say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken
shed shed shed|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut
sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slay slew slain|slide slid slid
sling slung slung|slit slit slit|sow sowed sown|spin spun spun|spit spat spat|speak spoke spoken
spell spelt spelt spelled|spend spent spent|split split split|spread spread spread|spring sprang sprung
stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|stink stank stunk
stride strode stridden|strike struck struck|strive strove striven|swear swore sworn|sweep swept swept
swell swelled swollen|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn
tell told told|think thought thought|throw threw thrown|thrust thrust thrust|undergo underwent undergone
understand understood understood|undertake undertook undertaken|uphold upheld upheld|wake woke woken
weave wove woven|weep wept wept|wear wore worn|win won won|wind wound wound|withdraw withdrew withdrawn
withhold withheld withheld|withstand withstood withstood|wring wrung wrung|write wrote written
""".replace("\n", "|").split("|")
    if line
}
#: Verbs one of whose past forms looks like the lemma.
INVARIANT = frozenset(lemma for lemma, past in IRREGULAR.items() if lemma in past)
_OF_FORM: dict[str, tuple[str, ...]] = {
    form: tuple(lemma for lemma, past in IRREGULAR.items() if form in past)
    for form in sorted({form for past in IRREGULAR.values() for form in past})
}
_VOWELS = tuple("aeiou")
#: Prefixes that leave a verb as irregular as it was: "rebuild", "overhear", "withhold".
_PREFIXES = ("re", "over", "under", "out", "mis", "fore", "un", "with")
#: Verbs of two syllables whose final consonant doubles though no rule of spelling shows it; l doubles anyway.
_DOUBLING = frozenset(
    (
        "abet", "acquit", "admit", "begin", "commit", "concur", "confer", "defer", "deter",
        "eavesdrop", "equip", "forget", "handicap", "incur", "infer", "kidnap", "occur", "omit",
        "outwit", "overlap", "overrun", "permit", "prefer", "quit", "rebut", "refer", "regret",
        "rerun", "submit", "transfer", "transmit", "upset", "worship",
    )
)  # fmt: skip


def forms(lemma: str) -> tuple[str, ...]:
    """A verb's lemma and its inflected forms, lower case: ``snub`` gives snub, snubs, snubbing, snubbed.

    ``label`` gives the American spellings too, labeling and labeled.
    """
    stem = _stem(lemma)
    if _consonant_y(lemma):
        third, regular = lemma[:-1] + "ies", lemma[:-1] + "ied"
    else:
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
        regular = stem + "ed"
    past = _irregular(lemma) or (regular,)
    american = (lemma + "ing", lemma + "ed") if stem.endswith("ll") and _syllables(lemma) > 1 else ()
    return tuple(dict.fromkeys((lemma, third, _gerund(lemma, stem), *past, *american)))


def irregular_lemmas(form: str) -> tuple[str, ...]:
    """The verbs that have an irregular form, lower case: ``wound`` gives wind, ``overheard`` overhear."""
    if form in _OF_FORM:
        return _OF_FORM[form]
    inner = next((p for p in _PREFIXES if form.startswith(p) and form.removeprefix(p) in _OF_FORM), None)
    return tuple(inner + lemma for lemma in _OF_FORM[form.removeprefix(inner)]) if inner else ()


def _irregular(lemma: str) -> tuple[str, ...]:
    """The past forms that no rule gives, of the verb itself or of the one that a prefix stands before."""
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    inner = next((p for p in _PREFIXES if lemma.startswith(p) and lemma.removeprefix(p) in IRREGULAR), None)
    return tuple(inner + form for form in IRREGULAR[lemma.removeprefix(inner)]) if inner else ()


def _consonant_y(lemma: str) -> bool:
    return lemma.endswith("y") and not lemma[:-1].endswith(_VOWELS)


def _stem(lemma: str) -> str:
    """What -ed follows: silent e dropped, final consonant doubled where English doubles it."""
    if lemma.endswith("e"):
        return lemma[:-1]
    doubling = (
        len(lemma) > 2
        and lemma[-1] not in "aeiouwxy"
        and lemma[-2] in _VOWELS
        and lemma[-3] not in _VOWELS
        and (_syllables(lemma) == 1 or lemma.endswith("l"))
    )
    return lemma + lemma[-1] if doubling or lemma in _DOUBLING else lemma


def _gerund(lemma: str, stem: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    return (lemma if lemma.endswith(("ee", "oe", "ye")) else stem) + "ing"


def _syllables(lemma: str) -> int:
    """Groups of vowels: near enough for the doubling rule."""
    groups = 0
    previous = False
    for letter in lemma:
        vowel = letter in "aeiouy"
        groups += vowel and not previous
        previous = vowel
    return groups


def plurals(noun: str) -> tuple[str, ...]:
    """A noun and its regular plural."""
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        return noun, noun[:-1] + "ies"
    return noun, noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")


def all_forms(expression: str) -> Iterator[str]:
    """The forms of a verb with the word that follows it, if any: "rules out", "ruled out"."""
    lemma, *rest = expression.split()
    yield from (" ".join((form, *rest)) for form in forms(lemma))
