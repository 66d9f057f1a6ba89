"""The page of a voice: who it is, its interest in the matter, and where it speaks. It holds no score."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.graph.backlinks import Backlinks, backlinks
from press.graph.publication import Stake
from press.leaves import Page, SearchEntry, Site
from press.pages.part.citations import Citation, citation
from press.pages.part.linked import breadcrumbs
from press.pages.part.links import Link, as_data
from press.pages.part.phrases import capital, newest, shortened
from press.pages.part.roots import Root, roots
from press.pages.part.rows import WORDS, Row, assertion, rows_of
from press.prose import plain
from press.records import Claim, Comparison, Origin, Record, Source, Voice


@dataclass(frozen=True, slots=True)
class VoiceView:
    """Everything that the page of a voice shows; `about` is Markdown.

    `speaks` are the claims whose words are the voice's own, `passes_on` those in which it gives somebody else's.
    `compared` are the comparison texts in which it speaks.
    """

    name: str
    role: str
    about: str
    same_as: tuple[str, ...]
    stake: Stake
    shown_by: tuple[Citation, ...]
    speaks: tuple[Row, ...]
    words: Mapping[str, str]
    passes_on: tuple[Link, ...]
    compared: tuple[Link, ...]
    published: tuple[Citation, ...]
    roots: tuple[Root, ...]


def pages(publication: Publication, site: Site = Site()) -> Iterator[Page]:  # noqa: B008 (frozen)
    """One page for each voice."""
    links = backlinks(publication)
    for voice in publication.voices.values():
        yield _page(publication, links, voice, site)


def _page(publication: Publication, links: Backlinks, voice: Voice, site: Site) -> Page:
    users = links.of(voice)
    claims = [each for each in users if isinstance(each, Claim)]
    return Page(
        path=addresses.of(voice),
        template="page/voice.html.jinja",
        view=_view(publication, voice, users, claims),
        title=f"{capital(voice.name)}: who speaks, and with what interest",
        description=shortened(f"{capital(voice.name)}: {voice.role}. {plain(voice.about)}"),
        source=publication.source_file(voice),
        on=newest(claim.as_of for claim in claims),
        search=SearchEntry(voice.name, voice.role, weight=9),
        section="explore",
        links=(as_data(voice),),
        data=breadcrumbs(site, ("Voices", addresses.VOICES), here=voice.name),
    )


def _view(publication: Publication, voice: Voice, users: Iterable[Record], claims: Iterable[Claim]) -> VoiceView:
    found = tuple(users)
    sources = [each for each in found if isinstance(each, Source) and each.publisher == voice.slug]
    sources.sort(key=lambda each: (each.published.on, each.slug))
    speaks = tuple(claim for claim in claims if any(each.chain[-1] == voice.slug for each in claim.appearances))
    tells = (claim for claim in claims if any(voice.slug in each.chain[:-1] for each in claim.appearances))
    return VoiceView(
        name=capital(voice.name),
        role=voice.role,
        about=voice.about,
        same_as=voice.same_as,
        stake=publication.stake_of_voice(voice),
        shown_by=tuple(citation(publication, publication.sources[slug]) for slug in voice.interest.sources),
        words=WORDS,
        speaks=rows_of(publication, speaks),
        passes_on=tuple(assertion(claim) for claim in tells),
        compared=tuple(
            Link(each.title, addresses.of(each))
            for each in found
            if isinstance(each, Comparison) and voice.slug in each.voices
        ),
        published=tuple(citation(publication, each) for each in sources),
        roots=roots(
            publication, (each.slug for each in found if isinstance(each, Origin) and each.voice == voice.slug)
        ),
    )
