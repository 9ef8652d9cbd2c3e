"""Which of several media types a client likes best: the rules of the Accept header (RFC 9110, 12.5.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Range:
    """One element of an Accept header."""

    kind: str
    """Type and subtype in lower case; each may be ``*``."""
    quality: float

    def fits(self, media_type: str) -> int:
        """How closely this names a media type; 0 if it does not."""
        major, _, _ = media_type.partition("/")
        return {media_type: 3, f"{major}/*": 2, "*/*": 1}.get(self.kind, 0)


def best(header: str | None, offered: Iterable[str]) -> str | None:
    """The media type that a client likes best, the first of those it likes equally; none if it takes none.

    Args:
        header: the Accept header; without one everything is welcome.
        offered: media types without parameters, the server's favourite first.
    """
    ranges = list(_ranges(header)) if header and header.strip() else [Range("*/*", 1.0)]
    qualities = {kind: _quality(kind, ranges) for kind in offered}
    liked = max(qualities.values(), default=0.0)
    return next((kind for kind, quality in qualities.items() if quality == liked > 0), None)


def _quality(media_type: str, ranges: Iterable[Range]) -> float:
    """The quality of the range that names a media type most closely."""
    fitting = [(found.fits(media_type), found.quality) for found in ranges if found.fits(media_type)]
    return max(fitting, default=(0, 0.0))[1]


def _ranges(header: str) -> Iterator[Range]:
    for element in header.split(","):
        kind, *parameters = (part.strip() for part in element.split(";"))
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "q":
                quality = _number(value)
        if kind:
            yield Range(kind.lower(), quality)


def _number(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0
