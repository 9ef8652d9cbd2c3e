"""The command line: one clear line on stderr and exit 1 for what a user can mend, and never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .test_flow import BAD, GOOD

ROOT = Path(__file__).resolve().parent.parent
VERBS = ("build", "remove", "find", "query", "who", "view", "export", "explain", "check")


def kg(
    *arguments: str | Path, folder: Path | None = None, given: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``python -m kg`` as a user would."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200"}
    return subprocess.run(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        capture_output=True, text=True, cwd=folder or ROOT, input=given, env=environment, timeout=120,
    )  # fmt: skip


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """The one line with which a command was refused."""
    assert done.returncode == 1, done.stderr
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("kg: ")
    return lines[0]


def refused_at_last(done: subprocess.CompletedProcess[str]) -> str:
    """The last line of a command that failed only at its end."""
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    line = done.stderr.splitlines()[-1]
    assert line.startswith("kg: ")
    return line


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one good article and every kind of bad one."""
    made = tmp_path_factory.mktemp("articles")
    (made / "good.txt").write_text(GOOD, "utf-8")
    for name, (content, _) in BAD.items():
        (made / name).write_bytes(content)
    return made


@pytest.fixture(scope="module")
def graph(folder: Path) -> Path:
    """A graph of the good article."""
    made = folder / "graph.ttl"
    done = kg("build", folder / "good.txt", "-o", made)
    assert done.returncode == 0, done.stderr
    assert "1 article built; 1 statement," in done.stderr
    assert done.stdout == ""
    return made


