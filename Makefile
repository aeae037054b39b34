# minzheng: `make help` lists the targets. Only Python 3.11+ with venv, and make, need to be there.
PYTHON ?= python3
DATA   ?= data/raw
OUT    ?= outputs
JOBS   ?= 2
BIN    := .venv/bin
READY  := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help setup report test lab bench lock clean

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: $(READY)  ## build .venv from the hash lock (done once, redone when the lock changes)

# The stamp is written last, so that a broken set-up is started anew and never taken for a finished one.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "minzheng needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 …"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

report: $(READY)  ## bulletins in DATA -> dataset, reports, slides and index.html in OUT
	$(BIN)/minzheng report --data '$(DATA)' --out '$(OUT)' --jobs $(JOBS)

test: $(READY)  ## run every test (tests for Chromium and LibreOffice skip by name where they are missing)
	$(BIN)/python -m pytest -n $(JOBS)

lab: $(READY)  ## open the workbook in JupyterLab
	$(BIN)/jupyter lab notebooks/50_explore.ipynb

bench: $(READY)  ## print the speed of each floor
	$(BIN)/python -m pytest -q -s tests/bench

lock:  ## renew requirements.lock from pyproject.toml (needs uv)
	(echo '# Made by: make lock. Hashes only, no addresses: any mirror of the package index serves it.'; \
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
	   --no-header --extra test --extra build pyproject.toml) > requirements.lock.new
	mv requirements.lock.new requirements.lock

clean:  ## remove what make built: .venv, caches and everything in outputs but its README
	rm -rf .venv .pytest_cache .ruff_cache .hypothesis build lib/*.egg-info
	find lib tests -name __pycache__ -type d -prune -exec rm -rf {} +
	find outputs -mindepth 1 ! -name README.md -delete
