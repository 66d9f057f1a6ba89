"""Where records stand; these addresses are permanent, so they are written out here."""

import pytest

from press import addresses
from press.records import Claim, Correction, Omission, Origin, Term


def test_a_claim_has_a_page_of_its_own() -> None:
    assert addresses.of(Claim.model_construct(slug="bell-rang")) == "claims/bell-rang/"


def test_terms_corrections_and_omissions_share_a_page() -> None:
    assert addresses.of(Term.model_construct(slug="bell")) == "terms/#bell"
    assert addresses.of(Correction.model_construct(slug="c1")) == "corrections/#c1"
    assert addresses.of(Omission.model_construct(slug="toll", case="hall")) == "cases/hall/#omission-toll"


def test_what_has_no_address_says_so() -> None:
    with pytest.raises(KeyError):
        addresses.of(Origin.model_construct(slug="o"))
    assert "origin" not in addresses.LINKABLE


def test_pages_of_kinds_are_permanent() -> None:
    pages = {kind: addresses.page(kind, "x") for kind in ("case", "claim", "source", "voice", "technique")}
    assert pages == {
        "case": "cases/x/",
        "claim": "claims/x/",
        "source": "sources/x/",
        "voice": "voices/x/",
        "technique": "techniques/x/",
    }
