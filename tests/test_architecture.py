"""The house rules that a machine can check."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "kg"
FILES = sorted(PACKAGE.rglob("*.py"))
#: Lowest first; a package counts as one layer.
LAYERS = [
    *(
        "errors",
        "resources",
        "inflection",
        "predicates",
        "model",
        "senses",
        "ontology",
        "gazetteer",
        "read",
        "encoder",
        "schemes",
        "parse",
        "extraction",
        "decisions",
        "gate",
        "rdf",
    ),
    *("query", "network", "view", "export", "who", "check", "store"),
    *("versions", "cluster", "workers", "tellings", "targets", "flow", "explain", "pages"),
    *("build_report", "timed", "serve", "cli"),
]
#: The table of contents of the package, and its way in.
_EXEMPT = {"__init__", "__main__"}


def _layer(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _inside(path: Path, node: ast.ImportFrom) -> list[str]:
    """The modules of kg that an import names, as paths from kg: ``from ..model import x`` gives ``model``."""
    if node.level == 0:
        name = node.module or ""
        if name == "kg":
            return [alias.name for alias in node.names]
        return [name.removeprefix("kg.")] if name.startswith("kg.") else []
    here = ["", *path.relative_to(PACKAGE).parts[:-1]]
    start = [part for part in here[: len(here) - node.level + 1] if part]
    if node.module:
        return [".".join([*start, node.module])]
    return [".".join([*start, alias.name]) for alias in node.names]


def _imports(path: Path) -> set[str]:
    """The layers that a file imports at run time, imports inside functions included."""
    tree = ast.parse(path.read_text("utf-8"))
    for_types = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    found = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node not in for_types
        for name in _inside(path, node)
    }
    return {name for name in found if name in LAYERS} - {_layer(path)}


def test_every_module_has_a_layer() -> None:
    assert {_layer(path) for path in FILES} - _EXEMPT == set(LAYERS)


def test_imports_point_down() -> None:
    above = {
        f"{_layer(path)} may not import {name}"
        for path in FILES
        if _layer(path) not in _EXEMPT
        for name in _imports(path)
        if LAYERS.index(name) > LAYERS.index(_layer(path))
    }
    assert not above


def test_the_import_test_sees_what_it_must() -> None:
    file = PACKAGE / "extraction" / "made_up.py"
    source = "from ..rdf import quads\nfrom . import syntax\nfrom kg.store import Store\nfrom .. import cli\n"
    names = [name for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom)
             for name in _inside(file, node)]  # fmt: skip
    assert names == ["rdf", "extraction.syntax", "store", "cli"]


#: Labels of Universal Dependencies that are no English words; "obj" and "iobj" are also names of slots.
_LABELS = re.compile(
    r"""["'](nsubj|csubj|nsubj:pass|aux:pass|ccomp|xcomp|advcl|acl|acl:relcl|nmod|nmod:poss|amod|advmod"""
    r"""|appos|obl|obl:agent|compound|flat|parataxis|conj|ROOT)["']"""
)


def _knows_labels(path: Path) -> bool:
    source = path.read_text("utf-8")
    return bool(re.search(r"\.dep_?\b", source) or _LABELS.search(source))


def test_only_syntax_knows_dependency_labels() -> None:
    knowing = {path.relative_to(PACKAGE).as_posix() for path in FILES if _knows_labels(path)}
    assert any(name.startswith("extraction/syntax") for name in knowing)
    # Beside it, only the door knows labels: what comes through it has those of Universal Dependencies; and
    # encoder/ is a parser: it writes labels, and knows that of the root. Tokens bear them.
    elsewhere = ("extraction/syntax", "extraction/tokens", "schemes/", "encoder/")
    assert not {name for name in knowing if not name.startswith(elsewhere)}


def test_only_rdf_mints_iris_of_data() -> None:
    kinds = re.compile(r"""f["'][^"'\n]*(statement|event|passage|quote|article|entity|role)/\{""")
    minting = [
        path.relative_to(PACKAGE).as_posix() for path in FILES if kinds.search(path.read_text("utf-8"))
    ]
    assert minting == ["rdf/iris.py"]


def test_only_rdf_makes_quads_of_articles() -> None:
    makers = {path.relative_to(PACKAGE).as_posix() for path in FILES if "ox.Quad(" in path.read_text("utf-8")}
    assert "rdf/__init__.py" in makers
    assert not {name for name in makers if name.startswith(("extraction/", "read/"))}


def test_html_is_written_in_view_and_templates_only() -> None:
    tag = re.compile(r"</?(html|head|body|div|span|script|style|table|td|p|a|b|i)\b[^<]*>")
    writing = {
        path.relative_to(PACKAGE).as_posix()
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and tag.search(node.value)
    }
    # A notebook shows rows as a table: that one is the rows' own.
    assert not {name for name in writing if not name.startswith("view/")} - {"query/rows.py"}


def test_rooms_are_small() -> None:
    lengths = {
        path.relative_to(PACKAGE).as_posix(): len(path.read_text("utf-8").splitlines()) for path in FILES
    }
    assert not {name: length for name, length in lengths.items() if length > 400}


def test_no_room_without_a_subject() -> None:
    vague = {"utils", "util", "helpers", "helper", "base", "manager", "common", "misc"}
    assert not [path for path in FILES if path.stem in vague or path.parent.name in vague]


def test_modules_do_not_share_a_name_with_what_the_package_exports() -> None:
    import kg

    assert not set(kg.__all__) & {path.stem for path in PACKAGE.glob("*.py")}


def _loaded(code: str) -> set[str]:
    """The top-level packages that a fresh Python has loaded after running some code."""
    report = "import sys; print('LOADED', *{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{report}"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(done.stdout.rsplit("LOADED", 1)[1].split())


@pytest.mark.parametrize(
    "code",
    [
        "import kg",
        "import kg; kg.Article('A text.').key",
        "import sys; sys.argv = ['kg', '--help']\nfrom kg.cli import main\ntry:\n    main()\nexcept "
        "SystemExit:\n    pass",
        "import kg.build_report; from kg.extraction import Knowledge; Knowledge.shipped()",
    ],
    ids=["import kg", "an article", "kg --help", "kg build where nothing is new"],
)
def test_what_starts_fast_loads_nothing_heavy(code: str) -> None:
    assert not _loaded(code) & {"spacy", "networkx", "rdflib", "pyvis", "pyshacl"}


def test_extraction_puts_nothing_on_the_doc() -> None:
    assert not [path for path in FILES if re.search(r"\._\.|set_extension", path.read_text("utf-8"))]
