"""CSV -> Gazetteer: a table of names with their aliases, type and Wikidata item."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ..errors import GazetteerError
from .keys import name_key
from .problems import Report, refuse
from .values import WIKIDATA, Gazetteer, Known, Words
from .wikidata import wikidata

#: Other words for a type -> class; the names of our classes are types too.
_TYPES = {
    "human": "Person",
    "people": "Person",
    "organization": "Organisation",
    "body": "Organisation",
    "org": "Organisation",
    "party": "PoliticalParty",
    "location": "Place",
    "department": "GovernmentDepartment",
    "firm": "Company",
    "business": "Company",
    "city": "Settlement",
    "town": "Settlement",
    "village": "Settlement",
}
_KINDS = ("Person", "Organisation", "Place")
_COLUMNS = ("name", "aliases", "type", "wikidata")


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a table, checked."""

    name: str
    aliases: tuple[str, ...]
    cls: str
    item: str | None
    source: str

    @property
    def key(self) -> str:
        """The Wikidata item where there is one, or else that of the name."""
        return self.item or name_key(self.name)


def read(paths: Iterable[Path], classes: Mapping[str, tuple[str, ...]], report: Report = refuse) -> Gazetteer:
    """Read CSV files as one table; rows that say the same are one.

    Args:
        paths: the files.
        classes: the classes of the ontology with their ancestors, most general first.
        report: what is done about a line that cannot be followed.

    Raises:
        GazetteerError: a file is no such table; the message names file, line and cure.
    """
    types = _types(classes)
    rows = dict.fromkeys(row for path in paths for row in _rows(path, types, report))
    keys: dict[str, list[_Row]] = {}
    for row in rows:
        keys.setdefault(row.key, []).append(row)
    known = (k for key, same in keys.items() for k in _known(key, same))
    return Gazetteer({k.key: k for k in known}, {}, (), Words())


def _known(key: str, rows: list[_Row]) -> Iterator[Known]:
    """One entity for each row, or one for all where they have the same Wikidata item.

    Two rows with one name and no item are two people: each gets a key of its own, and the name is nobody's.
    """
    if rows[0].item or len(rows) == 1:
        names = dict.fromkeys(name for row in rows for name in (row.name, *row.aliases))
        item = rows[0].item
        yield Known(
            key=key,
            label=rows[0].name,
            cls=rows[0].cls,
            source=rows[0].source,
            same_as=(WIKIDATA + item,) if item else (),
            listed=tuple(names),
        )
        return
    for row in rows:
        told = "\n".join((row.name, row.cls, *row.aliases))
        yield from _known(f"{key}_{sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}", [row])


def _types(classes: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """What may stand in the column "type", in small letters without spaces -> class."""
    ours = {cls.lower(): cls for cls, line in classes.items() if line[0] in _KINDS}
    return {**{word: cls for word, cls in _TYPES.items() if cls in classes}, **ours}


def _rows(path: Path, types: Mapping[str, str], report: Report) -> Iterator[_Row]:
    """The lines of a table that can be followed."""
    try:
        for where, cells in _cells(path, report):
            try:
                yield _row(cells, where, types, path.name)
            except GazetteerError as error:
                report(error)
    except GazetteerError as error:
        report(error)  # of the whole file: nothing after it can be read


def _cells(path: Path, report: Report) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The lines of a table under its header, each with its place."""
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path}: not UTF-8 at byte {error.start}. Save it as UTF-8.") from error
    delimiter = _delimiter(text)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: list[str] = []
    try:
        for cells in table:
            where = f"{path}, line {table.line_num}"
            if not any(cell.strip() for cell in cells):
                continue
            if not columns:
                columns = _columns(cells, where)
                continue
            if len(cells) > len(columns):
                report(
                    GazetteerError(
                        f"{where}: {len(cells)} cells, but {len(columns)} columns. "
                        f'Put a cell that has a "{delimiter}" in it in double quotes.'
                    )
                )
                continue
            yield where, dict(zip(columns, cells, strict=False))
    except csv.Error as error:
        raise GazetteerError(f"{path}, line {table.line_num}: {error}. Mend the CSV.") from error
    if not columns:
        raise GazetteerError(f"{path}: empty. Its first line must name the columns: {','.join(_COLUMNS)}.")


def _delimiter(text: str) -> str:
    """What parts the columns: the mark that stands most often in the first line."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=first.count)


def _columns(cells: list[str], where: str) -> list[str]:
    columns = [cell.strip().lower() for cell in cells]
    for needed in ("name", "type"):
        if columns.count(needed) != 1:
            found = "no column" if needed not in columns else f"{columns.count(needed)} columns"
            raise GazetteerError(
                f'{where}: {found} "{needed}". The first line must name the columns: {",".join(_COLUMNS)}.'
            )
    return columns


def _row(cells: Mapping[str, str], where: str, types: Mapping[str, str], source: str) -> _Row:
    name = _in_one_line(cells.get("name", ""))
    if not name_key(name):
        raise GazetteerError(f"{where}: no name. Give one, or delete the line.")
    written = cells.get("type", "").strip()
    cls = types.get(re.sub(r"[\s_-]", "", written.removeprefix("kg:")).lower())
    if cls is None:
        raise GazetteerError(
            f"{where}: {name!r} has the type {written!r}. Give person, organisation, place, or a "
            "class of the ontology such as PoliticalParty."
        )
    item = wikidata(given) if (given := cells.get("wikidata", "").strip()) else None
    if given and item is None:
        raise GazetteerError(f"{where}: {given!r} is no Wikidata item. Give one like Q42, or leave it empty.")
    aliases = (_in_one_line(alias) for alias in re.split(r"[;|]", cells.get("aliases", "")))
    return _Row(name, tuple(sorted({a for a in aliases if name_key(a)} - {name})), cls, item, source)


def _in_one_line(cell: str) -> str:
    return " ".join(cell.split())
