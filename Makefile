# make demo   see what the sample article states
# make test   everything that must hold before a change goes in
# make test-full   and what takes long: kills in the middle of an archive, lost nodes, wheels, memory
# Both set up .venv by themselves, once, and again when a dependency changes.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.stamp
DEV_STAMP := .venv/.stamp-dev
S3_STAMP := .venv-s3/.stamp
# How many processes run the tests: each loads the model, half a gigabyte.
JOBS ?= 2
SAMPLE := fixtures/aceh-keterbukaan-informasi.txt

.PHONY: demo test test-full slow pins lint types borders unit accuracy docs bench scale baseline schema figures weights lessons crossval rules transcripts notebooks screenshots clean

demo: $(STAMP)
	$(BIN)/fakta extract $(SAMPLE)
	$(BIN)/fakta check --quiet $(SAMPLE)

test: lint types borders docs unit accuracy

test-full: test slow

lint: $(DEV_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(DEV_STAMP)
	$(BIN)/mypy

borders: $(DEV_STAMP)
	$(BIN)/lint-imports

unit: $(DEV_STAMP) $(S3_STAMP)
	$(BIN)/python -m pytest -m "not slow" -n $(JOBS) --dist worksteal

slow: $(DEV_STAMP)
	$(BIN)/python -m pytest -m slow

# Whether all that is pinned can be had for later Pythons: nothing is installed, three minutes.
pins: $(DEV_STAMP)
	for version in 3.12 3.13 3.14; do \
	  $(BIN)/python -m pip install --quiet --dry-run --ignore-installed --no-deps \
	    --only-binary=:all: --python-version $$version --target build/none -r constraints.txt \
	  && echo "$$version: all pins can be had" || exit 1; \
	done

# The documentation as a site, in build/site; a warning fails.
docs: $(DEV_STAMP)
	$(BIN)/zensical build --clean --strict

accuracy: $(DEV_STAMP)
	$(BIN)/fakta check fixtures --baseline fixtures/baseline.json

# How fast, beside stock Stanza: four minutes. TEXTS names folders of more text to measure on.
# With BASE, a commit: how fast beside that build instead; TEXTS may name archives (.jsonl.gz) too.
bench: $(DEV_STAMP)
	$(BIN)/python -m $(if $(BASE),benchmarks.earlier $(BASE),benchmarks.speed) $(TEXTS)

# A large archive made of a small one, killed half-way, gone on with, asked: ARCHIVE=news.jsonl.gz,
# ARTICLES=200000 takes half an hour to some hours of two processors, and 1.5 GB in FOLDER, or for a while.
scale: $(DEV_STAMP)
	$(BIN)/python -m benchmarks.scale $(ARCHIVE) $(ARTICLES) $(if $(FOLDER),--folder $(FOLDER))

# After a change that makes facts better, or a new article: raise the floors.
baseline: $(DEV_STAMP)
	$(BIN)/fakta check fixtures --quiet --baseline fixtures/baseline.json --update-baseline

# After a change of the records: write their JSON Schema anew.
schema: $(DEV_STAMP)
	$(BIN)/fakta schema > docs/article.schema.json

# After a change that makes facts better: the accuracy that the documentation tells.
figures: $(DEV_STAMP)
	$(BIN)/python -m benchmarks.figures

# After a change of candidates, features or sample articles: learn the weights of the links anew.
# ARTICLES names folders of articles with known facts to learn from instead of the fixtures.
weights: $(DEV_STAMP)
	$(BIN)/python -m models.train_links $(ARTICLES)

# What the articles of the general archive teach, read anew from it: ARCHIVE=news.jsonl.gz
lessons: $(DEV_STAMP)
	$(BIN)/python -m models.archive_lessons $(ARCHIVE)

# How good weights so learned are on articles that they never saw: ten folds, a few minutes.
crossval: $(DEV_STAMP)
	$(BIN)/python -m models.crossval_links $(ARTICLES)

# Which constructions and features decide anything: the tables of docs/rules.md. Without SHARED, a
# folder with dev/, real/ and corpus/news.jsonl.gz, only the fixtures are counted anew.
rules: $(DEV_STAMP)
	$(BIN)/python -m benchmarks.rules $(if $(SHARED),--shared $(SHARED))

# After a change of what they show: what the commands of the docs and the README print, the outputs
# of the notebooks, and the pictures.
transcripts: $(DEV_STAMP)
	$(BIN)/python -m tests.transcripts

notebooks: $(DEV_STAMP)
	$(BIN)/python -m tests.notebooks

screenshots: $(DEV_STAMP)
	$(BIN)/python -m tests.screenshots

clean:
	rm -rf .venv .venv-s3 build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	$(PYTHON) -m venv .venv

# The S3 server of the tests, moto, which wants other versions than ours of what both stand on.
$(S3_STAMP): tests/archive/s3-constraints.txt
	$(PYTHON) -m venv .venv-s3
	.venv-s3/bin/python -m pip install --quiet -c $< "moto[s3]" flask flask-cors
	touch $@

$(STAMP): pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet -c constraints.txt -e .
	touch $@

$(DEV_STAMP): pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet -c constraints.txt -e ".[dev]"
	touch $(STAMP) $@
