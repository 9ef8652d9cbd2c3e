"""SPARQL that finds whatever a shape may have something against, so that SHACL need not look at the rest.

What these queries let pass surely conforms; what they find is still to be judged. A part of a shape that is
not known here lets nothing pass: a new kind of it costs time and no violation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import RDF, SH, XSD, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
#: What asks nothing of each value by itself.
_APART = frozenset(
    (*TARGETS, RDF.type, SH.message, SH.path, SH.property, SH.minCount, SH.maxCount, SH.hasValue)
)
_KINDS = {
    str(SH.IRI): "isIRI(?value)",
    str(SH.Literal): "isLiteral(?value)",
    str(SH.IRIOrLiteral): "!isBlank(?value)",
}
#: Datatype -> what makes sure that the characters are one of its values.
_VALUES: dict[Node, str] = {
    XSD.string: "true",
    XSD.integer: "isNumeric(?value)",
    XSD.nonNegativeInteger: "isNumeric(?value) && ?value >= 0",
    XSD.decimal: "isNumeric(?value)",
    XSD.boolean: "(sameTerm(?value, true) || sameTerm(?value, false))",
    XSD.gYear: 'REGEX(STR(?value), "^[1-9][0-9]{3}$")',
    XSD.gYearMonth: 'REGEX(STR(?value), "^[1-9][0-9]{3}-(0[1-9]|1[0-2])$")',
    XSD.date: 'REGEX(STR(?value), "^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$") && DAY(?value) > 0',
}
_COMPARED: dict[Node, str] = {
    SH.minInclusive: ">=",
    SH.maxInclusive: "<=",
    SH.lessThan: "<",
    SH.lessThanOrEquals: "<=",
}
_ALWAYS, _UNKNOWN = "true", "false"
#: Count -> what holds where there are so many values, or not more beside some value.
_AT_LEAST = {
    "0": _ALWAYS,
    "1": "EXISTS { ?node ?path ?one }",
    "2": "EXISTS { ?node ?path ?one . ?node ?path ?two FILTER(!sameTerm(?one, ?two)) }",
}
_AT_MOST = {"0": _UNKNOWN, "1": "?alone"}


def doubtful(shapes: Graph) -> Iterator[str]:
    """Queries for ``?node`` that together find every node that some shape is for and that may not conform."""
    for shape in sorted({node for kind in TARGETS for node in shapes.subjects(kind, None)}, key=str):
        yield from _Sieve(shapes).queries(shape)


@dataclass(frozen=True, slots=True)
class _Sieve:
    shapes: Graph

    def queries(self, shape: Node) -> Iterator[str]:
        """The queries of one shape, one for each of its targets."""
        itself = f"COALESCE({self._of_value(shape).replace('?value', '?node')}, false)"
        paths = [test for path in self._sorted(shape, SH.property) for test in self._of_path(path)]
        whole = " && ".join([itself, *paths])
        classes = self._sorted(shape, SH.targetClass)
        required = self._classes_of(shape)
        # Where a node must have a class that the shape is for, it is asked for the rest as one of that class.
        elsewhere = itself if required and required <= set(classes) else whole
        for cls in classes:
            yield _query(f"?node a {cls.n3()}", whole if cls in required else elsewhere)
        for predicate in self._sorted(shape, SH.targetSubjectsOf):
            yield _query(f"?node {predicate.n3()} ?any", elsewhere)
        for predicate in self._sorted(shape, SH.targetObjectsOf):
            yield _query(f"?any {predicate.n3()} ?node", elsewhere)

    def _of_path(self, of: Node) -> Iterator[str]:
        """Tests that hold where the values of a path conform; none holds for a path that is not followed."""
        path = self._path(self.shapes.value(of, SH.path))
        if path is None:
            yield _UNKNOWN
            return
        each = self._of_value(of)
        few, most = self.shapes.value(of, SH.minCount), self.shapes.value(of, SH.maxCount)
        if most is not None:  # a literal 0 is false
            alone = f"NOT EXISTS {{ ?node {path} ?other FILTER(!sameTerm(?value, ?other)) }}"
            each = f"{each} && {_AT_MOST.get(str(most), _UNKNOWN).replace('?alone', alone)}"
        if str(few) == str(most) == "1":  # the usual case: there is a value, it is right, and the only one
            yield f"EXISTS {{ ?node {path} ?value FILTER({each}) }}"
        else:
            if few is not None:
                yield _AT_LEAST.get(str(few), _UNKNOWN).replace("?path", path)
            if each != _ALWAYS:
                yield f"NOT EXISTS {{ ?node {path} ?value FILTER(!COALESCE({each}, false)) }}"
        for value in self.shapes.objects(of, SH.hasValue):
            yield f"EXISTS {{ ?node {path} {value.n3()} }}" if isinstance(value, URIRef) else _UNKNOWN

    def _of_value(self, of: Node) -> str:
        """A test that holds where a value conforms to a shape by itself."""
        tests = (
            self._test(kind, value)
            for kind, value in sorted(self.shapes.predicate_objects(of))
            if kind not in _APART
        )
        return " && ".join(tests) or _ALWAYS

    def _test(self, kind: Node, value: Node) -> str:
        if kind == SH.nodeKind:
            return _KINDS.get(str(value), _UNKNOWN)
        if kind == SH.datatype and value in _VALUES:
            return f"isLiteral(?value) && DATATYPE(?value) = {value.n3()} && {_VALUES[value]}"
        if kind == SH["class"]:
            return f"EXISTS {{ ?value a {value.n3()} }}"
        if kind == SH["in"]:
            return _any(f"sameTerm(?value, {one.n3()})" for one in Collection(self.shapes, value))
        if kind == SH["or"]:
            return _any(f"COALESCE({self._of_value(one)}, false)" for one in Collection(self.shapes, value))
        if kind == SH.pattern:
            return f"REGEX(STR(?value), {value.n3()})"
        if kind == SH.minLength:
            return f"!isBlank(?value) && STRLEN(STR(?value)) >= {value}"
        if kind in (SH.minInclusive, SH.maxInclusive):
            return f"?value {_COMPARED[kind]} {value.n3()}"
        if kind in (SH.lessThan, SH.lessThanOrEquals):
            wrong = f"!COALESCE(?value {_COMPARED[kind]} ?limit, false)"
            return f"NOT EXISTS {{ ?node {value.n3()} ?limit FILTER({wrong}) }}"
        return _UNKNOWN

    def _path(self, path: Node | None) -> str | None:
        if isinstance(path, URIRef):
            return path.n3()
        inverse = self.shapes.value(path, SH.inversePath)
        if isinstance(inverse, URIRef):
            return f"^{inverse.n3()}"
        choice = self.shapes.value(path, SH.alternativePath)
        others = [] if choice is None else list(Collection(self.shapes, choice))
        named = [other.n3() for other in others if isinstance(other, URIRef)]
        return f"({'|'.join(named)})" if named and named == [other.n3() for other in others] else None

    def _classes_of(self, shape: Node) -> set[Node]:
        """The classes of which a node has one, if it conforms."""
        found = set(self.shapes.objects(shape, SH["class"]))
        choice = self.shapes.value(shape, SH["or"])
        if found or choice is None:
            return found if len(found) == 1 else set()
        each = [set(self.shapes.predicate_objects(one)) for one in Collection(self.shapes, choice)]
        known = all(len(one) == 1 and next(iter(one))[0] == SH["class"] for one in each)
        return {value for one in each for _, value in one} if known else set()

    def _sorted(self, shape: Node, kind: URIRef) -> list[Node]:
        return sorted(self.shapes.objects(shape, kind), key=str)


def _query(target: str, conforms: str) -> str:
    return f"SELECT DISTINCT ?node WHERE {{ {target} FILTER(!({conforms})) }}"


def _any(tests: Iterator[str]) -> str:
    return "(" + (" || ".join(tests) or _UNKNOWN) + ")"
