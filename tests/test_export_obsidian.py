"""A vault's notes show what articles say as text, under names that every system takes."""

from __future__ import annotations

import unicodedata

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kg.export.edges import Node
from kg.export.obsidian import escaped, file_names
from kg.export.texts import one_line
from kg.store import load

from .test_export import CONTRACT, LABELS, NASTY, named

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "![](https://else.example/a.png)",
    "[[Ada Hale]]",
    "![[Ada Hale]]",
    "<%* app.vault.delete() %>",
    "`= this.file`",
    "key:: value",
    "%%hidden%%",
    "$$x$$",
    "#tag",
    "- item",
    "1. item",
    "> quote",
    "***bold*** __b__ ~~s~~ ==h==",
    "--- \n---\nkind: Place",
    "{{title}} ^block | cell",
    "&lt;b&gt; \\",
]


def node(number: int, label: str) -> Node:
    return Node(f"https://kg.example/entity/E{number}", label, "Person", "Person", ())


def shown(markdown: str) -> str:
    """What another reader of Markdown shows; nothing in it may be but plain text."""
    paragraph, *rest = MarkdownIt("commonmark").enable("strikethrough").parse(markdown)
    kinds = [token.type for token in (paragraph, *rest)]
    assert kinds in (["paragraph_open", "inline", "paragraph_close"], []), kinds
    children = rest[0].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    return "".join(child.content for child in children)


@pytest.mark.parametrize("text", [*HOSTILE, NASTY])
def test_hostile_words_are_text(text):
    assert " ".join(shown(escaped(text)).split()) == " ".join(one_line(text).split())
    for sign in ("<", "[[", "%%", "$$", "==", "::", "`=", "{{"):
        assert sign not in escaped(text)


@settings(deadline=None)
@given(LABELS.filter(one_line))
def test_any_words_are_text(text):
    assert " ".join(shown(escaped(text)).split()) == " ".join(one_line(text).split())


AWKWARD = ["CON", "aux.md", "nul", "COM1", "AUX.0", "..", ".hidden", "Ada", "ADA", "é", "e\u0301"]
NAMES = st.lists(st.one_of(LABELS, st.sampled_from([*HOSTILE, *AWKWARD])), max_size=8)


@settings(deadline=None)
@given(NAMES)
def test_names_of_files_are_good_everywhere_and_tell_apart(labels):
    names = file_names([node(number, label) for number, label in enumerate(labels)])
    assert len({unicodedata.normalize("NFKC", name).casefold() for name in names.values()}) == len(labels)
    for name in names.values():
        assert name and not set(name) & set('\\/:*?"<>|#^[]')
        assert name.isprintable() and name == name.strip() and name[0] != "." and name[-1] != "."
        assert len(f"{name}.md".encode()) < 200
        assert name.partition(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}


def test_a_name_does_not_depend_on_who_else_is_there_in_which_order():
    one = file_names([node(1, "Jo Ash"), node(2, "jo ash"), node(3, "Ada Hale")])
    other = file_names([node(3, "Ada Hale"), node(2, "jo ash"), node(1, "Jo Ash"), node(4, "Jo Ash")])
    assert one.items() <= other.items()
    assert one[node(3, "").iri] == "Ada Hale"
    impostor = f"{one[node(1, '').iri]}"
    assert impostor not in file_names([node(5, impostor)]).values()


def test_links_lead_to_notes(tmp_path):
    load(CONTRACT).export(tmp_path / "a.obsidian")
    notes = {path.stem: path.read_text("utf-8") for path in (tmp_path / "a.obsidian").glob("*.md")}
    links = {part.partition("]]")[0] for text in notes.values() for part in text.split("[[")[1:]}
    assert links == set(notes)
    note = notes["Mira Tolland"]
    assert yaml.safe_load(note.split("---\n")[1]) == {
        "aliases": ["Mira Tolland", "Tolland"],
        "kind": "Person",
        "type": "Person",
        "iri": "https://kg.example/entity/MiraTolland",
        "tags": ["person"],
    }
    assert "\n- announced [[" in note
    assert "> Mira Tolland announced an audit of the harbour fund on Monday." in note
    assert "(1 source, 2025-01-20)" in note


@settings(deadline=None, max_examples=25)
@given(st.one_of(LABELS, st.sampled_from(HOSTILE)))
def test_the_head_of_a_note_holds_any_label(tmp_path_factory, label):
    folder = tmp_path_factory.mktemp("vault") / "a.obsidian"
    named(label).export(folder)
    heads = [yaml.safe_load(path.read_text("utf-8").split("\n---\n")[0]) for path in folder.glob("*.md")]
    (found,) = (head for head in heads if head["iri"].endswith("/OrenVasey"))
    assert found["aliases"][:1] == ([one_line(label)] if one_line(label) else found["aliases"][:1])
    assert set(found) == {"aliases", "kind", "type", "iri", "tags"}
