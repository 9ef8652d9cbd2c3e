"""What the documents promise is there: verbs, questions, examples, links, commands, words and versions."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pyoxigraph as ox
import pytest

import kg
from kg.cli import app
from kg.ontology import load as load_ontology
from kg.query import PREFIXES, questions
from tests import shown_answers

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
QUESTIONS = (ROOT / "docs" / "questions.md").read_text("utf-8")
_NOT_OURS = {".venv", ".git", "out", "build", "dist", "node_modules"}
PAGES = sorted(
    path
    for path in ROOT.rglob("*.md")
    if not any(part in _NOT_OURS or part.startswith(".") for part in path.relative_to(ROOT).parts)
    and path.parent != ROOT / "data" / "articles"
)
VERBS = sorted(
    command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands
)
ACTIONS = sorted(load_ontology().actions)
#: Actions that only group others: nothing evokes them.
GROUPS = {
    name
    for name, action in load_ontology().actions.items()
    if not any(evoked.action.name == name for entries in load_ontology().verbs.values() for evoked in entries)
    and action.name not in {noun.name for noun in load_ontology().nouns.values()}
}


@pytest.fixture(scope="module")
def sample_graph(sample_store: kg.Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("out") / "news.ttl"
    sample_store.save(path)
    return path


def test_there_are_pages() -> None:
    assert {"README.md", "CONTRIBUTING.md", "CHANGELOG.md"} <= {path.name for path in PAGES}


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_in_the_readme(verb: str) -> None:
    assert f"kg {verb} " in README


@pytest.mark.parametrize("name", questions())
def test_every_question_parses_and_is_documented(name: str) -> None:
    question = questions()[name]
    assert question.summary.endswith(".") or question.summary.endswith(")")
    kg.Store().query(name)
    section = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", QUESTIONS, re.M | re.S)
    assert section, f"docs/questions.md says nothing of {name}"
    assert all(f"`{parameter}`" in section[1] for parameter in question.parameters)
    assert f"$ kg query out/news.ttl {name}" in section[1]


@pytest.mark.parametrize("name", ACTIONS)
def test_every_action_has_an_example(name: str) -> None:
    action = load_ontology().actions[name]
    assert action.label
    assert action.definition
    assert action.example or name in GROUPS


def _links(page: Path) -> list[str]:
    text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.M | re.S)
    return re.findall(r"\]\(([^)\s]+)\)", text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    inside = [link for link in _links(page) if not link.startswith(("https://", "http://", "mailto:"))]
    assert not [link for link in inside if not (page.parent / link.partition("#")[0]).exists()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_make_commands_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    text = page.read_text("utf-8")
    named = set(re.findall(r"`make ([a-z]+)`", text)) | set(re.findall(r"^make ([a-z]+)", text, re.M))
    assert named <= targets


def test_the_readme_names_the_two_commands_first() -> None:
    assert README.index("make demo") < README.index("make test") < README.index("\n## ")


def test_the_readme_shows_real_answers() -> None:
    assert shown_answers.commands(README)


@pytest.mark.parametrize(
    ("page", "rest", "answer"),
    [
        (path.name, rest, answer)
        for path in shown_answers.PAGES
        for rest, answer in shown_answers.commands(path.read_text("utf-8"))
    ],
)
def test_answers_are_shown_as_they_are(page: str, rest: str, answer: str, sample_graph: Path) -> None:
    now = shown_answers.answer(rest, sample_graph)
    assert shown_answers.is_shown(answer, now), f"{page} is out of date: run python -m tests.shown_answers"


def test_the_turtle_in_the_readme_is_in_the_graph(sample_store: kg.Store) -> None:
    blocks = re.findall(r"^```turtle\n(.*?)^```$", README, re.M | re.S)
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    shown = {
        str(quad.triple)
        for block in blocks
        for quad in ox.parse(prefixes + block, format=ox.RdfFormat.TURTLE)
    }
    assert shown
    assert shown <= {str(ox.Triple(t.subject, t.predicate, t.object)) for t in sample_store.triples()}


def test_the_python_in_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = re.findall(r"^```python\n(.*?)^```$", README, re.M | re.S)
    assert blocks
    (tmp_path / "data").symlink_to(ROOT / "data")
    monkeypatch.chdir(tmp_path)
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"cooper.html", "news.gexf", "news.ttl"}


#: The words that the house's glossary settles, in its order.
GLOSSARY = (
    *("article", "Doc", "passage", "mention", "entity", "body", "post", "action", "statement", "event"),
    *("trigger", "slot", "role", "argument", "quote", "cue", "claim", "edge", "modality", "evidence"),
    *("provenance", "ontology", "lexicon", "gazetteer", "pipeline", "model", "quad, graph, store", "network"),
)


def _rows(text: str) -> list[str]:
    """The first cells of the last table of a text."""
    return re.findall(r"^\| ([^|]+?) \|", text.rpartition("## Glossary")[2], re.M)


def test_the_glossary_is_in_contributing() -> None:
    assert _rows(CONTRIBUTING) == ["Word", *GLOSSARY]


def test_the_glossary_is_that_of_the_architecture(shared: Path) -> None:
    section = (shared / "design" / "architecture.md").read_text("utf-8").partition("## 6. Glossary")[2]
    table = "## Glossary" + section.partition("\n## ")[0]
    assert _rows(table) == ["Word", *GLOSSARY]


def test_the_changelog_knows_the_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    newest = re.search(r"^## (\S+) - \d{4}-\d\d-\d\d$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert newest
    assert newest[1] == project["version"]


def test_every_licence_file_that_is_named_exists() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert all(list(ROOT.glob(pattern)) for pattern in project["license-files"])


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize(
    "path", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=lambda path: path.stem
)
def test_a_decision_has_its_three_parts(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith(f"# {path.name[:4]} ")
    assert re.findall(r"^## (.+)$", text, re.M) == ["Context", "Decision", "Consequences"]


def test_constraints_hold_pinned_releases_only() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert pins
    assert all(re.fullmatch(r"[\w.-]+==[\w.+!-]+", pin) for pin in pins)


def test_every_rule_of_a_mention_is_explained(sample_store: kg.Store) -> None:
    page = (ROOT / "docs" / "identity-and-attribution.md").read_text("utf-8")
    rows = sample_store.query("SELECT DISTINCT ?rule { ?m kg:mentionRule ?rule }")
    found = {rule.value for (rule,) in rows}
    assert len(found) > 12
    assert {rule for rule in found if f"`{rule}`" not in page} == set()


def test_no_rule_of_a_mention_is_explained_that_there_is_not() -> None:
    page = (ROOT / "docs" / "identity-and-attribution.md").read_text("utf-8")
    table = page.partition("| Rule | Joins |")[2].partition("\n\n")[0]
    explained = re.findall(
        r"`([a-z-]+)`", "".join(line.split("|")[1] for line in table.splitlines()[2:] if line)
    )
    code = "".join(path.read_text("utf-8") for path in (ROOT / "kg" / "extraction").glob("*.py"))
    assert len(explained) > 20
    # "title-and-surname" is made of a title and the rule without one.
    missing = [
        rule
        for rule in explained
        if f'"{rule}"' not in code and f'"{rule.removeprefix("title-and-")}"' not in code
    ]
    assert missing == []
