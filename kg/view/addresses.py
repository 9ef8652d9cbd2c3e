"""Where the pages of articles and of entities are, so that one page leads to another."""

from __future__ import annotations

from collections.abc import Callable

#: From the IRI of an article or an entity to the address of its page; an empty one where it has none.
Address = Callable[[str], str]


def nowhere(iri: str) -> str:
    """No address: for a page that stands alone."""
    return ""


def sentence(page: str, begins: int, ends: int) -> str:
    """The address of a sentence on the page of its article.

    Args:
        page: the address of the page; without one there is no address of its sentences either.
        begins: where the sentence begins in the article, in characters.
        ends: where it ends, exclusive.
    """
    return page and f"{page}#p{begins}-{ends}"
