"""Stamping: the finished pages set into the built frame, as files of the site."""

from collections.abc import Iterator
from pathlib import Path

from press.leaves import File, Leaf, Site
from press.stamp import hosting, search, sitemap
from press.stamp.assets import BOOT, Assets, bundles, is_worker, policy
from press.stamp.frame import BASE, TOKENS, Frame, edit_links, here, sections
from press.stamp.slots import Handwritten

__all__ = [
    "BASE",
    "BOOT",
    "TOKENS",
    "Assets",
    "Frame",
    "Handwritten",
    "bundles",
    "edit_links",
    "here",
    "is_worker",
    "policy",
    "sections",
    "stamp",
    "written",
]


def written(leaves: tuple[Leaf, ...], files: tuple[File, ...]) -> tuple[str, ...]:
    """The files below the site's folder that stamping writes, sorted."""
    own = {*hosting.FILES, *sitemap.FILES}
    return tuple(sorted(own | {leaf.file for leaf in leaves} | {file.path for file in files}))


def stamp(
    leaves: tuple[Leaf, ...],
    files: tuple[File, ...],
    shell: str,
    site_dir: Path,
    *,
    assets: Assets = Assets(),  # noqa: B008 (frozen)
    site: Site,
    pages: tuple[str, ...],
    nav: tuple[str, ...],
) -> None:
    """Writes every leaf, the other files, and what crawlers, hosts and the search read into the built site.

    `shell` is the theme's frame with its tokens, `pages` the paths of the hand-written pages, `nav` the paths of
    the navigation's entries. Needs the search index that the theme's plugin wrote, where search is on.
    """
    frame = Frame(shell, site, sections(nav, leaves), assets.pages)
    for leaf in leaves:
        _write(site_dir / leaf.file, frame.page(leaf).encode())
    for file in files:
        _write(site_dir / file.path, file.data)
    for name, data in sitemap.files(leaves, pages, site).items():
        _write(site_dir / name, data)
    index = site_dir / search.FILE
    if index.exists():
        _write(index, search.index(index.read_text(encoding="utf-8"), leaves).encode())
    unlisted = [leaf.path for leaf in leaves if leaf.unlisted]
    for name, data in hosting.files(_shown(site_dir), unlisted).items():
        _write(site_dir / name, data)


def _shown(site_dir: Path) -> Iterator[str]:
    """What lies at the top of the site, folders with a slash at their end, and each asset."""
    for entry in site_dir.iterdir():
        if entry.is_dir():
            yield f"{entry.name}/"
        elif entry.name not in hosting.FILES:
            yield entry.name
    yield from (file.relative_to(site_dir).as_posix() for file in (site_dir / "assets").rglob("*") if file.is_file())


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
