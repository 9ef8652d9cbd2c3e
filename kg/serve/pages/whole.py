"""Pages that `kg view` writes, complete in one file, as pages of this site: under a bar that leads back."""

from __future__ import annotations

import re
from html import unescape

from ...view import Page
from ..reply import HTML, Reply
from .html import rendered

# The link that skips to the content goes before the bar, for it skips that, too.
_SKIP = re.compile(r'\s*<\w+ class="skip"[^>]*>[^<]*</\w+>')
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def as_part_of_the_site(page: Page, title: str, *, allows: str = "", **links: str) -> Reply:
    """A page with a bar on top, under its own policy and ours.

    Args:
        page: as `kg view` writes it.
        title: what the bar calls it.
        allows: a rule that its policy has besides.
        links: what the bar leads to besides the pages of the site: words with _ for spaces -> address.
    """
    found = _POLICY.search(page.html)
    assert found is not None, "a page of kg view has a policy"
    # The page allows the hashes of what it holds; the bar's style is a file of ours. A policy of the header
    # and one of the page would both have to allow both, so that the header takes over.
    policy = unescape(found[1]).replace("style-src ", "style-src 'self' ").replace(
        "form-action 'none'", "form-action 'self'"
    )  # fmt: skip
    if allows:
        policy += f"; {allows}"
    named = {words.replace("_", " "): address for words, address in links.items()}
    bar = rendered("bar.html", title=title, links=named).body.decode()
    before, body, rest = _POLICY.sub("", page.html, count=1).partition("<body")
    attributes, end, content = rest.partition(">")
    skip = _SKIP.match(content)
    split = skip.end() if skip else 0
    html = "".join((before, body, attributes, end, content[:split], bar, content[split:]))
    headers = {"Content-Security-Policy": f"{policy}; frame-ancestors 'none'", "Cache-Control": "no-cache"}
    return Reply(html.encode("utf-8", "replace"), HTML, headers=headers)
