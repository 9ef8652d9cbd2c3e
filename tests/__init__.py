"""The tests: one file per module of kg, with the goldens and floors that ``tests.regenerate`` writes."""
