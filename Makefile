# Only Python 3.11 or newer, make and the package registries are needed. See README.md.
.DEFAULT_GOAL := help
.PHONY: help setup demo test test-long bench faults reset messages format lock docs baseline

PORT ?= 8000
PYTHON ?= $(shell for name in python3 python3.11 python3.12 python3.13 python3.14 python; do \
	if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo $$name; break; fi; done)
SETUP = @if [ -z "$(PYTHON)" ]; then \
	echo "Python 3.11 or newer is needed and was not found: install it, or name it with make PYTHON=..." >&2; exit 1; fi; \
	$(PYTHON) tools/setup.py

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 20

setup: ## install packages and build assets, nothing more
	$(SETUP) run

demo: ## start the demo on http://localhost:8000 (PORT=8001 for another)
	$(SETUP) run
	@.venv/bin/yhdyspinta demo --port $(PORT)

test: ## the whole check
	$(SETUP) test
	@.venv/bin/python tools/check.py

test-long: ## the whole check with every page, language and width, and long random tests
	$(SETUP) test
	@.venv/bin/python tools/check.py --long

bench: ## list the benchmarks, or run one (NAME=...) beside its peers; SAVE=1 writes docs/benchmarks.md
	$(SETUP) test
	@.venv/bin/python tools/bench.py $(if $(SAVE),--save) $(NAME)

faults: ## kill processes of a running installation while comments are sent, and count what was lost
	$(SETUP) test
	@.venv/bin/python -m bench.faults

reset: ## empty the demo
	$(SETUP) run
	@.venv/bin/yhdyspinta reset --yes

messages: ## collect texts into the catalogues (APP=comments for one)
	$(SETUP) test
	@.venv/bin/python tools/messages.py collect $(APP)
	@.venv/bin/python tools/messages.py compile

format: ## format code and templates
	$(SETUP) test
	@.venv/bin/ruff format
	@.venv/bin/ruff check --fix
	@.venv/bin/djlint src --reformat --quiet

lock: ## write requirements/*.txt from pyproject.toml
	$(SETUP) test
	@.venv/bin/python tools/lock.py

baseline: ## write the tables that a new database begins with, after new migrations
	$(SETUP) test
	@.venv/bin/python tools/baseline.py

docs: ## write docs/permissions.md, docs/security.md and the tables and pictures of docs/algorithms
	$(SETUP) test
	@.venv/bin/python -m tests.contract.print_permissions
	@.venv/bin/python -m tests.repository.threats
	@.venv/bin/python tools/algorithm_pages.py
