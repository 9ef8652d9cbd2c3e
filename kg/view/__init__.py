"""A network of who did what as one page: it needs no server and fetches nothing."""

from .html import Page, page

__all__ = ["Page", "page"]
