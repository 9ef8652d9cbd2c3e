"""Make a trained network lose less by rounding: flatten the channels whose activations stand out.

A few channels of the encoder's activations are many times larger than the rest, and one scale for all
leaves little
precision for the others. Each such channel of a layer's input is divided by a factor and the weights that
read it are multiplied
by it: the same function, with flatter inputs. The idea is that of SmoothQuant (Xiao et al. 2023); the
factor is the root of how
far a channel stands above the median one, so that weights, which are rounded column by column, hardly change.
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from batches import Unit, collate
from network import Layer, Network
from torch import Tensor, nn

#: The layers whose inputs are balanced.
BALANCED = ("attend", "inner", "outer")


class Divided(nn.Module):
    """A linear layer whose input is divided by a factor for each channel."""

    def __init__(self, linear: nn.Linear, factors: Tensor) -> None:
        super().__init__()
        self.linear = linear
        self.shares = nn.Parameter(1 / factors)
        with torch.no_grad():
            linear.weight.mul_(factors)

    def forward(self, x: Tensor) -> Tensor:
        """`x` [..., channels] -> [..., outputs]."""
        return self.linear(x * self.shares)


@torch.no_grad()
def balance(network: Network, units: Iterable[list[Unit]]) -> None:
    """Balance the layers of a network, in place, by the activations that batches of units cause."""
    layers = [layer for layer in network.encoder.layers if isinstance(layer, Layer)]
    largest = _largest_inputs(network, layers, units)
    for layer in layers:
        for name in BALANCED:
            linear = getattr(layer, name)
            setattr(layer, name, Divided(linear, _factors(largest[linear])))


def _factors(largest: Tensor) -> Tensor:
    """One factor for each channel: 1 for those up to the median."""
    return torch.sqrt((largest / largest.median()).clamp(min=1.0))


def _largest_inputs(
    network: Network, layers: list[Layer], units: Iterable[list[Unit]]
) -> dict[nn.Module, Tensor]:
    """The largest input of each channel of every linear layer of the encoder."""
    largest: dict[nn.Module, Tensor] = {}

    def note(module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        found = inputs[0].abs().flatten(0, -2).amax(dim=0)
        largest[module] = torch.maximum(largest[module], found) if module in largest else found

    linears = [getattr(layer, name) for layer in layers for name in BALANCED]
    hooks = [linear.register_forward_pre_hook(note) for linear in linears]
    for chosen in units:
        batch = collate(chosen)
        network.encoder(
            torch.from_numpy(batch.ids), torch.from_numpy(batch.shapes), torch.from_numpy(batch.mask)
        )
    for hook in hooks:
        hook.remove()
    return largest
