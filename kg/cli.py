"""The command line: each verb reads its arguments, calls one function and prints."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from .errors import KgError, QueryError

app = typer.Typer(
    name="kg",
    help="Turn news articles into a graph you can question, with the words that back each answer.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # rich takes longer to import than all else that --help needs
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120},
)

Graph = Annotated[
    str,
    typer.Argument(
        metavar="GRAPH",
        help="What kg built: .ttl, .trig, .nq, .nt, .jsonld, an archive, or a SPARQL endpoint.",
    ),
]
Archive = Annotated[
    str,
    typer.Argument(metavar="ARCHIVE", help="A folder that kg build made, or an endpoint that it wrote to."),
]
Pipeline = Annotated[
    str | None, typer.Option(help="A spaCy pipeline by package name or folder, in place of the shipped one.")
]

Gazetteer = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE", help="People and bodies to know: .ttl, Popolo .json or .csv; may be repeated."
    ),
]


def main() -> None:
    """Run the command line; what a user can mend becomes one line on stderr and exit code 1."""
    try:
        app()
    except KgError as error:
        _fail(str(error))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except OSError as error:
        _fail(f"{error.filename or 'a file'}: {error.strerror or error}.")


def _fail(message: str) -> None:
    print(f"kg: {message}", file=sys.stderr)
    sys.exit(1)


@app.command()
def build(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATHS…", help="Files (.txt, .md, .jsonl), folders or patterns.")
    ],
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            help="A file (.ttl, .trig, .nq, .nt, .jsonld), an archive's folder, or a SPARQL endpoint's URL.",
        ),
    ],
    pipeline: Pipeline = None,
    base: Annotated[str, typer.Option(help="What the IRIs of data begin with.")] = "https://kg.example/",
    gazetteer: Gazetteer = None,
    decisions: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Who is who by decision; without it news.decisions beside -o news.ttl, if there is one.",
        ),
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes to read in; the graph is the same.")] = 1,
    dask: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="A Dask scheduler, such as tcp://127.0.0.1:8786, to read with."),
    ] = None,
) -> None:
    """Read articles and write the graph of what they say: a file anew, an archive where it changed."""
    from .build_report import report_build

    known = gazetteer or []
    if not report_build(
        list(paths),
        output,
        pipeline=pipeline,
        base=base,
        gazetteer=known,
        decisions=decisions,
        workers=workers,
        dask=dask,
    ):
        raise typer.Exit(1)


@app.command()
def remove(
    archive: Archive,
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE…", help="The id, URL or IRI of an article.")
    ],
) -> None:
    """Take articles out of an archive, with all that no other article says."""
    from .store import removed

    for article in removed(archive, articles):
        print(article)


@app.command()
def find(
    archive: Archive,
    texts: Annotated[
        list[str], typer.Argument(metavar="TEXT…", help="Words that follow each other; all of several texts.")
    ],
    format: Annotated[str, typer.Option(help="table, csv, tsv, json or xml.")] = "table",
    limit: Annotated[int, typer.Option(min=1, help="The most sentences to show.")] = 20,
) -> None:
    """Find the sentences of an archive that have some words, the newest first."""
    from .query import RENDERERS
    from .store import find as found

    if format not in RENDERERS:
        raise QueryError(f"There is no format {format!r}. Known: {', '.join(RENDERERS)}.")
    sys.stdout.write(RENDERERS[format](found(archive, texts, limit=limit)).rstrip("\n") + "\n")


@app.command()
def query(
    graph: Graph,
    question: Annotated[
        str | None,
        typer.Argument(
            help="A named question, a .rq file, or - for standard input. None lists the questions."
        ),
    ] = None,
    given: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME=VALUE", help="A parameter of the question; may be repeated."),
    ] = None,
    format: Annotated[str, typer.Option(help="table, csv, tsv, json, xml, or ttl for triples.")] = "table",
    limit: Annotated[int | None, typer.Option(min=1, help="The most rows to show.")] = None,
    timeout: Annotated[
        float | None, typer.Option(min=0.1, metavar="SECONDS", help="Give up after so many seconds.")
    ] = None,
) -> None:
    """Answer a named question or a SPARQL query; without one, list the named questions."""
    from .query import RENDERERS, questions
    from .store import load

    if question is None:
        for name, known in questions().items():
            options = "".join(f"  [--set {parameter}=…]" for parameter in known.parameters)
            print(f"{name:28} {known.summary}{options}")
        return
    if format not in RENDERERS:
        raise QueryError(f"There is no format {format!r}. Known: {', '.join(RENDERERS)}.")
    parameters = dict(map(_parameter, given or ()))
    if timeout is not None:
        from .timed import again_without_timeout

        raise typer.Exit(again_without_timeout(timeout))
    rows = load(graph).ask(_sparql(question), parameters, limit=limit)
    sys.stdout.write(RENDERERS[format](rows).rstrip("\n") + "\n")


def _sparql(question: str) -> str:
    """The text of a question given as a name, a file or standard input."""
    if question == "-":
        return sys.stdin.read()
    return Path(question).read_text(encoding="utf-8") if question.endswith((".rq", ".sparql")) else question


def _parameter(given: str) -> tuple[str, str]:
    name, sign, value = given.partition("=")
    if not sign:
        raise QueryError(f"--set takes NAME=VALUE, not {given!r}.")
    return name, value


@app.command()
def who(
    graph: Graph,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Words of a name or description, or an IRI.")],
    format: Annotated[str, typer.Option(help="table, csv, tsv, json or xml.")] = "table",
) -> None:
    """Show whom a name means: each entity's names and mentions, and the rule that joined each mention."""
    from .store import load
    from .who import rendered

    sys.stdout.write(rendered(load(graph).who(name), format).rstrip("\n") + "\n")


