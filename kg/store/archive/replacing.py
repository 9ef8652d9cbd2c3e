"""An article in the place of a former one: staged where nobody reads, then put in place by one update."""

from __future__ import annotations

from collections.abc import Sequence

import pyoxigraph as ox

from ..labels import called, settle_without
from .batches import Brought, as_lines, in_graph, ledger_lines
from .ledger import LEDGER, STAGED

# What no other article says, one whose turn is to come included, leaves the merged graph with its article.
_FORGET = """DELETE {{ ?s ?p ?o }} WHERE {{
  GRAPH {graph} {{ ?s ?p ?o }}
  FILTER NOT EXISTS {{ GRAPH ?other {{ ?s ?p ?o }} FILTER(?other != {graph}) }}
}} ;
DROP GRAPH {graph} ;
DELETE WHERE {{ GRAPH {ledger} {{ {graph} ?p ?o }} }}"""
_TAKE_OUT = """DELETE {{ ?s ?p ?o }} WHERE {{
  GRAPH {gone} {{ ?s ?p ?o }}
  FILTER NOT EXISTS {{ GRAPH ?other {{ ?s ?p ?o }} FILTER(?other NOT IN ({gone}, {graph})) }}
}} ;
DELETE {{ GRAPH {graph} {{ ?s ?p ?o }} }} WHERE {{ GRAPH {gone} {{ ?s ?p ?o }} }} ;
DROP SILENT GRAPH {gone} ;
DELETE WHERE {{ GRAPH {ledger} {{ {graph} ?p ?o }} }}"""
_TAKE_PLACE = """INSERT {{ ?s ?p ?o . GRAPH {graph} {{ ?s ?p ?o }} }}
WHERE {{ GRAPH {staged} {{ ?s ?p ?o }} }} ;
INSERT {{ GRAPH {ledger} {{ ?s ?p ?o }} }} WHERE {{ GRAPH {staged_ledger} {{ ?s ?p ?o }} }} ;
DROP SILENT GRAPH {staged} ;
DROP GRAPH {staged_ledger}"""


def replaced(inner: ox.Store, old: Sequence[ox.NamedNode], graph: ox.NamedNode, brought: Brought) -> int:
    """Put an article in the place of those of some named graphs; count the bytes that wait in memory.

    The same text, read by another program or with other knowledge, says most of what it said: then only the
    difference is written.

    Args:
        inner: the store.
        old: the named graphs whose place it takes, one at least.
        graph: its own, which may be one of them.
        brought: what it says.
    """
    # Names of its own: the store remembers for a while what was in a graph, and would look through all of it.
    staged, gone, staged_ledger = (
        ox.NamedNode(f"{STAGED}/{brought.source.stamp}/{part}") for part in ("coming", "going", "ledger")
    )
    names = {
        "graph": graph,
        "gone": gone,
        "ledger": LEDGER,
        "staged": staged,
        "staged_ledger": staged_ledger,
    }
    ledger = in_graph(staged_ledger, ledger_lines(graph, brought.source))
    if list(old) == [graph]:
        said = {_triple(quad) for quad in inner.quads_for_pattern(None, None, None, graph)}
        says = {_triple(quad) for quad in ox.parse(brought.lines, ox.RdfFormat.N_TRIPLES, lenient=True)}
        coming, going = as_lines(says - said), as_lines(said - says)
        steps = [_TAKE_OUT.format(**names)]
    else:
        coming, going = brought.lines, b""
        steps = list(map(forgetting, old))
    lines = in_graph(staged, coming) + in_graph(gone, going) + ledger
    before = called(inner, old)
    inner.load(lines, ox.RdfFormat.N_QUADS, lenient=True)
    inner.update(" ;\n".join([*steps, _TAKE_PLACE.format(**names)]))
    settle_without(inner, before ^ called(inner, [graph]))
    return len(lines)


def forgetting(graph: ox.NamedNode) -> str:
    """The steps of an update that take an article out, with its line of the ledger."""
    return _FORGET.format(graph=graph, ledger=LEDGER)


def _triple(quad: ox.Quad) -> ox.Triple:
    return ox.Triple(quad.subject, quad.predicate, quad.object)
