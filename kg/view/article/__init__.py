"""An article with what was read in it, as one page."""

from .reading import reading_page
from .recalled import article_page

__all__ = ["article_page", "reading_page"]
