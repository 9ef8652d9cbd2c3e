"""The tests: one file per module of kg, and the goldens and floors that `python -m tests.regenerate` "
"writes."""
