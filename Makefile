# `make demo` shows what kg does; `make test` proves it. Both set up .venv on their own.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test check goldens bench clean

demo: $(VENV)/.installed
	@mkdir -p out
	@echo "== kg build data/articles -o out/news.ttl"
	@$(BIN)/kg build data/articles -o out/news.ttl
	@for question in who_demanded_what who_rejected_what what_is_denied; do \
		echo; echo "== kg query out/news.ttl $$question"; \
		$(BIN)/kg query out/news.ttl $$question || exit 1; done
	@echo
	@$(BIN)/kg view out/news.ttl -o out/news.html > /dev/null
	@echo "graph: $(CURDIR)/out/news.ttl"
	@echo "page:  $(CURDIR)/out/news.html  (open it in a browser; it needs no network)"

test: $(VENV)/.installed-dev
	$(BIN)/ruff format --check kg tests benchmarks data/pipeline/scripts
	$(BIN)/ruff check kg tests benchmarks data/pipeline/scripts
	$(BIN)/mypy
	$(BIN)/python -m pytest

# The same without tests that take long: for between two edits.
check: $(VENV)/.installed-dev
	$(BIN)/ruff format kg tests benchmarks data/pipeline/scripts
	$(BIN)/ruff check --fix kg tests benchmarks data/pipeline/scripts
	$(BIN)/mypy
	$(BIN)/python -m pytest -x -m "not browser and not slow"

# Write the expected graphs and frozen parses anew; read the difference before you commit it.
goldens: $(VENV)/.installed-dev
	$(BIN)/python -m tests.regenerate

bench: $(VENV)/.installed-dev
	$(BIN)/python benchmarks/speed.py

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) install -c constraints.txt -e ".[dev]"
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) out dist build
