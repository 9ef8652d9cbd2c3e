"""RDF files hold what the graph holds, in one order, however much of it waits on disk meanwhile."""

from __future__ import annotations

import errno
import gzip
import io
import random
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

import kg.export.sorting
from kg.errors import ExportError
from kg.export import export
from kg.export.rdf import RDF_FORMATS
from kg.export.sorting import END, Sorted
from kg.export.turtle import Used
from kg.model import Article
from kg.query import PREFIXES
from kg.rdf import article_iri
from kg.store import Archive, Store, load
from kg.store.archive import Source

CONTRACT = Path(__file__).parent / "graphs" / "contract.ttl"
ENT, SKOS = PREFIXES["ent"], PREFIXES["skos"]
NASTY = [
    "a , b",
    '" , "',
    "ends .\nkg:A a kg:B .\n",
    "one ;\n\tkg:p kg:o",
    "back\\slash , \\",
    "prov: wd:Q1 ^^owl:x",
    "😀 \t\r\x0b\x1f\x7f\u2028",
    "",
]


def quad(subject: str, predicate: str, value: str, article: str = "one") -> ox.Quad:
    return ox.Quad(
        ox.NamedNode(ENT + subject),
        ox.NamedNode(SKOS + predicate),
        ox.Literal(value),
        ox.NamedNode(PREFIXES["article"] + article),
    )


def nasty() -> list[ox.Quad]:
    quads = [quad(f"E{n % 5}", "altLabel", text, f"a{n % 3}") for n, text in enumerate(NASTY * 2)]
    kinds = ("Person", "Thing", "Place")
    graph = ox.NamedNode(PREFIXES["article"] + "a1")
    quads += [
        ox.Quad(
            ox.NamedNode(ENT + "E1"),
            ox.NamedNode(PREFIXES["rdf"] + "type"),
            ox.NamedNode(PREFIXES["kg"] + kind),
            graph,
        )
        for kind in kinds
    ]
    odd = ox.NamedNode("https://else.example/a,b;c.d")
    quads.append(ox.Quad(odd, odd, ox.Literal("x , y", language="en-GB"), graph))
    quads.append(ox.Quad(ox.NamedNode(ENT + "E1"), odd, odd, graph))
    return quads


@settings(deadline=None)
@given(
    st.lists(
        st.binary(min_size=1, max_size=9).filter(lambda record: b" .\n" not in record + b" ."), max_size=60
    ),
    st.integers(1, 7),
    st.integers(1, 40),
)
def test_records_come_back_sorted_wherever_they_are_cut(records, step, held):
    text = b"".join(record + END for record in records)
    usual, kg.export.sorting._READ = kg.export.sorting._READ, 5
    try:
        with Sorted(held=held) as found:
            for begin in range(0, len(text), step):
                found.write(text[begin : begin + step])
            batches = list(found.batches())
    finally:
        kg.export.sorting._READ = usual
    assert [record for batch in batches for record in batch] == sorted(set(text.split(END)[:-1]))


@pytest.mark.parametrize("ending", RDF_FORMATS)
def test_bytes_depend_neither_on_memory_nor_on_order(tmp_path, ending, monkeypatch):
    quads = [*load(CONTRACT).quads(), *nasty()]
    one = Store()
    one.add(quads)
    export(one, tmp_path / f"one{ending}")
    # So little memory that every graph waits on disk, in many pieces.
    monkeypatch.setattr(kg.export.sorting, "_READ", 64)
    monkeypatch.setattr(Sorted.__init__, "__kwdefaults__", {"held": 200})
    random.Random(3).shuffle(quads)
    other = Store()
    other.add(quads)
    export(other, tmp_path / f"other{ending}")
    assert (tmp_path / f"one{ending}").read_bytes() == (tmp_path / f"other{ending}").read_bytes()


@pytest.mark.parametrize("ending", RDF_FORMATS)
def test_an_archive_gives_the_bytes_of_a_store(tmp_path, ending):
    store = Store()
    with Archive(tmp_path / "archive") as archive:
        for number in range(3):
            article = Article(f"Text {number}.", id=f"a{number}")
            graph = article_iri(article)
            quads = [
                ox.Quad(q.subject, q.predicate, q.object, graph)
                for q in nasty()
                if str(q.graph_name).endswith(f"a{number}>")
            ]
            assert quads
            archive.put(article, Source.of(article, "test"), quads)
            store.add(quads)
        # The same text from another source is no article of its own.
        again = Article("Text 1.", id="else")
        more = [quad("E1", "altLabel", "from elsewhere")]
        more = [ox.Quad(q.subject, q.predicate, q.object, article_iri(again)) for q in more]
        archive.put(again, Source.of(again, "test"), [*more, *store_quads(store, again)])
        store.add(more)
    export(load(tmp_path / "archive"), tmp_path / f"a{ending}")
    export(store, tmp_path / f"b{ending}")
    assert (tmp_path / f"a{ending}").read_bytes() == (tmp_path / f"b{ending}").read_bytes()


