"""What happened when, as one page."""

from .page import timeline_page

__all__ = ["timeline_page"]
