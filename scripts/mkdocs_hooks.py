"""Where press meets MkDocs, through public events only.

The edition is built in `on_config`, before MkDocs cleans the old site; the theme's frame is taken as it is rendered;
every page of the records is stamped into it when MkDocs is done.
"""

import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File as Copied
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page

try:
    from press import edition, stamp
    from press.leaves import File, Leaf, Site
    from press.problems import Problem, Unfit
    from press.showing import excerpt, told
except ImportError as missing:
    raise ConfigurationError(f"{missing}; build with `make site`, which sets up what the site needs") from None

SHELL = "shell.html"
log = logging.getLogger("mkdocs.hooks.press")


@dataclass
class _Preview:
    """What has to outlive one build: under `serve` the last good edition stays in use while there are faults."""

    serving: bool = False
    good: edition.Edition | None = None
    site: Site = field(default_factory=Site)
    assets: stamp.Assets = field(default_factory=stamp.Assets)
    problems: list[Problem] = field(default_factory=list)
    said: str = ""
    shell: str = ""
    pages: tuple[str, ...] = ()
    nav: tuple[str, ...] = ()

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        return self.good.leaves if self.good else ()

    @property
    def files(self) -> tuple[File, ...]:
        return self.good.files if self.good else ()


_now = _Preview()


def on_startup(*, command: str, dirty: bool) -> None:
    _now.serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Build the edition; under `build` a fault ends the run here, with the old site untouched."""
    try:
        given = (config.extra.get(name) for name in ("repository", "contact", "downloads"))
        _now.site = Site.configured(config.site_url, *given)
    except ValueError as fault:
        raise ConfigurationError(str(fault)) from None
    try:
        _now.good = edition.build(_root(config), drafts=_now.serving, site=_now.site)
        _now.problems = []
    except Unfit as unfit:
        _now.problems = list(unfit.problems)
        _end_unless_serving(config)


def on_files(files: Files, config: MkDocsConfig) -> None:
    """A hand-written file where press writes one is a fault: MkDocs would let the later one win in silence."""
    ours = set(stamp.written(_now.leaves, _now.files))
    ours |= {parent.as_posix() for each in ours for parent in Path(each).parents}  # a file where a folder has to be
    for file in files:
        if file.dest_uri in ours and file.src_dir == config.docs_dir:
            message = f"press writes '{file.dest_uri}' itself; rename this file, or remove it"
            _now.problems.append(Problem(_source(config, Path(file.abs_src_path or "")), 1, 1, message))
    _now.assets = _bundled(files, config)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """The stamped pages of the navigation follow Home; as links, for MkDocs knows no such files."""
    stamped = _now.good.nav if _now.good else ()
    nav.items[1:1] = [Link(label, path) for label, path in stamped]
    _now.nav = tuple(item.url for item in nav.items if item.url is not None)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    source = _source(config, Path(page.file.abs_src_path or ""))
    written = stamp.Handwritten(source, page.file.content_string, page.url.removeprefix("./"), _now.good)
    filled = written.fill(html)
    _now.problems += written.problems
    return filled


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """All pages are read: faults of hand-written pages end a build before any page is written."""
    _now.pages = tuple(file.page.url.removeprefix("./") for file in files.documentation_pages() if file.page)
    _end_unless_serving(config)
    found = _told(_now.problems, config)
    if found and found != _now.said:
        kept = "The preview keeps the last good pages" if _now.good else "The preview has no pages of the records"
        log.error("%s until this is mended:\n%s", kept, found)
    _now.said = found


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    source = _source(config, Path(page.file.abs_src_path or ""))
    context.update(_frame_context(config), edit=stamp.edit_links(_now.site, source, page.url.removeprefix("./")))


def on_template_context(context: Any, template_name: str, config: MkDocsConfig) -> None:
    context.update(_frame_context(config))
    if template_name == SHELL:
        context.update(base_url=stamp.BASE, leaf=stamp.TOKENS, here=stamp.here, edit=stamp.TOKENS["edit"])


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """The frame is taken in here and leaves no file of its own: MkDocs writes nothing for an empty page.

    Its sitemap is dropped too: it would know nothing of the printed pages, and would date all pages by the clock.
    """
    if template_name == SHELL:
        _now.shell = output
    return "" if template_name in (SHELL, "sitemap.xml") else output


@event_priority(-100)  # after the search plugin, which writes its index in the same event
def on_post_build(config: MkDocsConfig) -> None:
    where = Path(config.site_dir)
    stamp.stamp(
        *(_now.leaves, _now.files, _now.shell, where),
        assets=_now.assets,
        site=_now.site,
        pages=_now.pages,
        nav=_now.nav,
    )


def _end_unless_serving(config: MkDocsConfig) -> None:
    # A raise under `serve` would end it at the start and hang every page later: there, faults are shown instead.
    if _now.problems and not _now.serving:
        number = len(set(_now.problems))
        count = "1 fault" if number == 1 else f"{number} faults"
        raise PluginError(f"{count} to mend:\n{_told(_now.problems, config)}")


def _told(problems: list[Problem], config: MkDocsConfig) -> str:
    return "\n".join(told(each, _root(config), site=_now.site.url.rstrip("/")) for each in sorted(set(problems)))


def _frame_context(config: MkDocsConfig) -> dict[str, Any]:
    return {
        "faults": [(each, excerpt(each, _root(config))) for each in sorted(set(_now.problems))],
        "stamped": {leaf.path for leaf in _now.leaves} | {file.path for file in _now.files},
        "contact_url": _now.site.contact_url,
        "assets": _now.assets,
        "boot": stamp.BOOT,
        # The preview reloads pages by a script of MkDocs' own inside each of them, which the policy would stop.
        "policy": "" if _now.serving else stamp.policy(),
    }


def _bundled(files: Files, config: MkDocsConfig) -> stamp.Assets:
    """Put the site's bundles in place of the files that they are made of, and drop what of the theme no page loads."""
    for file in list(files):
        if file.src_uri.startswith("assets/") and file.src_dir != config.docs_dir and not stamp.is_worker(file.src_uri):
            files.remove(file)
    worker = next((file.src_uri for file in files if stamp.is_worker(file.src_uri)), "")
    own = {file.src_uri for file in files if file.src_uri.startswith(("assets/css/", "assets/js/"))}
    everywhere = [str(each) for each in (*config.extra_css, *config.extra_javascript)]
    bundles, assets = stamp.bundles(sorted(own), everywhere, lambda path: _taken(files, path), worker)
    for made in bundles:
        files.append(Copied.generated(config, made.path, content=made.text))
    return assets


def _taken(files: Files, path: str) -> str:
    """The text of a file, which is then not copied into the site as it is."""
    file = files.get_file_from_path(path)
    if file is None:
        raise ConfigurationError(f"mkdocs.yml names '{path}', which is not in docs/; mend the name, or remove it")
    files.remove(file)
    return file.content_string


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _source(config: MkDocsConfig, file: Path) -> str:
    root = _root(config)
    return file.resolve().relative_to(root).as_posix() if file.resolve().is_relative_to(root) else file.name
