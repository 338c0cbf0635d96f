# `make run` and `make test` are all a newcomer needs. Python >= 3.11 and make.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
HOME_DIR ?= .home
export PYTHONPATH := src
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help run test lint bench lock messages format wheel pictures clean

help: ## say what can be made
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*##/\t/' | expand -t 12

run: $(VENV)/.run src/mwalimu/locale/.compiled ## the demo on http://127.0.0.1:8000
	$(BIN)/mwalimu --home $(HOME_DIR) demo

test: $(VENV)/.dev src/mwalimu/locale/.compiled ## every test, on SQLite and on PostgreSQL
	$(BIN)/python -m tests

lint: $(VENV)/.dev ## style, types, import contracts
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.dev src/mwalimu/locale/.compiled ## measure; SCALE=10 for ten times the data
	$(BIN)/python -m benchmarks $(OPTIONS)

format: $(VENV)/.dev ## lay out the code
	$(BIN)/ruff check --fix src tests benchmarks
	$(BIN)/ruff format src tests benchmarks

messages: $(VENV)/.dev ## collect the texts to translate (needs GNU gettext)
	cd src/mwalimu && ../../$(BIN)/django-admin makemessages --all --no-location --no-obsolete --add-location=never

lock: $(VENV)/.dev ## pin every dependency with its hashes
	$(BIN)/uv pip compile pyproject.toml $(LOCK) -o requirements.txt
	$(BIN)/uv pip compile pyproject.toml --group dev $(LOCK) -o requirements-dev.txt

LOCK := --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --quiet --upgrade

$(VENV)/.run: requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; set PYTHON=...")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing what Mwalimu needs into $(VENV); this takes a minute or two, once."
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps -e .
	touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	touch $@

src/mwalimu/locale/.compiled: $(wildcard src/mwalimu/locale/*/LC_MESSAGES/*.po) | $(VENV)/.run
	$(BIN)/pybabel --quiet compile --domain django --directory src/mwalimu/locale
	touch $@

wheel: $(VENV)/.run src/mwalimu/locale/.compiled ## dist/mwalimu-VERSION.whl, with translations compiled
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

pictures: $(VENV)/.dev ## the screenshots of the README, from a demo that is running
	$(BIN)/python -m tests.pictures $(or $(DEMO),http://127.0.0.1:8000)

clean: ## remove what was built; the demo's data stay
	rm -rf $(VENV) build dist src/*.egg-info .mypy_cache .ruff_cache
