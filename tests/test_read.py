"""Files become articles exactly as received, and each bad file is one clear line."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.model import Article
from kg.read import FORMATS, articles

FRONT = """---
title: Bridge shut
date: 2025-01-20
url: https://news.example/1
publisher: The Gazette
id: b-1
---
"""


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def one(path: str | Path) -> Article:
    (article,) = articles([path])
    assert isinstance(article, Article)
    return article


def error(path: str | Path) -> str:
    (problem,) = articles([path])
    assert isinstance(problem, ReadError)
    assert "\n" not in str(problem)
    assert str(path) in str(problem)
    return str(problem)


def test_plain_text_is_kept_to_the_last_character(tmp_path):
    assert one(put(tmp_path, "a.b.txt", "One.\r\n\r\nTwo \r three.\n")) == Article(
        "One.\r\n\r\nTwo \r three.\n", id="a.b"
    )


def test_the_mark_of_utf8_is_no_character_of_the_text(tmp_path):
    assert one(put(tmp_path, "a.txt", b"\xef\xbb\xbfOne.")).text == "One."
    assert one(put(tmp_path, "a.md", b"\xef\xbb\xbf" + FRONT.encode() + b"One.")).title == "Bridge shut"


def test_front_matter_is_read_and_the_text_starts_after_it(tmp_path):
    article = one(put(tmp_path, "a.md", FRONT + "\nOne.\n---\nTwo."))
    assert article == Article(
        "\nOne.\n---\nTwo.",
        id="b-1",
        title="Bridge shut",
        date="2025-01-20",
        url="https://news.example/1",
        publisher="The Gazette",
    )


@pytest.mark.parametrize(
    ("front", "date"),
    [
        ("date: 2025-01-20 10:30:00", "2025-01-20T10:30:00"),
        ('date: "20 January"', "20 January"),
        ("date:", None),
    ],
)
def test_dates_are_text(tmp_path, front, date):
    assert one(put(tmp_path, "a.md", f"---\r\n{front}\r\n---\r\nOne.")).date == date


def test_markdown_needs_no_front_matter(tmp_path):
    assert one(put(tmp_path, "plain.md", "# One\n\n---\nTwo")) == Article("# One\n\n---\nTwo", id="plain")
    assert one(put(tmp_path, "blank.md", "---\n---\nOne")) == Article("One", id="blank")
    assert one(put(tmp_path, "number.md", "---\nidentifier: 7\n---\nOne")).id == "7"


def test_json_lines_are_articles(tmp_path):
    lines = [
        {"id": "a", "text": "One.\u2028Two."},
        {
            "id": 2,
            "text": "Two.",
            "title": "T",
            "date": "2025-01-20",
            "url": "u",
            "publisher": "p",
            "more": [1],
        },
    ]
    path = put(
        tmp_path, "a.jsonl", "\r\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n\n"
    )
    assert list(articles([path])) == [
        Article("One.\u2028Two.", id="a"),
        Article("Two.", id="2", title="T", date="2025-01-20", url="u", publisher="p"),
    ]


def test_a_folder_is_read_in_order_without_what_is_hidden_or_unknown(tmp_path):
    for name in ("b.txt", "a/c.md", "a/B.TXT", ".hidden.txt", ".git/x.txt", "photo.jpg", "README"):
        put(tmp_path, name, "Words.")
    found = [item.id for item in articles([tmp_path]) if isinstance(item, Article)]
    assert found == ["B", "c", "b"]


def test_patterns_are_read_and_a_file_named_twice_is_one_article(tmp_path):
    put(tmp_path, "b.txt", "Words.")
    put(tmp_path, "a.txt", "Words too.")
    put(tmp_path, "[c].txt", "A name like a pattern.")
    found = list(articles([tmp_path / "?.txt", tmp_path / "a.txt", tmp_path, str(tmp_path / "[c].txt")]))
    assert [item.id for item in found if isinstance(item, Article)] == ["a", "b", "[c]"]
    assert len(found) == 3
    assert list(articles(str(tmp_path / "a.txt"))) == [Article("Words too.", id="a")]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", "", "is empty"),
        ("blank.txt", " \n\t\u00a0", "is empty"),
        ("zero.txt", b"One\0two", "zero byte"),
        ("latin.txt", "One\nCaf\u00e9".encode("latin-1"), "latin.txt:2 is not UTF-8"),
        ("wide.txt", "One".encode("utf-16"), "is not"),
        ("photo.jpg", b"\xff\xd8", "Known endings: .txt, .md, .jsonl"),
        ("README", "Words.", "ends in nothing"),
        ("yaml.md", "---\ntitle: One\nb: [1\n---\nText.", "yaml.md:4: broken YAML"),
        ("colon.md", "---\ntitle: One: two\n---\nText.", "colon.md:2: broken YAML"),
        ("day.md", "---\ndate: 2025-02-30\n---\nText.", "day.md:2: broken YAML"),
        ("deep.md", "---\na: " + "[" * 3000 + "\n---\nText.", "broken YAML"),
        ("tag.md", "---\na: !!python/object:os.system {}\n---\nText.", "tag.md:2: broken YAML"),
        ("list.md", "---\n- a\n---\nText.", "list.md:2: the front matter names no fields"),
        ("open.md", "---\ntitle: One\nText.", "open.md:1: the front matter has no end"),
        ("body.md", "---\ntitle: One\n---\n \n", "has no text"),
        ("field.md", "---\ntitle: [1]\n---\nText.", "'title' is not text"),
        ("truth.md", "---\nid: true\n---\nText.", "'id' is not text"),
        ("bare.jsonl", "One.", "bare.jsonl:1: broken JSON"),
        ("array.jsonl", "[]", "array.jsonl:1: this is no JSON object"),
        ("noid.jsonl", '{"text": "One."}', "noid.jsonl:1 has no 'id'"),
        ("notext.jsonl", '{"id": "a"}', "notext.jsonl:1 has no 'text'"),
        ("number.jsonl", '{"id": "a", "text": 1}', "'text' is not text"),
        ("space.jsonl", '{"id": "a", "text": " "}', "space.jsonl:1 has no text"),
        ("half.jsonl", '{"id": "a", "text": "\\ud800"}', "half a character"),
        ("nul.jsonl", '{"id": "a", "text": "a\\u0000"}', "zero byte"),
        ("title.jsonl", '{"id": "a", "text": "One.", "title": 1}', "'title' is not text"),
        ("deep.jsonl", "[" * 200000, "deep.jsonl:1: broken JSON"),
        ("digits.jsonl", '{"id": ' + "9" * 5000 + "}", "digits.jsonl:1: broken JSON"),
    ],
)
def test_a_bad_file_is_one_line_that_names_it(tmp_path, name, content, words):
    assert words in error(put(tmp_path, name, content))


def test_what_is_not_there_is_said(tmp_path):
    assert "does not exist" in error(tmp_path / "no.txt")
    assert "matches no file" in error(tmp_path / "*.txt")
    assert "holds no article" in error(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_said(tmp_path):
    path = put(tmp_path, "a.txt", "Words.")
    path.chmod(0)
    assert "cannot be read" in error(path)


def test_the_others_are_read_when_one_is_bad(tmp_path):
    put(tmp_path, "a.txt", b"\0")
    put(tmp_path, "b.jsonl", '{"id": "b1", "text": "One."}\n{"id": \n{"id": "b3", "text": "Three."}')
    put(tmp_path, "c.md", "---\n: : :\n---\nText.")
    put(tmp_path, "d.txt", "Four.")
    found = list(articles([tmp_path / "none.txt", tmp_path]))
    assert [item.id for item in found if isinstance(item, Article)] == ["b1", "b3", "d"]
    assert [str(item).partition(str(tmp_path))[2][:10] for item in found if isinstance(item, ReadError)] == [
        "/none.txt ",
        "/a.txt is ",
        "/b.jsonl:2",
        "/c.md:2: b",
    ]


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_any_text_comes_back_as_it_was(text):
    with tempfile.TemporaryDirectory() as folder:
        plain = put(Path(folder), "a.txt", b"\xef\xbb\xbf" + text.encode())
        marked = put(Path(folder), "a.md", FRONT + text)
        lined = put(Path(folder), "a.jsonl", json.dumps({"id": "a", "text": text}))
        for path in (plain, marked, lined):
            (found,) = articles([path])
            assert isinstance(found, ReadError) if not text.strip() else found.text == text


@pytest.mark.parametrize("ending", FORMATS)
@settings(deadline=None)
@given(content=st.binary(max_size=200))
def test_no_bytes_raise(ending, content):
    with tempfile.TemporaryDirectory() as folder:
        for item in articles([put(Path(folder), "a" + ending, content)]):
            assert isinstance(item, Article | ReadError)
