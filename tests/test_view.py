"""The page as a file: it fetches nothing, is the same each time, and holds hostile words as words."""

from __future__ import annotations

import json
import re
from itertools import combinations
from math import hypot
from pathlib import Path

import networkx as nx
import pytest

from kg.resources import TEMPLATES
from kg.view import display, page
from kg.view.drawing import LARGE, SHOWN, SMALL, TIERS, records
from kg.view.evidence import parts
from kg.view.layout import positions
from kg.view.overview import overview

from .by_page import HOSTILE, crowd, data_of, hostile_network, join, small

__all__ = ["small"]


def test_a_page_fetches_nothing(small: nx.MultiDiGraph[str]) -> None:
    html = page(small, title="A plan").html
    markup = re.sub(r"(?s)(<(script|style)[^>]*>).*?(?=</\2>)", r"\1", html)
    assert not re.search(r"https?://|//\w|@import|url\(", markup)
    assert not re.search(r"@import|url\(", html.split("<style>")[1].split("</style>")[0])
    assert "sourceMappingURL" not in html
    assert "https://news.example/1" in json.dumps(data_of(page(small, title="A plan")))


def test_the_policy_allows_our_texts_alone(small: nx.MultiDiGraph[str]) -> None:
    html = page(small, title="A plan").html
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy and policy[1].startswith("default-src &#39;none&#39;")
    assert "unsafe" not in policy[1] and "http" not in policy[1]
    assert len(re.findall("sha256-", policy[1])) == 3
    assert not re.search(r"<[^>]*\s(on\w+|style)=", html.split("<body>")[1].split("<script")[0])


def test_the_same_network_gives_the_same_bytes(small: nx.MultiDiGraph[str]) -> None:
    assert page(small, title="A plan") == page(small, title="A plan")
    turned: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(small.nodes(data=True))))
    turned.add_edges_from(reversed(list(small.edges(keys=True, data=True))))
    assert page(turned, title="A plan") == page(small, title="A plan")
    assert page(crowd(80), title="Crowd") == page(crowd(80), title="Crowd")


def test_only_a_large_page_carries_webgl() -> None:
    assert "Sigma" not in page(crowd(SHOWN + 30), title="Crowd").html
    large = page(crowd(LARGE + 1), title="Crowd")
    assert "Sigma" in large.html and all("far" in node for node in data_of(large)["nodes"])


