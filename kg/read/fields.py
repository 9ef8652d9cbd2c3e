"""What a source says about an article, checked: names of fields, and values that are words or dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from ..errors import ReadError
from ..model import Article

#: Characters of one paragraph above which a parse would take minutes.
LONGEST_PARAGRAPH = 50_000
#: Field -> what front matter or a JSON line may call it.
NAMES = {
    "id": ("id", "identifier"),
    "title": ("title",),
    "date": ("date",),
    "url": ("url",),
    "publisher": ("publisher",),
}


def article(text: str, given: Mapping[object, object], *, where: str, id: str) -> Article:
    """The article with whatever its source said about it; other fields are left alone.

    Args:
        where: the file, or file and line, that an error names.
        id: the identifier where the source gives none.
    """
    if (fault := problem(Article(text))) is not None:
        raise ReadError(f"{where} {fault}")
    found = {field: _words(given, names, where) for field, names in NAMES.items()}
    return Article(
        text,
        id=found["id"] or id,
        title=found["title"],
        date=found["date"],
        url=found["url"],
        publisher=found["publisher"],
    )


def problem(article: Article) -> str | None:
    """Why an article cannot be read, with the cure, to follow its name in a sentence; none where it can."""
    text = article.text
    if not text.strip():
        return "has no text. Put an article there or remove it."
    if "\0" in text:
        return "is not text: it has a zero byte. Save the article as UTF-8 text."
    if not all(_is_encodable(words or "") for words in (text, article.id, article.title, article.publisher)):
        return "has half a character (a lone surrogate). Write the text as UTF-8."
    longest = max(map(len, text.splitlines()))
    if longest > LONGEST_PARAGRAPH:
        return f"has a paragraph of {longest} characters. Break it up: {LONGEST_PARAGRAPH} are the limit."
    return None


def _words(given: Mapping[object, object], names: tuple[str, ...], where: str) -> str | None:
    for name in names:
        value = given.get(name)
        if value is None or value == "":
            continue
        if isinstance(value, datetime | date):
            return value.isoformat()
        # A number is as good a name as any; True or a list is a slip.
        if name in NAMES["id"] and isinstance(value, int) and not isinstance(value, bool) and value < 10**18:
            return str(value)
        if not isinstance(value, str) or "\0" in value or not _is_encodable(value):
            raise ReadError(f"{where}: {name!r} is not text. Put it in quotation marks.")
        return value.strip() or None
    return None


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
