"""The trained network as files that run without torch: `python export.py CORPUS CHECKPOINTS FOLDER [--fp32]`.

Writes `model.onnx`, `labels.json`, `relations.npz` and `vocab.txt`, the folder of `kg.encoder`'s
component. The
encoder's matrices become 8-bit integers, a scale for every column; the table of word pieces too, a scale
for every row.
The heads stay in floats, for they are small and decide.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
import torch
from balance import balance
from batches import Pieces, read, tree_units
from encoder_weights import encoder_file
from network import WIDTH, Network
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

OPSET = 17
#: Paragraphs that show how large activations become.
CALIBRATING = 200
INPUTS = ("ids", "types", "mask", "first", "last")
#: Parts of the names of layers whose matrices are rounded.
ROUNDED = (
    "/encoder/",
    "_hidden/",
    "/arc_head/",
    "/arc_dependent/",
    "/relation_head/",
    "/relation_dependent/",
)
OUTPUTS = ("tag", "pos", "morph", "lemma", "sent", "ner", "arc", "rh", "rd", "mention")


class Exported(nn.Module):
    """The network with the inputs and outputs of the ONNX graph."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, ids: Tensor, types: Tensor, mask: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, ...]:
        """Label numbers of tag, pos, morph and mention; scores of the rest, see `kg.encoder.session`."""
        network = self.network
        words = network.words(network.encoder(ids, types, mask), first, last)
        tags = network.tags(words)
        heads, dependents = network.relation_vectors(words)
        best = {name: tags[name].argmax(-1) for name in ("tag", "pos", "morph", "mention")}
        return (
            *(best[name] for name in ("tag", "pos", "morph")),
            tags["lemma"],
            tags["sent"],
            network.name_tags(words),
            network.arcs(words),
            heads,
            dependents,
            best["mention"],
        )


def export(corpus: Path, checkpoints: Path, out: Path, fp32: bool = False) -> None:
    """Write the component's files from the last weights in `checkpoints`; texts of `corpus` balance them."""
    out.mkdir(parents=True, exist_ok=True)
    labels = json.loads((checkpoints / "labels.json").read_text("utf-8"))
    network = Network(labels)
    network.load_state_dict(_weights(checkpoints))
    network.eval()
    if not fp32:
        units = tree_units(read(corpus / "trees_dev.spacy"), labels, Pieces())[:CALIBRATING]
        balance(network, [[unit] for unit in units])
    with TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        _to_onnx(network, plain)
        if fp32:
            shutil.copy(plain, out / "model.onnx")
        else:
            _quantize(plain, out / "model.onnx")
    np.savez(out / "relations.npz", U=network.relation.detach().numpy().astype(np.float16))
    (out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False, indent=0) + "\n", "utf-8")
    shutil.copy(encoder_file("vocab.txt"), out / "vocab.txt")


def _weights(checkpoints: Path) -> dict[str, Tensor]:
    finished = checkpoints / "network.pt"
    if finished.exists():
        return dict(torch.load(finished))
    return dict(torch.load(checkpoints / "checkpoint.pt")["network"])


def _to_onnx(network: Network, path: Path) -> None:
    length, words = 12, 7
    example = (
        torch.ones(1, length, dtype=torch.int64),
        torch.zeros(1, length, dtype=torch.int64),
        torch.ones(1, length),
        torch.arange(words).unsqueeze(0),
        torch.arange(words).unsqueeze(0),
    )
    axes = {name: {0: "units", 1: "pieces"} for name in INPUTS[:3]}
    axes |= {name: {0: "units", 1: "words"} for name in (*INPUTS[3:], *OUTPUTS)}
    axes["arc"] = {0: "units", 1: "words", 2: "words"}
    torch.onnx.export(
        Exported(network).eval(),
        example,
        str(path),
        dynamo=False,
        opset_version=OPSET,
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
    )


def _quantize(source: Path, target: Path) -> None:
    model = onnx.load(str(source))
    _quantize_pieces(model)
    onnx.save(model, str(source))
    last_layers = [node.name for node in model.graph.node if not any(part in node.name for part in ROUNDED)]
    quantize_dynamic(
        str(source),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,  # 7 bits cannot overflow in the kernels of processors without VNNI
        nodes_to_exclude=last_layers,
        op_types_to_quantize=["MatMul", "Gemm"],
    )


def _quantize_pieces(model: onnx.ModelProto) -> None:
    """Put 8-bit rows with a scale each in the place of the table of word pieces."""
    graph = model.graph
    table = next(t for t in graph.initializer if t.dims[:] and t.dims[0] > 10_000 and t.dims[1] == WIDTH)
    gather = next(node for node in graph.node if node.op_type == "Gather" and node.input[0] == table.name)
    values = numpy_helper.to_array(table)
    scale = np.abs(values).max(axis=1, keepdims=True) / 127
    rows = np.rint(values / np.maximum(scale, 1e-12)).astype(np.int8)
    graph.initializer.remove(table)
    graph.initializer.extend(
        [
            numpy_helper.from_array(rows, "piece_rows"),
            numpy_helper.from_array(scale.astype(np.float32), "piece_scales"),
        ]
    )
    ids, output = gather.input[1], gather.output[0]
    nodes = [
        helper.make_node("Gather", ["piece_rows", ids], ["piece_row"], name="/encoder/pieces/row"),
        helper.make_node(
            "Cast", ["piece_row"], ["piece_float"], name="/encoder/pieces/cast", to=TensorProto.FLOAT
        ),
        helper.make_node("Gather", ["piece_scales", ids], ["piece_scale"], name="/encoder/pieces/scale"),
        helper.make_node("Mul", ["piece_float", "piece_scale"], [output], name="/encoder/pieces/mul"),
    ]
    place = list(graph.node).index(gather)
    graph.node.remove(gather)
    for offset, node in enumerate(nodes):
        graph.node.insert(place + offset, node)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("checkpoints", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fp32", action="store_true", help="leave all matrices in floats")
    given = parser.parse_args()
    export(given.corpus, given.checkpoints, given.out, given.fp32)


if __name__ == "__main__":
    main()
