"""``python -m kg``: the same as the command ``kg``."""

from .cli import main

main()
