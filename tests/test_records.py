"""The models: strings know what they are, and a record with faults gives what can be read of it."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

import invented
from press import yamlfile
from press.records import KINDS, Claim, Source, Term
from press.records.base import Lacking, Moment, Others, Own, Ref
from press.records.life import Moved
from press.records.partial import partial
from press.records.places import places
from press.records.schema import schema
from press.records.vocabulary import VOCABULARIES, Bearing


def values(path: str) -> dict[str, Any]:
    return yamlfile.read(invented.SAMPLE / path, path).values


@pytest.fixture
def claim() -> dict[str, Any]:
    return values("data/claims/library-open-longer-than-ever.yml")


# Strings


def test_every_string_of_a_record_is_found_with_what_it_is(claim: dict[str, Any]) -> None:
    found = {place.loc: place for place in places(Claim.model_validate(claim))}
    assert found["title",].marker(Own) == Own(markdown=False)
    assert found["answer", "basic"].marker(Own) == Own(markdown=True)
    assert found["appearances", 0, "quotes", 0, "exact"].marker(Others)
    assert found["evidence", 0, "source"].marker(Ref) == Ref("source")
    assert found["strongest_counter", "argument"].marker(Own) == Own(markdown=True)
    assert found["also_read", 0].marker(Ref) == Ref("source")


def test_no_text_of_a_record_is_passed_over(claim: dict[str, Any]) -> None:
    def texts(value: Any) -> list[str]:
        if isinstance(value, dict):
            return [text for each in value.values() for text in texts(each)]
        if isinstance(value, list):
            return [text for each in value for text in texts(each)]
        return [value] if isinstance(value, str) else []

    assert {text.strip() for text in texts(claim)} <= {place.value for place in places(Claim.model_validate(claim))}


def test_an_hour_without_a_zone_and_an_hour_of_no_day_are_refused() -> None:
    assert Moment(on="2024-07-09", clock="10:42", zone="unknown").clock == "10:42"
    for wrong in ({"on": "2024-07-09", "clock": "10:42"}, {"on": "2024-07", "clock": "10:42", "zone": "UTC"}):
        with pytest.raises(ValidationError):
            Moment.model_validate(wrong)


# A record with faults


def test_a_sound_record_is_whole(claim: dict[str, Any]) -> None:
    assert partial(Claim, claim) == Claim.model_validate(claim)


def test_what_cannot_be_read_is_lacking_and_all_else_is_there(claim: dict[str, Any]) -> None:
    del claim["title"]
    claim["as_of"] = "some day"
    claim["evidence"][1]["bearing"] = "helps"
    claim["also_read"] = ["courier-letters", "No Slug"]
    claim["techniques"] = "none"
    found = partial(Claim, claim)
    for name in ("title", "as_of", "techniques"):
        with pytest.raises(Lacking):
            getattr(found, name)
    assert found.text == claim["text"]
    assert found.evidence[0].bearing is Bearing.CONTRADICTS
    with pytest.raises(Lacking):
        _ = found.evidence[1].bearing
    assert found.evidence[2].origin == "bell-log"
    assert found.also_read == ("courier-letters", None), "an entry keeps its place when another cannot be read"


def test_a_value_that_is_not_given_has_its_default_and_one_that_cannot_be_read_has_not() -> None:
    source = values("data/sources/gazette-speech.yml")
    del source["contains"]
    assert partial(Source, source | {"url": "no"}).contains == ()
    broken = partial(Source, source | {"contains": "footage"})
    assert not hasattr(broken, "contains")


@pytest.mark.parametrize("wrong", ["none", [], ["x"], {"exact": "x"}, [[]], None, 3])
def test_a_wrong_value_in_the_place_of_a_list_of_parts_is_lacking_or_empty(claim: dict[str, Any], wrong: Any) -> None:
    claim["appearances"][0]["quotes"] = wrong
    appearance = partial(Claim, claim).appearances[0]
    assert all(not hasattr(each, "exact") for each in getattr(appearance, "quotes", ()))


def test_a_name_that_is_no_field_is_an_ordinary_error() -> None:
    with pytest.raises(AttributeError) as caught:
        _ = Term(name="x", gloss="y").colour  # type: ignore[attr-defined]
    assert not isinstance(caught.value, Lacking)


# Vocabularies and schemas


def test_a_word_means_one_thing_in_its_list() -> None:
    for vocabulary in VOCABULARIES:
        assert len({member.label for member in vocabulary}) == len(vocabulary)
        assert all(member.definition.endswith(".") for member in vocabulary)


def test_a_schema_takes_what_the_models_take_and_names_every_word() -> None:
    made = schema(Claim)
    definitions = made["$defs"]
    assert {"$ref": "#/$defs/Claim"} in made["anyOf"]
    assert {"$ref": "#/$defs/Moved"} in made["anyOf"]
    assert set(definitions["Bearing"]["enum"]) == {member.value for member in Bearing}
    assert len(definitions["Bearing"]["enumDescriptions"]) == len(Bearing)
    assert definitions["Claim"]["additionalProperties"] is False
    assert set(definitions["Claim"]["properties"]) == set(Claim.model_fields) - {"slug"}
    assert set(definitions["Moved"]["properties"]) == set(Moved.model_fields) - {"slug"}


def test_every_kind_has_a_schema_that_says_what_each_field_is() -> None:
    for kind in KINDS:
        made = schema(kind)
        json.dumps(made)
        for name, definition in made["$defs"].items():
            for field, told in definition.get("properties", {}).items():
                assert told.get("description") or "$ref" in told, f"{name}.{field}"


def test_every_record_of_the_sample_fits_its_schemas_outline() -> None:
    for kind in KINDS:
        outline = schema(kind)["$defs"][kind.__name__]
        files = sorted((invented.SAMPLE / "data" / kind.FOLDER).glob("*.yml"))
        for file in files:
            given = values(file.relative_to(invented.SAMPLE).as_posix())
            assert set(outline["required"]) <= set(given) <= set(outline["properties"]), file
