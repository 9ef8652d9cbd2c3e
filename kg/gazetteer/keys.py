"""The keys of entities, from which kg.rdf makes their IRIs: of a name, or of an id in somebody's file."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

#: Ids that stay readable in a key: words, dots and hyphens, parted by slashes.
_PLAIN = re.compile(
    r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?:/[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)*"
)

#: Letters by themselves, with hyphens or dots between them.
_INITIALS = re.compile(r"(?<![\w.-])[^\W\d_](?:[-.]+[^\W\d_])+\b\.?(?![\w-])")


def name_key(name: str) -> str:
    """The key of an entity known by its name alone: its words in CamelCase, letters and digits only."""
    folded = unicodedata.normalize("NFKC", name)
    words = re.findall(r"[^\W_]+", folded)
    key = "".join(word[:1].upper() + word[1:] for word in words)
    return key if not key[:1].isdigit() else "N" + key


def name_label(name: str) -> str:
    """A name as it is shown, whichever way an article spells it: "I.R.S.", "I-R-S": "IRS", as its key is."""
    folded = unicodedata.normalize("NFKC", name).replace("’", "'").replace("‘", "'")
    folded = re.sub(r"\b(?:[^\W\d_]\.){2,}", lambda dotted: dotted.group().replace(".", ""), folded)
    folded = re.sub(r"(?<=\w)\s*-\s*(?=\w)", "-", folded)
    return _INITIALS.sub(lambda spelt: re.sub(r"[-.]", "", spelt.group()), folded)


def id_key(kind: str, identifier: str) -> str:
    """The key of an entity that a file numbers: "person_uk.org.example_person_7".

    Two ids never have one key, and no such key is that of a name, which has no underscore.

    Args:
        kind: what the id numbers, a plain word: a file may number people and bodies alike.
        identifier: the id, any text.
    """
    if _PLAIN.fullmatch(identifier):
        return f"{kind}_{identifier.replace('/', '_')}"
    return f"{kind}__{sha256(identifier.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
