# Every command of the project; `make help` lists them. Each sets up what it needs, and needs nothing
# but Python 3.11 or newer with venv, and make. Plain POSIX shell; works with GNU make 3.81 and later.

ADDR ?= 127.0.0.1
PORT ?= 8000
CHECK_ARGS ?=
TEST_ARGS ?=
STEPS ?=
LOCK_ARGS ?=
RELEASE_ARGS ?=
OFFLINE ?= build/claim-by-claim-offline.zip
LINKS_ARGS ?=
SUMMARY ?= /dev/null
TEXT ?=
REV ?=
DIFF_ARGS ?=
export TEXT REV

# MkDocs and Material print advertisements for other projects' plans without it.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site downloads offline serve check diff fingerprint schema release links links-branch test pictures audit bench lock clean site-environment test-environment

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-12s  %s\n", $$1, $$2}' Makefile

site: site-environment ## Build the site into site/; when the build fails, the previous site stays
	@mkdir -p build && .venv/bin/python -c '$(alone)' build/site.lock sh -c "$$build_site"

downloads: site-environment test-environment ## Build the site with PDFs for lessons and a ZIP for use without internet
	@CHROMIUM="$$(.venv-test/bin/python tests/browser.py)" && export CHROMIUM || exit 1; export DOWNLOADS=1; \
	mkdir -p build && .venv/bin/python -c '$(alone)' build/site.lock sh -c "$$build_site"

offline: site-environment ## Pack the built site for a computer without internet (OFFLINE=where-to.zip)
	@PYTHONPATH=scripts .venv/bin/python -m press offline site "$(OFFLINE)"

serve: site-environment ## Preview at http://127.0.0.1:8000/, refreshed on every save (PORT=, ADDR=)
	@.venv/bin/python -m mkdocs serve --dev-addr $(ADDR):$(PORT)

check: site-environment ## Check the records in seconds, without building (CHECK_ARGS='--format github')
	@PYTHONPATH=scripts .venv/bin/python -m press check $(CHECK_ARGS)

diff: site-environment ## Say what a change does, in a reader's words (REV=main~3, DIFF_ARGS='--format markdown')
	@PYTHONPATH=scripts .venv/bin/python -m press diff $(DIFF_ARGS) $${REV:+"$$REV"}

fingerprint: site-environment ## Prove new quotations against the article's text (TEXT=the-article.txt)
	@test -n "$$TEXT" || { echo "make: name the article's text: make fingerprint TEXT=the-article.txt" >&2; exit 2; }
	@PYTHONPATH=scripts .venv/bin/python -m press fingerprint --text "$$TEXT"

schema: site-environment ## Draw the editors' schemas in data/schema/ from the models anew
	@PYTHONPATH=scripts .venv/bin/python -m press schema

release: site-environment ## Keep what is published in data/ledger.yml (RELEASE_ARGS='--check', '--on 2026-11-28')
	@PYTHONPATH=scripts .venv/bin/python -m press release $(RELEASE_ARGS)

links: site-environment ## Ask every source's address once, politely, and write data/link-states.yml
	@PYTHONPATH=scripts .venv/bin/python -m press links $(LINKS_ARGS)

links-branch: ## Push data/link-states.yml as the branch 'link-states', for a person to propose (SUMMARY=file.md)
	@git add data/link-states.yml && if git diff --cached --quiet -- data/link-states.yml; then \
	  echo 'Nothing to propose: the link states are as they were.' | tee -a "$(SUMMARY)"; exit 0; fi; \
	git switch --quiet --force-create link-states && \
	git -c user.name='Link states' -c user.email='link-states@localhost' commit --quiet \
	  -m 'Record what the links of sources answered' -- data/link-states.yml && \
	git push --quiet --force origin link-states && \
	echo "The branch 'link-states' is pushed; propose it$${GITHUB_SERVER_URL:+: $$GITHUB_SERVER_URL/$$GITHUB_REPOSITORY/compare/link-states?expand=1}" \
	  | tee -a "$(SUMMARY)"

test: test-environment ## Lint and run all tests, in a real Chromium (TEST_ARGS='tests/test_load.py')
	@CHROMIUM="$$(.venv-test/bin/python tests/browser.py)" && export CHROMIUM || exit 1; \
	status=0; .venv-test/bin/python -m ruff check --quiet . || status=1; \
	.venv-test/bin/python -m pytest $(if $(TEST_ARGS),$(TEST_ARGS),-n logical --dist loadfile --no-loadscope-reorder) || status=1; exit $$status

pictures: test-environment ## Take pictures of every kind of page into build/pictures/, and the README's own
	@CHROMIUM="$$(.venv-test/bin/python tests/browser.py)" && export CHROMIUM || exit 1; \
	PYTHONPATH=scripts:tests .venv-test/bin/python tests/pictures.py

audit: test-environment ## Everything that needs more than Python and Chromium: Node, Java, nginx, Firefox, LibreOffice (STEPS='markup')
	@CHROMIUM="$$(.venv-test/bin/python tests/browser.py)" && export CHROMIUM || exit 1; \
	PYTHONPATH=scripts:tests .venv-test/bin/python -m audit $(STEPS)

