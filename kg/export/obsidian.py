"""A vault for Obsidian, or any editor of Markdown with links in double brackets: one note for each entity.

What articles say is hostile: in a note it is text and nothing else, whatever plug-ins the reader has, and in
the name of a file it names a file on every system.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from ..query import Graph
from .edges import Edge, Node, edges
from .texts import one_line

#: Bytes of a name without its ending; most systems allow 255 with it.
_LONGEST = 120
# What Windows and macOS refuse in names, and what ends a link.
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|#^\[\]%`{}$&~=!@;]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\..*)?")
_TOLD_APART = re.compile(r"\([0-9a-fA-F]{8}\)$")
# Everything that Markdown, Obsidian and its plug-ins give a meaning: markup, links, tags, comments, formulas,
# queries ("=", "::"), templates ("<%").
_MARKUP = re.compile(r"([\\`*_{}\[\]#|~^$%=]|:(?=[:/])|(?<=:):)")
# What templates are made of; some plug-ins run them wherever they stand.
_TEMPLATE = re.compile(r"[<>%{}$`=]")
# What begins a list where it begins a line.
_LIST = re.compile(r"^(\d+(?=[.)])|(?=[-+]))([-+.)])")


def write_obsidian(graph: Graph, folder: Path) -> None:
    """A note for each entity that has an edge, with links to those at the other end."""
    found = edges(graph)
    names = file_names(found.nodes)
    out, into = defaultdict[str, list[Edge]](list), defaultdict[str, list[Edge]](list)
    for edge in found.edges:
        out[edge.start].append(edge)
        into[edge.end].append(edge)
    for node in found.nodes:
        lines = [*_head(node), *_edges(out[node.iri], names), *_mentioned(into[node.iri], names)]
        with (folder / f"{names[node.iri]}.md").open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines)


def _head(node: Node) -> Iterator[str]:
    # JSON is YAML, too, and cannot be left by any text.
    yield "---"
    yield f"aliases: {_json([text for text in map(one_line, (node.label, *node.aliases)) if text])}"
    yield f"kind: {_json(node.kind)}"
    yield f"type: {_json(node.type)}"
    yield f"iri: {_json(node.iri)}"
    yield f"tags: {_json([_tag(name) for name in dict.fromkeys((node.kind, node.type))])}"
    yield "---"
    yield f"# {escaped(node.label)}"


def _edges(found: list[Edge], names: dict[str, str]) -> Iterator[str]:
    """What the entity did, by the kind of truth it has."""
    for tier, of_tier in groupby(sorted(found, key=lambda edge: (edge.tier, edge.label)), lambda e: e.tier):
        yield ""
        yield f"## {escaped(tier).capitalize()}"
        yield ""
        for edge in of_tier:
            yield f"- {escaped(edge.label)} [[{names[edge.end]}]] ({_counted(edge)})"
            if edge.sentence:
                yield f"    > {escaped(edge.sentence)}"


def _mentioned(found: list[Edge], names: dict[str, str]) -> Iterator[str]:
    """Who did something to or about the entity."""
    if found:
        yield ""
        yield "## By others"
        yield ""
    for edge in found:
        yield f"- [[{names[edge.start]}]] {escaped(edge.label)} ({_counted(edge)})"


def _counted(edge: Edge) -> str:
    parts = [f"{edge.weight} source{'s' * (edge.weight != 1)}"]
    if edge.first:
        parts.append(" to ".join(escaped(day) for day in dict.fromkeys((edge.first, edge.last))))
    return ", ".join(parts)


def file_names(nodes: Iterable[Node]) -> dict[str, str]:
    """IRI -> the name of its note, without an ending: told apart on systems that know no capitals, too."""
    plain = {node.iri: _file_name(node.label) for node in nodes}
    bearers = defaultdict[str, list[str]](list)
    for iri, name in plain.items():
        bearers[unicodedata.normalize("NFKC", name).casefold()].append(iri)
    shared = {iri for iris in bearers.values() if len(iris) > 1 for iri in iris}
    return {
        iri: f"{name} ({sha256(iri.encode()).hexdigest()[:8]})"
        if iri in shared or _TOLD_APART.search(name)
        else name
        for iri, name in plain.items()
    }


def _file_name(label: str) -> str:
    printable = "".join(c for c in one_line(unicodedata.normalize("NFC", label)) if c.isprintable())
    name = " ".join(_NOT_IN_NAMES.sub(" ", printable).split()).strip(". -'")
    name = name.encode()[:_LONGEST].decode(errors="ignore").rstrip(". ")
    return f"_{name}" if _RESERVED.fullmatch(name) else name or "unnamed"


def escaped(text: str) -> str:
    """Text as Markdown that shows exactly this text, in one line."""
    plain = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LIST.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", plain))


def _json(value: object) -> str:
    written = json.dumps(value, ensure_ascii=False)
    return _TEMPLATE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def _tag(name: str) -> str:
    return re.sub(r"\W", "-", name).lower()
