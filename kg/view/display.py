"""What a reader sees of a text that somebody else wrote: the words, without what misleads or breaks."""

import re
from urllib.parse import urlsplit

#: Longest name that is written beside a symbol on the canvas, in lines and in characters to the line.
LINES, CHARACTERS = 3, 18

# Separators of any kind are spaces; what reverses or hides text is dropped, from names and sentences alike.
_SPACES = re.compile("[\t\n\v\f\r\x85\u2028\u2029 ]+")
_DECEPTIVE = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def shown(text: object) -> str:
    """The text on one line; characters that have no glyph become the replacement character."""
    plain = _DECEPTIVE.sub("", _SPACES.sub(" ", str(text or "")))
    return _UNSEEN.sub("\ufffd", plain).strip()


def lines(name: str) -> list[str]:
    """A name broken into the few short lines that fit beside its symbol."""
    broken = [""]
    for word in name.split():
        longer = f"{broken[-1]} {word}".strip()
        if len(longer) <= CHARACTERS:
            broken[-1] = longer
        elif broken[-1]:
            broken.append(word)
        else:
            broken[-1] = word
    kept = [line if len(line) <= CHARACTERS else line[: CHARACTERS - 1] + "…" for line in broken[:LINES]]
    if len(broken) > LINES:
        kept[-1] = kept[-1].rstrip("…")[: CHARACTERS - 1].rstrip() + "…"
    return kept


def marked(sentence: str, trigger: str) -> list[str]:
    """A sentence in three parts: before the trigger, the trigger, and after it. The last two may be empty."""
    found = re.search(rf"(?<!\w){re.escape(trigger)}(?!\w)", sentence) if trigger else None
    start = found.start() if found else sentence.find(trigger) if trigger else -1
    if start < 0:
        return [sentence, "", ""]
    end = start + len(trigger)
    return [sentence[:start], sentence[start:end], sentence[end:]]


def link(url: object) -> str:
    """The address if a browser may follow it, else nothing: http and https only."""
    address = str(url or "").strip()
    if address != shown(address) or any(c.isspace() for c in address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""


def phrase(class_name: str) -> str:
    """The name of a class as words: PoliticalParty is a "political party"."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", class_name).lower()