def test_saving_leaves_one_file(small: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    made = page(small, title="A plan")
    saved = made.save(tmp_path / "new" / "page.html")
    assert saved.read_bytes() == made.html.encode()
    assert made.save(saved) == saved
    assert [path.name for path in saved.parent.iterdir()] == ["page.html"]


def test_a_notebook_gets_a_frame_that_reaches_nothing(small: nx.MultiDiGraph[str]) -> None:
    frame = page(small, title="A plan")._repr_html_()
    assert frame.startswith('<iframe sandbox="allow-scripts') and "allow-same-origin" not in frame
    assert frame.count("<") == 2, "the page is wholly inside the attribute"


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_stay_in_the_data(name: str) -> None:
    made = page(hostile_network(), title=HOSTILE[name])
    data = made.html.split('id="data">')[1].split("</script>")[0]
    assert not re.search("[<>&\u2028\u2029\x00\x1b\u202e]", data)
    assert made.html.count("<script") == page(nx.MultiDiGraph(), title="x").html.count("<script")
    assert len(data_of(made)["nodes"]) == len(HOSTILE) + 1


def test_links_lead_to_the_web_or_nowhere() -> None:
    assert display.link("https://news.example/a?b=1#c") == "https://news.example/a?b=1#c"
    for address in (
        *HOSTILE.values(),
        "",
        None,
        "//news.example",
        "ftp://x.example",
        "http://",
        "http://[",
        "/etc/passwd",
    ):
        assert display.link(address) == ""


def test_the_trigger_is_marked_as_a_word() -> None:
    assert display.marked("She dissaid it, they said.", "said") == ["She dissaid it, they ", "said", "."]
    assert display.marked("Nothing here.", "said") == ["Nothing here.", "", ""]
    assert display.marked("Nothing here.", "") == ["Nothing here.", "", ""]
    assert display.marked("Cost (£5) rose.", "(£5)") == ["Cost ", "(£5)", " rose."]


def test_names_break_into_short_lines() -> None:
    assert display.lines("Ministry of Rivers and Coasts") == ["Ministry of Rivers", "and Coasts"]
    assert display.lines("") == [""]
    assert all(len(line) <= display.CHARACTERS for line in display.lines(HOSTILE["long"]))
    assert len(display.lines("word " * 50)) == display.LINES


def test_edges_between_two_nodes_lie_apart(small: nx.MultiDiGraph[str]) -> None:
    join(small, "ent:Plan", "ent:Orrick", "binds")
    edges = [edge for edge in records(small)["edges"] if "ent:Vale" not in (edge["from"], edge["to"])]
    sides = [edge["bend"] * (1 if edge["from"] < edge["to"] else -1) for edge in edges]
    assert len(set(sides)) == len(edges) == 3


def test_every_tier_has_a_line_of_its_own() -> None:
    names = "narrated|own word|planned|possible|obliged|negative|spoke about"
    assert [tier.name for tier in TIERS] == names.split("|")
    dashed = [tier.dashes for tier in TIERS if tier.dashes]
    assert len(set(dashed)) == len(dashed) == 5


def test_no_two_boxes_overlap_among_sixty() -> None:
    network: nx.Graph[str] = nx.Graph(crowd(60).to_undirected())
    network.remove_edges_from(list(nx.selfloop_edges(network)))
    network.add_edge("lone", "pair")
    network.add_node("single")
    boxes = {node: (70.0, 25.0, 60.0) for node in network}
    places = positions(network, boxes)
    for one, other in combinations(places, 2):
        (x, y), (u, v) = places[one], places[other]
        assert abs(x - u) >= 138 or abs(y - v) >= 83


def test_a_crowd_is_shown_in_part() -> None:
    assert records(crowd(SMALL))["shown"] == SMALL
    data = records(crowd(SMALL + 1))
    assert data["shown"] == SHOWN and len(data["nodes"]) == SMALL + 1
    assert len({(node["x"], node["y"]) for node in data["nodes"][:SHOWN]}) == SHOWN
    assert not any("x" in node for node in data["nodes"][SHOWN:])
    assert records(crowd(SMALL + 1), 10)["shown"] == 10


def test_a_crowd_opens_with_who_hangs_together() -> None:
    network = crowd(SMALL + 20)
    for i in range(70):
        network.add_node(f"z{i}", label=f"Apart {i}", kind="Person", classes=[], aliases=[])
        join(network, f"z{i}", f"z{i}", "met")
        join(network, f"z{i}", f"z{i}", "asked")
    data = records(network)
    opened = {node["id"] for node in data["nodes"][: data["shown"]]}
    assert len(opened) == SHOWN and not any(node.startswith("z") for node in opened)


def test_thousands_have_a_place_from_afar() -> None:
    network: nx.Graph[str] = nx.Graph(crowd(400).to_undirected())
    network.add_edge("lone", "pair")
    network.add_node("single")
    places = overview(network, 50)
    assert places == overview(network, 50)
    assert all(hypot(x - u, y - v) > 24 for (x, y), (u, v) in combinations(places.values(), 2))
    hubs = [places[f"n{i:04}"] for i in range(3)]
    low, high = (side(x for x, _ in places.values()) for side in (min, max))
    assert all(low + 0.2 * (high - low) < x < high for x, _ in hubs), "hubs are not at the rim"
    assert overview(nx.Graph(), 50) == {}


def test_a_sentence_is_cut_where_its_words_begin_and_end() -> None:
    # The offsets are those of the article; the sentence begins at 100.
    found = {"sentence": "Ann Vale rejected the plan of the mayor.", "start": 100, "trigger": "rejected"}
    marks = [(118, 139, "theme"), (130, 139, "addressee"), (100, 108, "agent"), (109, 117, "trigger")]
    assert parts({**found, "marks": marks}) == [
        ("Ann Vale", "agent"),
        (" ", ""),
        ("rejected", "trigger"),
        (" ", ""),
        ("the plan of ", "theme"),
        ("the mayor", "addressee"),
        (".", ""),
    ]
    assert "".join(part for part, _ in parts({**found, "marks": [(90, 500, "theme")]})) == found["sentence"]
    assert parts({**found, "marks": []})[1] == ("rejected", "trigger")


def test_the_vendored_library_has_its_licences() -> None:
    vendor = TEMPLATES / "vendor"
    assert len(list(vendor.glob("*LICENSE*"))) == 6
    assert "@license" in (vendor / "vis-network.min.js").read_text()[:1200]