def test_help_names_every_verb() -> None:
    done = kg("--help")
    assert done.returncode == 0
    assert all(verb in done.stdout for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(verb: str) -> None:
    done = kg(verb, "-h")
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_bad_files_have_a_line_each_and_the_others_are_built(folder: Path, tmp_path: Path) -> None:
    files = [folder / "good.txt", folder / "missing.txt", *(folder / name for name in BAD)]
    done = kg("build", *files, "-o", tmp_path / "out.ttl")
    assert done.returncode == 1
    *failures, last = done.stderr.splitlines()
    assert last.startswith(f"1 article built, {len(BAD) + 1} failed; 1 statement,")
    assert len(failures) == len(BAD) + 1
    assert all(line.startswith("kg: ") for line in failures)
    assert all(any(name in line for line in failures) for name in (*BAD, "missing.txt"))
    assert "act:rejected" in (tmp_path / "out.ttl").read_text("utf-8")


def test_an_output_is_left_alone_when_nothing_could_be_read(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.ttl"
    output.write_text("# precious", "utf-8")
    assert "missing.txt does not exist" in refused(kg("build", folder / "missing.txt", "-o", output))
    assert output.read_text("utf-8") == "# precious"


def test_an_unknown_ending_is_refused_before_anything_is_read(folder: Path, tmp_path: Path) -> None:
    line = refused(kg("build", folder / "missing.txt", "-o", tmp_path / "out.docx"))
    assert "out.docx" in line and ".ttl" in line
    assert not (tmp_path / "out.docx").exists()


def test_an_output_that_cannot_be_written_is_refused(folder: Path) -> None:
    line = refused_at_last(kg("build", folder / "good.txt", "-o", folder / "good.txt" / "out.ttl"))
    assert "good.txt" in line


def test_an_unknown_pipeline_is_refused(folder: Path, tmp_path: Path) -> None:
    line = refused(
        kg("build", folder / "good.txt", "-o", tmp_path / "out.ttl", "--pipeline", "no_such_pipeline")
    )
    assert "no_such_pipeline" in line


def test_query_lists_the_questions(graph: Path) -> None:
    done = kg("query", graph)
    assert done.returncode == 0
    assert {"who_rejected_what", "who_demanded_what", "which_words_prove"} <= {
        line.split()[0] for line in done.stdout.splitlines()
    }


def test_query_answers_by_name_by_file_and_from_standard_input(graph: Path, tmp_path: Path) -> None:
    named = kg("query", graph, "who_rejected_what", "--format", "csv")
    assert named.returncode == 0, named.stderr
    assert "Oxley Council" in named.stdout
    question = "SELECT ?words WHERE { ?st a kg:Statement ; kg:trigger/nif:anchorOf ?words }"
    (tmp_path / "my.rq").write_text(question, "utf-8")
    by_file = kg("query", graph, tmp_path / "my.rq", "--format", "csv")
    from_input = kg("query", graph, "-", "--format", "csv", given=question)
    assert by_file.stdout.split() == from_input.stdout.split() == ["words", "rejected"]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["who_ate_what"], "who_ate_what"),
        (["who_rejected_what", "--format", "xlsx"], "xlsx"),
        (["who_rejected_what", "--set", "actor"], "NAME=VALUE"),
        (["who_rejected_what", "--set", "colour=red"], "colour"),
        (["missing.rq"], "missing.rq"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(arguments: list[str], word: str, graph: Path) -> None:
    assert word in refused(kg("query", graph, *arguments))


@pytest.mark.parametrize(
    "query", ["SELECT ?s WHERE {", "DROP ALL", "SELECT ?s { SERVICE <http://x.example/> { ?s ?p ?o } }"]
)
def test_sparql_that_cannot_be_asked_is_refused(query: str, graph: Path) -> None:
    done = kg("query", graph, "-", given=query)
    assert done.returncode == 1
    assert done.stderr.startswith("kg: ")
    assert "Traceback" not in done.stderr


def test_a_query_can_be_limited_in_rows_and_in_time(graph: Path) -> None:
    every = "SELECT ?s WHERE { ?s ?p ?o }"
    done = kg("query", graph, "-", "--limit", "2", "--format", "csv", "--timeout=60", given=every)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 3
    endless = "SELECT (COUNT(*) AS ?n) WHERE { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(9)) + " }"
    line = refused(kg("query", graph, "-", "--timeout", "2", given=endless))
    assert "after 2 seconds" in line
    wrong = kg("query", graph, "-", "--timeout", "60", given="SELECT")
    assert wrong.returncode == 1 and wrong.stderr.startswith("kg: ")


@pytest.mark.parametrize(("format", "start"), [("xml", "<?xml "), ("ttl", "<https://kg.example/")])
def test_query_writes_xml_and_turtle(format: str, start: str, graph: Path) -> None:
    triples = "CONSTRUCT WHERE { ?s kg:action ?o }"
    assert kg("query", graph, "-", "--format", format, given=triples).stdout.startswith(start)


@pytest.mark.parametrize("verb", ["query", "check"])
def test_a_graph_that_is_missing_or_broken_is_refused(verb: str, tmp_path: Path) -> None:
    question = ["who_rejected_what"] if verb == "query" else []
    assert "missing.ttl" in refused(kg(verb, tmp_path / "missing.ttl", *question))
    (tmp_path / "broken.ttl").write_text("this is not Turtle", "utf-8")
    assert "broken.ttl" in refused(kg(verb, tmp_path / "broken.ttl", *question))


def test_who_shows_mentions_with_their_rules(graph: Path) -> None:
    done = kg("who", graph, "oxley")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Oxley Council (ent:OxleyCouncil)" in done.stdout
    as_csv = kg("who", graph, "oxley", "--format", "csv").stdout
    assert "Oxley Council,https://kg.example/entity/OxleyCouncil," in as_csv
    assert ",full-name,good,0,13,Oxley Council rejected the plan.," in as_csv


def test_who_refuses_a_name_that_is_not_there(graph: Path) -> None:
    line = refused(kg("who", graph, "Oxly Council"))
    assert "'Oxly Council'" in line and "Oxley Council" in line
    assert "xlsx" in refused(kg("who", graph, "Oxley", "--format", "xlsx"))


def test_decisions_beside_the_graph_hold_for_every_build(folder: Path, tmp_path: Path) -> None:
    output, decisions = tmp_path / "news.ttl", tmp_path / "news.decisions"
    text = '# by PT\nrename "Oxley Council" -> "Council of Oxley"\nmerge "Ada Hale" = "Ms Hale"\n'
    decisions.write_text(text, "utf-8")
    for _ in range(2):
        done = kg("build", folder / "good.txt", "-o", output)
        assert done.returncode == 0, done.stderr
        warning, last = done.stderr.splitlines()
        assert warning == f'kg: {decisions}:3: nothing in these articles is called "Ms Hale".'
        assert last.startswith("1 article built;")
        assert decisions.read_text("utf-8") == text
        assert '"Council of Oxley"' in output.read_text("utf-8")
    assert kg("check", output).returncode == 0


def test_decisions_that_cannot_be_followed_are_refused_before_anything_is_built(
    folder: Path, tmp_path: Path
) -> None:
    output, decisions = tmp_path / "news.ttl", tmp_path / "mine.decisions"
    output.write_text("# precious", "utf-8")
    decisions.write_text('merge "Ada Hale" and "Ms Hale"', "utf-8")
    line = refused(kg("build", folder / "good.txt", "-o", output, "--decisions", decisions))
    assert "mine.decisions:1: " in line and "Write: merge" in line
    missing = kg("build", folder / "good.txt", "-o", output, "--decisions", tmp_path / "none.decisions")
    assert "none.decisions" in refused(missing)
    assert output.read_text("utf-8") == "# precious"


def test_view_writes_a_page(graph: Path, tmp_path: Path) -> None:
    done = kg("view", graph, "-o", tmp_path / "page.html")
    assert done.returncode == 0, done.stderr
    assert "Oxley Council" in (tmp_path / "page.html").read_text("utf-8")
    assert "page.html" in done.stdout


@pytest.mark.parametrize("ending", [".gexf", ".graphml", ".cyjs", ".jsonld", ".nt", ".trig"])
def test_export_writes_each_format(ending: str, graph: Path, tmp_path: Path) -> None:
    output = tmp_path / f"graph{ending}"
    done = kg("export", graph, "-o", output)
    assert done.returncode == 0, done.stderr
    assert "Oxley" in output.read_text("utf-8")


def test_export_refuses_an_unknown_ending(graph: Path, tmp_path: Path) -> None:
    assert "out.docx" in refused(kg("export", graph, "-o", tmp_path / "out.docx"))


def test_explain_shows_the_sentence_and_refuses_what_is_no_article(folder: Path) -> None:
    done = kg("explain", folder / "good.txt")
    assert done.returncode == 0, done.stderr
    assert GOOD in done.stdout
    assert "statement  Reject [rejected]" in done.stdout
    assert "binary.txt" in refused(kg("explain", folder / "binary.txt"))


def test_build_and_explain_know_the_people_of_files(folder: Path, tmp_path: Path) -> None:
    article, table, popolo = tmp_path / "a.txt", tmp_path / "people.csv", tmp_path / "people.json"
    article.write_text("Ada Harrow rejected the plan of Una Fenn.", "utf-8")
    table.write_text("name,type,wikidata\nAda Harrow,person,Q900001\n", "utf-8")
    popolo.write_text(
        '{"persons": [{"id": "7", "name": "Una Fenn"}, {"id": "8", "name": "Bo Lowe"}]}', "utf-8"
    )
    given = ("--gazetteer", table, "--gazetteer", popolo)
    done = kg("build", article, "-o", tmp_path / "a.ttl", *given)
    assert done.returncode == 0, done.stderr
    turtle = (tmp_path / "a.ttl").read_text("utf-8")
    assert "ent:Q900001" in turtle and "wd:Q900001" in turtle and "ent:person_7" in turtle
    assert "Bo Lowe" not in turtle
    assert kg("check", tmp_path / "a.ttl").returncode == 0
    assert "known-name" in kg("explain", article, *given).stdout
    table.write_text("name,type\nAda Harrow,wizard\n", "utf-8")
    assert "people.csv, line 2" in refused(kg("build", article, "-o", tmp_path / "b.ttl", *given))
    assert "nobody.csv" in refused(kg("explain", article, "--gazetteer", tmp_path / "nobody.csv"))


def test_check_is_clean_on_what_build_wrote_and_on_what_ships(graph: Path) -> None:
    done = kg("check", graph)
    assert (done.returncode, done.stderr) == (0, "")
    assert "no violation" in done.stdout
    shipped = kg("check")
    assert (shipped.returncode, shipped.stderr) == (0, ""), shipped.stdout


def test_check_tells_each_violation_and_exits_with_one(graph: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    ent, act = "https://kg.example/entity/", "https://kg.example/action/"
    edge = f"\n<{ent}A> <{act}rejected> <{ent}B> .\n"
    broken.write_text(graph.read_text("utf-8") + edge, "utf-8")
    done = kg("check", broken)
    assert done.returncode == 1
    assert "edge_without_evidence" in done.stdout or "evidence" in done.stdout
    assert done.stderr.startswith("kg: ")


def test_the_base_of_iris_is_the_users(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.nt"
    assert kg("build", folder / "good.txt", "-o", output, "--base", "https://other.example/").returncode == 0
    text = output.read_text("utf-8")
    assert "<https://other.example/article/" in text
    assert "<https://kg.example/entity/" not in text
