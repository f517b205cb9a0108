# Needs Python 3.11 or later, make and git; nothing else has to be done by hand.
# `make run` converts the samples, `make test` runs every test. See README.md.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
RESULTS := out/samples

.DEFAULT_GOAL := help
.PHONY: help run test lint types imports samples docs model bench clean

help:
	@echo "make run      convert the reports in samples/text into $(RESULTS)"
	@echo "make test     run all tests"
	@echo "make lint | types | imports   check style, types, import contract"
	@echo "make samples  build the sample reports anew"
	@echo "make docs     build docs/reference anew"
	@echo "make model    build the Swedish pipeline models/sv_spur and its scores anew, some minutes"
	@echo "make bench    measure start-up, one report, and PDF files against their limits"
	@echo "make clean    remove the environment and all results"

# The stamps stand for an environment that has what pyproject.toml asks for.
$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.python pyproject.toml
	$(PIP) install --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.python pyproject.toml
	$(PIP) install --editable '.[dev]'
	@touch $@ $(VENV)/.run

run: $(VENV)/.run
	$(BIN)/spur-extract convert samples/text --output $(RESULTS)

test: $(VENV)/.dev
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

lint: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.dev
	$(BIN)/mypy

imports: $(VENV)/.dev
	$(BIN)/lint-imports

samples: $(VENV)/.dev
	$(BIN)/python -m samples

docs: $(VENV)/.dev
	$(BIN)/python -m docs.build_reference

model: $(VENV)/.dev
	$(BIN)/python -m models.build

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks.text
	$(BIN)/python -m benchmarks.pdf
	$(BIN)/python -m benchmarks.model

clean:
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
