"""The network itself: one ONNX graph, run by onnxruntime on the processor."""

from __future__ import annotations

import os
from typing import Any, Protocol

from numpy.typing import NDArray

from ..errors import PipelineError

Arrays = dict[str, NDArray[Any]]

_INPUTS = frozenset({"ids", "types", "mask", "first", "last"})
#: What helps when a file of the model is missing or broken.
CURE = "Fetch the folder of the pipeline again, or install kg again."


class Network(Protocol):
    """Whatever turns the pieces of a segment to scores of its words."""

    def run(self, inputs: Arrays) -> Arrays:
        """All outputs by name, for all inputs by name."""


class OnnxNetwork:
    """An ONNX graph; each process that comes to own one by a fork opens its own session."""

    def __init__(self, model: bytes, *, threads: int = 1, name: str = "model.onnx") -> None:
        """Open the graph.

        Args:
            model: the file.
            threads: of one run.
            name: what the file is called in error messages.

        Raises:
            PipelineError: onnxruntime is not installed, or the file is no graph of ours.
        """
        self.model = model
        self.threads = threads
        self.name = name
        self._open()

    def run(self, inputs: Arrays) -> Arrays:
        """All outputs by name, for all inputs by name."""
        if self._process != os.getpid():
            self._open()  # after a fork: the threads of a session stay behind in the parent
        return dict(zip(self._outputs, self._session.run(self._outputs, inputs), strict=True))

    def _open(self) -> None:
        try:
            import onnxruntime
        except ImportError as error:
            raise PipelineError(
                "kg reads with onnxruntime, which is not installed: pip install onnxruntime"
            ) from error
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.inter_op_num_threads = 1
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
        options.log_severity_level = 3  # errors; the warnings are about processors and say nothing to a user
        # Segments have all lengths: memory planned for one does not fit the next.
        options.enable_mem_pattern = False
        try:
            session = onnxruntime.InferenceSession(self.model, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime raises a class of its own for each way a file can be broken
            raise PipelineError(f"{self.name} does not open: {error}. {CURE}") from error
        self._outputs = [output.name for output in session.get_outputs()]
        if {each.name for each in session.get_inputs()} != _INPUTS:
            raise PipelineError(f"{self.name} is not a network of kg: its inputs are others. {CURE}")
        self._session = session
        self._process = os.getpid()
