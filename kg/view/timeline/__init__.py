"""What happened when, as one page."""

from .folder import Folder, timeline_folder
from .page import timeline_page

__all__ = ["Folder", "timeline_folder", "timeline_page"]
