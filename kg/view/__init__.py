"""Pages that need no server and fetch nothing: a network, an article with what was read in it, a timeline."""

from .article import article_page, reading_page
from .html import more, page
from .one_file import Page
from .timeline import Folder, timeline_folder, timeline_page

__all__ = [
    "Folder",
    "Page",
    "article_page",
    "more",
    "page",
    "reading_page",
    "timeline_folder",
    "timeline_page",
]
