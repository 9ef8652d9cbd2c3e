"""Everything that a worker can be asked for, by name."""

from __future__ import annotations

from .graphs import graph_store
from .pages import article, entity, network, overview, questions, timeline
from .sparql import sparql
from .working import Job

JOBS: dict[str, Job] = {
    "article": article.page,
    "entity": entity.page,
    "graph": graph_store,
    "neighbours": network.around,
    "network": network.shown,
    "overview": overview.page,
    "question": questions.page,
    "sparql": sparql,
    "timeline": timeline.page,
}
