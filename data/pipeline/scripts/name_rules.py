"""What a name is, the same in every corpus: the rules that make many annotations into one."""

from collections.abc import Collection, Iterable, Sequence

from name_pieces import Mention, read_list

ARTICLES = frozenset({"the", "a", "an"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
NO_MARK_NEEDED = frozenset({"I", "A", "O", "OK", "Ok", "PS", "P.S."})


def _folded(items: Iterable[str]) -> frozenset[str]:
    return frozenset(item.lower() for item in items)


TITLES = _folded(read_list("titles"))
POST_NOMINALS = frozenset(read_list("post_nominals"))
CALENDAR = _folded(read_list("calendar"))
PARTY_WORDS = frozenset(read_list("party_words"))
_GROUPS = read_list("nationalities_and_religions")
GROUPS = frozenset(_GROUPS) | {
    f"{word}s" for word in _GROUPS if not word.endswith(("s", "sh", "ch", "ese", "men"))
}


def is_title(word: str) -> bool:
    """Whether a word may be a title or a role before a name."""
    return word.rstrip(".").lower() in TITLES


def is_capitalised(word: str) -> bool:
    """Whether a word begins with a capital letter."""
    return word[:1].isupper()


def is_group(words: Sequence[str]) -> bool:
    """Whether the words are a nationality, people or religion of the closed list, or some in a row."""
    return " ".join(words) in GROUPS or (bool(words) and all(word in GROUPS for word in words))


def could_be_name(word: str) -> bool:
    """Whether a capitalised word may be a name, so that its status is open where a corpus is silent."""
    bare = word.rstrip(".")
    return (
        is_capitalised(word)
        and word not in NO_MARK_NEEDED
        and word not in GROUPS
        and bare.lower() not in CALENDAR
        and not is_title(word)
        and bare not in POST_NOMINALS
    )


def trim(words: Sequence[str], mention: Mention) -> Mention | None:
    """The mention without article, titles, letters after it and possessive; None if nothing is left."""
    start, end, label = mention
    while end - start > 1 and (words[start] in ARTICLES or words[start] == "The"):
        start += 1
    if label == "PERSON":
        while start < end and is_title(words[start]):
            start += 1
            if start < end and words[start] == ".":
                start += 1
        while end - start > 1 and (words[end - 1] in POST_NOMINALS or words[end - 1] == ","):
            end -= 1
    while end - start > 1 and words[end - 1] in POSSESSIVES:
        end -= 1
    return (start, end, label) if start < end else None


def settle(
    words: Sequence[str], mentions: Iterable[Mention], unknown: Collection[int] = ()
) -> tuple[list[Mention], set[int]]:
    """The mentions of a sentence by the common rules, and the words whose status stays unknown.

    Longer mentions win over those they cover. A person who is but a title ("the Queen") becomes unknown, and
    so do words of parties outside names. Words of the closed list are NORP, except inside a name and beside
    an unknown word.
    """
    unknown = set(unknown)
    settled: list[Mention] = []
    taken: set[int] = set()
    for start, end, label in sorted(mentions, key=lambda mention: (mention[0] - mention[1], mention)):
        if taken & set(range(start, end)):
            continue
        kept = trim(words, (start, end, label))
        if kept is None:
            unknown.update(index for index in range(start, end) if is_capitalised(words[index]))
            continue
        start, end, label = kept
        if label != "PERSON" and is_group(words[start:end]):
            label = "NORP"
        elif label == "NORP":
            continue
        settled.append((start, end, label))
        taken.update(range(start, end))
    unknown -= taken
    for index, word in enumerate(words):
        if index not in taken and word in GROUPS and not {index - 1, index + 1} & unknown:
            settled.append((index, index + 1, "NORP"))
            unknown.discard(index)
        elif index not in taken and word in PARTY_WORDS:
            unknown.add(index)
    return sorted(settled), unknown