@app.command()
def view(
    graph: Annotated[
        str,
        typer.Argument(metavar="GRAPH|ARTICLE", help="A graph that kg built, or a file with an article."),
    ],
    output: Annotated[Path, typer.Option("-o", "--output", help="Where to write the page: .html.")],
    about: Annotated[str | None, typer.Option(help="Only the edges around this person or body.")] = None,
    depth: Annotated[int, typer.Option(min=1, help="How many steps around --about.")] = 1,
    article: Annotated[
        str | None, typer.Option(help="Only what this article says: its id, title, URL or IRI.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only articles of this day, month or year, or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only articles of this day, month or year, or earlier.")
    ] = None,
    action: Annotated[str | None, typer.Option(help="Only this class of action: Reject, Announce, …")] = None,
    min_sources: Annotated[
        int, typer.Option(min=1, metavar="N", help="Only edges that N sentences or more are behind.")
    ] = 1,
    read: Annotated[
        str | None,
        typer.Option(metavar="ID", help="One article with what was read in it: its id, URL, title or IRI."),
    ] = None,
    timeline: Annotated[
        bool, typer.Option("--timeline", help="What happened when; -o FOLDER adds its articles.")
    ] = False,
    pipeline: Pipeline = None,
    gazetteer: Gazetteer = None,
) -> None:
    """Write one page that opens without a network connection: a network, an article, or a timeline."""
    from .pages import asked_page
    from .store import load

    asked = asked_page(
        graph,
        article=read,
        timeline=timeline,
        is_folder=not output.suffix,
        about=about,
        pipeline=pipeline,
        gazetteer=gazetteer or (),
    )
    if asked is not None:
        print(asked.save(output))
        return
    made = load(graph).view(
        about, depth, article=article, since=since, until=until, action=action, min_sources=min_sources
    )
    print(made.save(output))


@app.command()
def export(
    graph: Graph,
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            help="The ending names the format. Add .gz to pack a file, .zip to pack a folder.",
        ),
    ],
) -> None:
    """Write the graph for another program.

    \b
    .ttl .trig .nt .nq .jsonld   RDF, the whole graph
    .n10s.ttl                    Turtle that Neo4j's neosemantics can import
    .gexf .graphml .cyjs         its edges as a network: Gephi, yEd, Cytoscape
    .csv                         its edges as one table
    .neo4j/                      its edges as CSV for neo4j-admin
    .obsidian/                   its edges as notes of Obsidian
    """
    from .store import load

    load(graph).export(output)
    print(output)


@app.command()
def explain(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="A file with one or more articles.")],
    pipeline: Pipeline = None,
    gazetteer: Gazetteer = None,
) -> None:
    """Show, sentence by sentence, what was read in an article and what was not."""
    from . import read
    from .explain import explain as lines
    from .flow import extract

    for found in read.articles(article):
        if isinstance(found, KgError):
            raise found
        for line in lines(extract(found, pipeline=pipeline, gazetteer=gazetteer or ())):
            print(line)


@app.command()
def check(
    graph: Annotated[
        str | None,
        typer.Argument(
            metavar="[GRAPH]", help="A graph that kg built. None checks ontology and gazetteer alone."
        ),
    ] = None,
    gazetteer: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="People and bodies to check: .ttl, Popolo .json or .csv; may be repeated.",
        ),
    ] = None,
) -> None:
    """Prove that a graph keeps its contract: shapes, evidence, offsets, and no claim told as a fact."""
    from .check import check as check_graph
    from .check import check_ontology, check_people
    from .store import Remote, load

    if gazetteer:
        report = check_people(gazetteer)
        for line in (*report.problems, *report.summary):
            print(line)
        if report.problems:
            count = len(report.problems)
            _fail(f"{count} problem{'' if count == 1 else 's'}.")
        print(f"{', '.join(path.name for path in gazetteer)}: no problem")
        if graph is None:
            return
    if graph is None:
        found = check_ontology()
    else:
        there = load(graph)
        found = check_graph(there.copied() if isinstance(there, Remote) else there)
    for violation in found:
        print(violation)
    if found:
        print(f"kg: {len(found)} violations.", file=sys.stderr)
        raise typer.Exit(1)
    print("ontology and gazetteer: no violation" if graph is None else f"{graph}: no violation")


@app.command()
def serve(
    graph: Graph,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 8000,
    timeout: Annotated[
        float, typer.Option(min=0.2, metavar="SECONDS", help="End a question after so many seconds.")
    ] = 5.0,
    limit: Annotated[int, typer.Option(min=1, help="The most rows of an answer.")] = 10_000,
    memory: Annotated[int, typer.Option(min=50, metavar="MB", help="What one question may take.")] = 2048,
    name: Annotated[
        list[str] | None, typer.Option(help="A host name that others may call this by; may be repeated.")
    ] = None,
    cors: Annotated[
        str, typer.Option(metavar="ORIGIN", help="Whose pages may read RDF and answers; '' for none.")
    ] = "*",
) -> None:
    """Serve pages, a SPARQL endpoint and RDF of a graph, which is only read."""
    from .errors import ServeError
    from .serve import Options
    from .serve import serve as run
    from .store import is_remote

    if is_remote(graph):
        raise ServeError(f"{graph}: an endpoint is served already. kg serve takes a file or an archive.")
    run(Options(Path(graph), host, port, timeout, limit, memory, tuple(name or ()), cors))


if __name__ == "__main__":
    main()
