# Everything a person types. Python 3.11 or newer and make are all that must be there.
.DEFAULT_GOAL := help
.PHONY: help run test fast check fix lock translations bench pictures strips guards soak

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:
SHELL := /bin/bash

help: ## list what you can do
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-13s %s\n", $$1, $$2}'

run: $(VENV)/run.stamp ## check the packs and open the finder on http://localhost:8501
	$(BIN)/python -m matcher check data
	$(BIN)/streamlit run app.py

test: $(VENV)/test.stamp ## every test, those in a real browser included
	CHROMIUM="$$(tools/find_chromium.sh $(BIN)/python)" && export CHROMIUM && $(BIN)/pytest -m "not soak" $(PATIENT)

fast: $(VENV)/test.stamp ## the tests that need no browser
	$(BIN)/pytest -m "not browser and not soak"

soak: $(VENV)/test.stamp ## what takes long: laws with many more examples, every text in every language
	CHROMIUM="$$(tools/find_chromium.sh $(BIN)/python)" && export CHROMIUM && \
	  SOAK=20 $(BIN)/pytest -m "soak or hypothesis" $(PATIENT)

check: $(VENV)/test.stamp ## format, lint, types, import layers, packs; changes nothing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m matcher check data

fix: $(VENV)/test.stamp ## mend what a machine can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(VENV)/test.stamp ## pin the dependencies anew, with hashes
	$(BIN)/uv pip compile $(UVFLAGS) pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile $(UVFLAGS) pyproject.toml --group dev -c requirements/run.txt -o requirements/test.txt
	$(BIN)/uv pip compile $(UVFLAGS) pyproject.toml --group bench -c requirements/test.txt -o requirements/bench.txt

translations: $(VENV)/test.stamp ## collect new messages into data/translations
	$(BIN)/pybabel -q extract -F babel.cfg -k N_ -k _ --no-location --sort-output -o $(VENV)/messages.pot .
	for po in data/translations/*.po; do \
	  $(BIN)/pybabel -q update -N -i $(VENV)/messages.pot -o $$po -l $$(basename $$po .po) --omit-header -w 100; done

bench: $(VENV)/bench.stamp ## measure a click, a first visit and the ranking beside their peers; writes docs
	CHROMIUM="$$(tools/find_chromium.sh $(BIN)/python)" && export CHROMIUM && \
	  $(BIN)/python -m benchmarks.rerun
	$(BIN)/python -m benchmarks.ranking

pictures: $(VENV)/test.stamp ## all screens at all widths on contact sheets in build/pictures
	CHROMIUM="$$(tools/find_chromium.sh $(BIN)/python)" && export CHROMIUM && \
	  $(BIN)/python tools/make_pictures.py

strips: $(VENV)/test.stamp ## the film of the README, and whole journeys as strips in build/strips
	CHROMIUM="$$(tools/find_chromium.sh $(BIN)/python)" && export CHROMIUM && \
	  $(BIN)/python tools/make_strips.py

guards: $(VENV)/test.stamp ## after a change of looks that is meant: keep what is seen now in tests/pictures
	CHROMIUM="$$(tools/find_chromium.sh $(BIN)/python)" && export CHROMIUM && \
	  RENEW_PICTURES=1 $(BIN)/pytest tests/e2e/test_pictures.py

# A browser on a busy machine can miss its moment: a journey that ran out of time, and only that,
# is told and tried once more.
PATIENT := --reruns 1 --only-rerun "Timeout [0-9]+ms exceeded|(Locator|Page)( [A-Za-z]+)? expected"

UVFLAGS := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --no-header --no-annotate

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; set PYTHON=... to choose one." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements/run.txt | $(BIN)/python
	$(PIP) -r requirements/run.txt
	@touch $@

$(VENV)/test.stamp: requirements/test.txt requirements/run.txt | $(BIN)/python
	$(PIP) -r requirements/test.txt
	@touch $@ $(VENV)/run.stamp

$(VENV)/bench.stamp: requirements/bench.txt $(VENV)/test.stamp
	$(PIP) -r requirements/bench.txt
	@touch $@