def store_quads(store: Store, article: Article) -> list[ox.Quad]:
    return [found for found in store.quads() if found.graph_name == article_iri(article)]


class QuadAfterQuad:
    """A graph that is somewhere else, and that can only be asked."""

    def __init__(self, store: Store) -> None:
        self.quads, self.triples, self.select = store.quads, store.triples, store.select


@pytest.mark.parametrize("ending", RDF_FORMATS)
def test_a_graph_that_gives_quads_alone_is_written_alike(tmp_path, ending):
    store = Store()
    store.add(nasty())
    export(store, tmp_path / f"a{ending}")
    export(QuadAfterQuad(store), tmp_path / f"b{ending}")
    assert (tmp_path / f"a{ending}").read_bytes() == (tmp_path / f"b{ending}").read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {f"a{ending}", f"b{ending}"}


# rdflib's own TriG and JSON-LD readers use what it deprecates.
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("ending", RDF_FORMATS)
def test_rdflib_reads_what_was_in_the_graph(tmp_path, ending):
    store = Store()
    store.add(nasty())
    export(store, tmp_path / f"a{ending}")
    found = rdflib.Dataset(default_union=True)
    found.parse(tmp_path / f"a{ending}", format={".jsonld": "json-ld"}.get(ending))
    triples = {tuple(map(str, triple[:3])) for triple in found.triples((None, None, None))}
    expected = {
        tuple(getattr(term, "value", "") for term in (t.subject, t.predicate, t.object))
        for t in store.triples()
    }
    assert triples == expected


def test_turtle_has_each_subject_and_predicate_once_in_order(tmp_path):
    store = Store()
    store.add(nasty())
    export(store, tmp_path / "a.ttl")
    text = (tmp_path / "a.ttl").read_text("utf-8")
    blocks = text.split("\n\n")[1:]
    names = [block.split(" ")[0] for block in blocks]
    assert names == sorted(set(names))
    (first,) = (block for block in blocks if block.startswith("ent:E1 "))
    assert first.startswith("ent:E1 a kg:Person , kg:Place , kg:Thing ;\n\t<https://else.example/")
    assert first.count("skos:altLabel") == 1
    # A text that looks like a prefix declares none.
    assert "@prefix prov:" not in text and "@prefix wd:" not in text and "@prefix owl:" not in text
    assert "@prefix skos:" in text


def test_prefixes_are_found_wherever_they_may_stand():
    used = Used()
    used.look_at(b'\next:s ent:p "dct: x"^^xsd:date ;\n\tskos:p nif:o , "a \\" wd:Q1"@en .\n')
    assert used.header().decode().split()[1::4] == ["ent:", "nif:", "skos:", "xsd:"]


@pytest.mark.parametrize("ending", [".ttl.gz", ".nq.gz", ".trig.gz"])
def test_packed_files_hold_the_same(tmp_path, ending):
    store = load(CONTRACT)
    store.export(tmp_path / f"a{ending}")
    store.export(tmp_path / f"a{ending.removesuffix('.gz')}")
    content = (tmp_path / f"a{ending.removesuffix('.gz')}").read_bytes()
    assert gzip.decompress((tmp_path / f"a{ending}").read_bytes()) == content


@pytest.mark.parametrize("ending", [*RDF_FORMATS, ".ttl.gz"])
def test_a_full_disk_leaves_the_file_that_was_there(tmp_path, ending, monkeypatch):
    path = tmp_path / f"a{ending}"
    path.write_bytes(b"before")

    monkeypatch.setattr("kg.export.files.os.fdopen", lambda *_: Full())
    with pytest.raises(ExportError, match="No space left on device"):
        load(CONTRACT).export(path)
    assert path.read_bytes() == b"before"
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


class Full(io.RawIOBase):
    """A file on a disk without room."""

    def writable(self) -> bool:
        return True

    def write(self, piece: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")
