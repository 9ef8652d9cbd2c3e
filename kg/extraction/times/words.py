"""The closed classes of English words that say when: days, months, units, numbers, prepositions."""

from __future__ import annotations

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
#: What a month is called beside a day or a year, by its first three letters.
SHORT_MONTHS = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")

#: The units that are counted and shifted by: how many days or months one has.
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
MONTHS_IN = {"month": 1, "year": 12, "decade": 120, "century": 1200}

SEASONS = ("spring", "summer", "autumn", "winter")
#: Feasts whose day is another each year, or that stand for the days around them.
FEASTS = ("Easter", "Christmas", "Ramadan", "Passover", "Diwali", "Whitsun", "New Year")

NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {"a": 1, "an": 1}

#: "Last week" and "next week" by how many weeks they lie from this one.
SHIFTS = {"last": -1, "this": 0, "next": 1}

#: Preposition -> how what it opens is bound by the time after it (see ``meanings.BOUNDS``).
PREPOSITIONS = {
    **dict.fromkeys(("on", "in", "at", "during", "over", "within", "throughout", "around"), "at"),
    **dict.fromkeys(("by", "no later than"), "by"),
    **dict.fromkeys(("before", "ahead of", "prior to"), "before"),
    **dict.fromkeys(("until", "till"), "until"),
    **dict.fromkeys(("since", "from", "as of"), "since"),
    "after": "after",
}
#: After these, what is planned or asked for is due.
DUE = frozenset(("by", "no later than", "before", "ahead of", "prior to", "within"))

#: Before a time without a preposition of its own these make it part of something else: "the talks of last
#: week".
OTHERS = frozenset(
    ("of", "for", "about", "than", "to", "with", "like", "as", "per", "against", "between", "that")
)
