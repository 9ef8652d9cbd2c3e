"""What every store can do: answer, list, save and show what it holds."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import pyoxigraph as ox

from ..errors import StoreError
from ..query import Rows, Term, asked, bindings
from .answers import Found, answer, found

if TYPE_CHECKING:
    import networkx
    import rdflib

    from ..network import Choosing
    from ..view import Page
    from ..who import Identified


class Readable(ABC):
    """The graph of many articles, questioned as one.

    The default graph holds every triple once; named graphs only serve to replace and remove articles. Numbers
    keep their value, not their spelling: every whole number comes back as xsd:integer.
    """

    _inner: ox.Store

    def query(self, question: str, /, **parameters: Term | str) -> Rows:
        """The answer to a named question, or to SPARQL of your own, with its parameters bound."""
        return self.ask(question, parameters)

    def ask(self, question: str, parameters: Mapping[str, Term | str], *, limit: int | None = None) -> Rows:
        """The same with the parameters as a mapping, and the first rows only if there is a limit."""
        meant = asked(question)
        rows = self._answer(meant.text, bindings(meant, parameters), limit)
        return rows.without(frozenset(meant.parameters))

    def select(self, query: str, /, **values: Term | str) -> Rows:
        """The rows of a SPARQL query, with values bound to variables that are among its columns."""
        return self._answer(query, values)

    def _answer(self, query: str, values: Mapping[str, Term | str], limit: int | None = None) -> Rows:
        return answer(self._inner, query, values, limit=limit)

    def found(
        self,
        query: str,
        *,
        default: Sequence[ox.NamedNode | ox.DefaultGraph] | None = None,
        named: Sequence[ox.NamedNode] | None = None,
    ) -> Found:
        """What SPARQL finds in some graphs, before any of it is taken; see `kg.store.answers.found`."""
        return found(self._inner, query, {}, default=default, named=named)

    def graphs(self) -> Iterator[ox.NamedNode]:
        """The names of the graphs that questions may see beside the default graph."""
        return (graph for graph in self._inner.named_graphs() if isinstance(graph, ox.NamedNode))

    def who(self, name: str) -> list[Identified]:
        """The entities that a name may mean, with their mentions and the rule that joined each."""
        from ..who import identified

        return identified(self, name)

    @abstractmethod
    def triples(self) -> Iterator[ox.Triple]:
        """Every triple once, whichever article it comes from, in a fixed order."""

    @abstractmethod
    def quads(self) -> Iterator[ox.Quad]:
        """Every quad with its article, in a fixed order; without a graph what no article says."""

    def __len__(self) -> int:
        """How many different triples there are."""
        return int(str(self.select("SELECT (COUNT(*) AS ?triples) WHERE { ?s ?p ?o }").dicts()[0]["triples"]))

    def __repr__(self) -> str:
        """What this is, in one line."""
        return f"<kg.{type(self).__name__} of {len(self):,} triples>"

    def save(self, path: str | Path) -> None:
        """Write the graph as RDF, in the format of the file's ending."""
        from ..export.files import ending
        from ..export.rdf import RDF_FORMATS

        name, _ = ending(path)
        if name not in RDF_FORMATS:
            raise StoreError(
                f"{path}: a graph is saved as {', '.join(RDF_FORMATS)}. Use export for other formats."
            )
        self.export(path)

    def export(self, path: str | Path) -> None:
        """Write the graph for another program, in the format that the file's ending names."""
        from ..export import export

        export(self, path)

    def view(self, about: str | None = None, depth: int = 1, **chosen: Unpack[Choosing]) -> Page:
        """A page that shows the edges, or some of them, with the sentences behind them.

        `about` and `depth` keep what lies around one entity; `article`, `since`, `until`, `action` and
        `min_sources` are those of `kg.network.network`.
        """
        from ..view import page

        return page(self.to_networkx(about, depth, **chosen), title=about or "")

    def read(self, article: str) -> Page:
        """A page that shows an article, named by IRI, id, address or title, with what was read in it."""
        from ..view import article_page

        return article_page(self, article)

    def timeline(self, about: str | None = None) -> Page:
        """A page that shows what happened when, to all or to whoever `about` names."""
        from ..view import timeline_page

        return timeline_page(self, about)

    def to_networkx(
        self, about: str | None = None, depth: int = 1, **chosen: Unpack[Choosing]
    ) -> networkx.MultiDiGraph[str]:
        """The edges, or some of them, as a network whose edges carry their sources."""
        from ..network import network

        return network(self, about=about, depth=depth, **chosen)

    def to_rdflib(self) -> rdflib.Dataset:
        """A copy for rdflib, one graph per article, read as one."""
        from .rdflib_copy import copied

        return copied(self.quads())
