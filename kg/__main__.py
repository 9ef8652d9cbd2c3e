"""``python -m kg``: the same as the command ``kg``."""

from .cli import main

if __name__ == "__main__":  # worker processes import this file too
    main()