bench: test-environment ## Measure how long the commands take, and pages with 10,000 claims in a real Chromium
	@CHROMIUM="$$(.venv-test/bin/python tests/browser.py)" && export CHROMIUM && \
	.venv-test/bin/python bench/commands.py && .venv-test/bin/python bench/explore.py

lock: ## Draw both locks from pyproject.toml anew (LOCK_ARGS=--upgrade takes newer releases)
	@$(find_python); "$$python" -m venv .venv-lock && \
	.venv-lock/bin/python -m pip install --quiet --quiet --disable-pip-version-check uv==0.13.9 && \
	$(uv_compile) -o requirements.txt && \
	$(uv_compile) --group test -c requirements.txt -o requirements-test.txt

clean: ## Remove the site, the environments and all caches
	rm -rf site build .venv .venv-test .venv-lock .pytest_cache .ruff_cache .import_linter_cache .hypothesis \
	  tests/audit/node_modules
	find scripts tests -name __pycache__ -prune -exec rm -rf {} +

# --- what the commands above are made of

site-environment:
	@$(call environment,.venv,requirements.txt)

test-environment:
	@$(call environment,.venv-test,requirements-test.txt)

# Builds aside and switches on success. A build that was killed between the two renames left the previous site in
# build/old, so the next one puts it back first.
define build_site
set -eu
if test ! -e site && test -e build/old; then mv build/old site; fi
rm -rf build/new build/old
{
  .venv/bin/python -m mkdocs build --strict --site-dir build/new &&
  { test -z "$${DOWNLOADS:-}" || {
    PYTHONPATH=scripts:tests .venv-test/bin/python tests/downloads.py build/new &&
    PYTHONPATH=scripts .venv/bin/python -m press offline build/new build/new/downloads/claim-by-claim-offline.zip; }; }
} || {
  rm -rf build/new
  echo 'make: nothing was built; the previous site, if there was one, is as it was' >&2
  exit 1
}
if test -e site || test -L site; then mv site build/old; fi
mv build/new site
rm -rf build/old
endef
export build_site

# Brings folder $(1) in line with lock $(2). The copy of the lock inside it is written last: without it, or when it
# differs from the lock, or when the Python behind the folder has gone, the environment is made from the start.
environment = $(is_current) || { $(find_python); mkdir -p build; \
  exec "$$python" -c '$(alone)' build/environment.lock sh -c "$$make_environment" "$$python" $(1) $(2); }
is_current = { cmp -s $(2) $(1)/made && $(1)/bin/python -c '' 2>/dev/null; }

define make_environment
set -eu
if cmp -s "$$2" "$$1/made" && "$$1/bin/python" -c '' 2>/dev/null; then exit 0; fi
echo "Setting up $$1 (once)" >&2
rm -rf "$$1"
"$$0" -m venv "$$1"
"$$1/bin/python" -m pip install --quiet --quiet --disable-pip-version-check --no-input --require-hashes -r "$$2" || {
  rm -rf "$$1"
  echo "make: could not install what $$2 lists (see above); nothing half-made was left, so try again" >&2
  exit 1
}
cp "$$2" "$$1/made"
endef
export make_environment

# Runs a command while it alone holds a lock; the system lets go of the lock however the command ends.
alone = import fcntl, os, sys; \
  lock = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT); os.set_inheritable(lock, True); \
  fcntl.flock(lock, fcntl.LOCK_EX); os.execvp(sys.argv[2], sys.argv[2:])

# Sets the shell's $$python, or ends with one line that says what to install. A build machine, which nobody can tell
# anything, installs Debian's package itself.
find_python = seen=''; python=''; \
  for name in $(if $(PYTHON),"$(PYTHON)",python3 python3.14 python3.13 python3.12 python3.11); do \
    version="$$("$$name" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null)" || \
      { $(if $(PYTHON),seen="; $$name does not run";) continue; }; \
    if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then python="$$name"; break; fi; \
    seen="$$seen; $$name is $$version"; \
  done; \
  if test -z "$$python"; then \
    echo "make: Python 3.11 or newer is needed$$seen; install one, or name it with PYTHON=/path/to/python3" >&2; exit 1; \
  fi; \
  if ! $(has_venv) && test -n "$${CI:-}" && test "$$(id -u)" = 0 && command -v apt-get >/dev/null; then \
    { apt-get -qq update && apt-get -qq install -y --no-install-recommends python3-venv; } >&2 </dev/null; \
  fi; \
  if ! $(has_venv); then \
    echo "make: $$python cannot make virtual environments; on Debian or Ubuntu: apt install python3-venv" >&2; exit 1; \
  fi
has_venv = "$$python" -c 'import ensurepip, venv' 2>/dev/null

# No setting of the user's own (an index, a folder of files) may reach a lock.
uv_compile = env -u UV_INDEX -u UV_INDEX_URL -u UV_DEFAULT_INDEX -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS \
  .venv-lock/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' $(LOCK_ARGS) pyproject.toml
