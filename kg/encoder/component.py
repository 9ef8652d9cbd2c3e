"""The encoder as a part of a spaCy pipeline: tags, lemmas, sentences, parse and names from one network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import srsly
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.pipeline.dep_parser import parser_score
from spacy.pipeline.lemmatizer import lemmatizer_score
from spacy.pipeline.morphologizer import morphologizer_score
from spacy.pipeline.tagger import tagger_score
from spacy.scorer import get_ner_prf
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from ..errors import PipelineError
from . import files
from .ahead import Begin, Begun, Queue, at_once, by_thread
from .labels import Table
from .page import Page
from .reader import Reader
from .segments import Words, segments

FACTORY = "kg_encoder"
#: Segments that are read ahead: some that take as long as what is done with a longer article.
AHEAD = 32


class Encoder(Pipe):
    """Reads each paragraph of a Doc with one network; empty until `from_disk` or `from_bytes` fills it.

    What comes out depends on the text of the paragraph alone: not on other Docs, on the size of a batch or
    on how many processes share the work.
    """

    def __init__(self, vocab: Vocab, name: str = FACTORY, *, threads: int = 1, ahead: int = AHEAD) -> None:
        self.vocab = vocab
        self.name = name
        self.threads = threads
        self.ahead = ahead
        self._files: dict[str, bytes] = {}
        self._filled: tuple[Reader, Table] | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The relations of the parse."""
        return self._filled[0].labels.dep if self._filled else ()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a Doc, in place, and return it.

        Raises:
            PipelineError: the component is empty.
        """
        return self._finished(self._begun(doc, at_once(self._ready()[0].network)))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 0) -> Iterator[Doc]:
        """Annotate Docs, in order; the network reads some of those to come while one is made use of.

        Args:
            stream: taken as needed, so many Docs ahead as have `ahead` segments.
            batch_size: without effect, for a segment is always a run of its own.

        Raises:
            PipelineError: the component is empty.
        """
        if not self.ahead:
            yield from super().pipe(stream, batch_size=batch_size)
            return
        failed = self.get_error_handler()
        queue = Queue(self.ahead)
        with by_thread(self._ready()[0].network) as begin:
            for doc in stream:
                try:
                    queue.put(self._begun(doc, begin))
                except Exception as error:
                    failed(self.name, self, [doc], error)
                yield from self._all(queue.over())
            yield from self._all(queue.rest())

    def _all(self, docs: Iterable[Begun]) -> Iterator[Doc]:
        for begun in docs:
            try:
                done = self._finished(begun)
            except Exception as error:
                self.get_error_handler()(self.name, self, [begun.doc], error)
            else:
                yield done

    def _begun(self, doc: Doc, begin: Begin) -> Begun:
        reader, _ = self._ready()
        words = Words.of(doc)
        found = [reader.wordpiece(text) for text in words.texts]
        cut = segments(words, [len(word.pieces) for word in found])
        return Begun(doc, words, [(start, end, begin(reader.inputs(found[start:end]))) for start, end in cut])

    def _finished(self, begun: Begun) -> Doc:
        reader, table = self._ready()
        page = Page(begun.doc, reader.labels, table)
        for start, end, outcome in begun.runs:
            page.write(begun.words.tokens[start:end], reader.read(begun.words, start, end, outcome()))
        page.finish()
        return begun.doc

    def _ready(self) -> tuple[Reader, Table]:
        if self._filled is None:
            raise PipelineError(f"{self.name} has no network yet: load a saved pipeline, or call from_disk.")
        return self._filled

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, Any]:
        """The scores that spaCy's own components give for the same annotation."""
        examples = list(examples)
        return {
            **tagger_score(examples, **settings),
            **morphologizer_score(examples, **settings),
            **lemmatizer_score(examples, **settings),
            **parser_score(examples, **settings),
            **get_ner_prf(examples, **settings),
        }

    def fill(self, reader: Reader) -> None:
        """Take what reads, and enter its labels in the vocabulary of the pipeline."""
        self._filled = reader, Table.of(reader.labels, self.vocab)

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the files of the model to a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self._files.items():
            (folder / name).write_bytes(content)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Encoder:
        """Read the files of the model from a folder.

        Raises:
            PipelineError: one is missing or broken, or onnxruntime is not installed.
        """
        return self._take(files.load(Path(path)), where=str(path))

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The files of the model as one string of bytes."""
        return bytes(srsly.msgpack_dumps(self._files))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Encoder:
        """Read what `to_bytes` gave."""
        return self._take(srsly.msgpack_loads(data), where=self.name)

    def __reduce__(self) -> tuple[Any, ...]:
        """An open network cannot be pickled; its files can."""
        return _again, (self.vocab, self.name, self.threads, self.ahead, self._files)

    def _take(self, contents: dict[str, bytes], *, where: str) -> Encoder:
        self.fill(files.reader(contents, threads=self.threads, where=where))
        self._files = contents
        return self


def _again(vocab: Vocab, name: str, threads: int, ahead: int, contents: dict[str, bytes]) -> Encoder:
    encoder = Encoder(vocab, name, threads=threads, ahead=ahead)
    return encoder._take(contents, where=name) if contents else encoder


@Language.factory(
    FACTORY,
    assigns=[
        *("token.tag", "token.pos", "token.morph", "token.lemma", "token.dep", "token.head"),
        *("token.is_sent_start", "token.ent_iob", "token.ent_type", "doc.sents", "doc.ents", "doc.spans"),
    ],
    default_config={"threads": 1, "ahead": AHEAD},
    default_score_weights={
        **{"tag_acc": 0.1, "pos_acc": 0.1, "morph_acc": 0.1, "lemma_acc": 0.1},
        **{"dep_uas": 0.1, "dep_las": 0.2, "sents_f": 0.1, "ents_f": 0.2},
        **dict.fromkeys(("morph_per_feat", "dep_las_per_type", "sents_p", "sents_r")),
        **dict.fromkeys(("ents_p", "ents_r", "ents_per_type")),
    },
)
def make_encoder(nlp: Language, name: str, threads: int, ahead: int) -> Encoder:
    """Make the component; spaCy fills it from the folder of the pipeline.

    Args:
        nlp: the pipeline that it becomes a part of.
        name: what it is called there.
        threads: of one run of the network. More than one pays for long paragraphs only.
        ahead: segments that the network reads, in a thread of its own, before they are asked for. With 0 it
            reads in the thread that asks.
    """
    return Encoder(nlp.vocab, name, threads=threads, ahead=ahead)
