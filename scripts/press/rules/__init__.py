"""The editorial laws: each a generator of Problems, named as the law; the first line of its docstring is the law."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from press import addresses
from press.graph import Publication, assemble
from press.load import load
from press.problems import Problem
from press.rules import (
    advice,
    comparisons,
    coverage,
    dates,
    dependence,
    evidence,
    fairness,
    form,
    lasting,
    omissions,
    openness,
    people,
    pupils,
    quotes,
    reading,
    teaching,
    words,
)
from press.rules.law import Rule

# The laws that only authors meet: how a record is written, not what it may say.
FORM = "Whole records"

# A new law is a function in this folder, a fault case in tests/faults/, and a line in this list.
LAWS: Mapping[str, tuple[Rule, ...]] = {
    "Quotations": (
        quotes.a_quotation_stands_in_the_article,
        quotes.quotations_are_short,
        quotes.little_stands_around_a_quotation,
        quotes.little_of_the_article_is_shown,
        quotes.an_article_has_its_fingerprint,
        quotes.a_technique_shows_words_that_are_quoted,
        quotes.the_map_quotes_what_a_claim_quotes,
    ),
    "What happened in the world": (
        evidence.a_finding_about_the_world_has_two_origins,
        evidence.high_confidence_about_the_world_is_earned,
        evidence.what_one_could_have_known_rests_on_what_was_public,
        evidence.an_item_never_frees_its_origin_of_an_interest,
    ),
    "What was said or printed": (evidence.a_finding_about_speech_has_the_words,),
    "Undisputed details": (evidence.an_undisputed_detail_has_a_primary_document,),
    "Inside heads": (evidence.what_goes_on_inside_heads_is_never_settled,),
    "What a finding leans on": (
        dependence.what_depends_on_a_contradicted_claim_is_contradicted,
        dependence.an_unsupported_claim_says_what_was_looked_for,
        dependence.a_said_finding_names_its_sources,
        dependence.the_articles_own_voice_has_no_other_speaker,
    ),
    "What the article leaves out": (omissions.an_omission_was_public_by_then,),
    "Comparison texts": (
        comparisons.quotations_of_a_comparison_are_short,
        comparisons.little_of_a_comparison_is_shown,
        comparisons.a_technique_in_a_comparison_shows_its_words,
        comparisons.the_same_is_counted_in_every_text,
        comparisons.no_more_sentences_are_counted_than_were_read,
        comparisons.a_comparison_is_another_text,
    ),
    "The whole article": (
        coverage.every_sentence_has_a_segment,
        coverage.the_map_has_the_articles_sentences,
        coverage.paragraphs_are_numbered_in_order,
        coverage.a_segment_names_claims_of_its_paragraph,
        coverage.an_appearance_has_its_segment,
        coverage.a_paragraph_that_is_named_exists,
    ),
    "Open to correction": (
        openness.a_published_claim_says_how_it_could_be_wrong,
        openness.a_claim_is_checked_again_after_its_day,
    ),
    "Words": (words.loaded_words_belong_to_those_who_say_them, words.a_title_holds_no_finding),
    "Plain words": (reading.an_answer_is_written_plainly,),
    "People": (
        people.no_child_is_named,
        people.a_title_that_names_victims_is_not_printed,
        people.an_accusation_has_its_accuser_and_date,
    ),
    "Fairness": (fairness.a_case_names_what_the_article_gets_right, fairness.what_is_right_is_shown),
    "Dates": (
        dates.an_item_was_available_when_its_source_was,
        dates.a_source_is_read_after_it_is_published,
        dates.a_finding_rests_on_what_was_there_by_its_day,
        dates.then_is_not_before_the_article,
        dates.a_timeline_runs_forward,
        dates.a_timeline_holds_the_article_once,
        dates.a_correction_follows_what_it_corrects,
    ),
    "Lessons": (
        teaching.an_excerpt_is_quoted_by_its_claim,
        teaching.a_lesson_teaches_what_it_shows,
        teaching.a_lesson_names_versions_that_there_are,
        teaching.a_lesson_uses_what_its_story_has,
        teaching.what_a_lesson_retells_is_in_the_article,
        teaching.the_article_is_for_older_pupils,
        teaching.a_lesson_fits_into_its_time,
        teaching.a_quiz_finds_what_holds_too,
        teaching.an_aim_is_told_to_pupils,
        pupils.pupils_can_read_what_is_theirs,
        pupils.pupils_read_short_sentences,
        pupils.a_teacher_can_read_it_while_teaching,
    ),
    "What was published": (
        lasting.a_changed_finding_has_its_correction,
        lasting.what_was_published_stays,
        lasting.every_address_still_answers,
        lasting.a_version_never_goes_back,
    ),
    FORM: (
        quotes.a_fingerprint_belongs_to_a_case,
        form.prose_can_be_printed,
        form.plain_text_holds_no_links,
        form.what_is_published_is_written,
        form.an_item_has_a_name_of_its_own,
        form.a_relation_leads_to_another_claim,
        form.a_source_is_evidence_or_also_read,
        form.a_document_has_one_record,
        form.a_publisher_with_a_record_is_named_by_it,
        form.a_lesson_has_a_place_of_its_own,
        form.a_lesson_names_each_thing_once,
        form.a_question_belongs_to_a_lesson,
        form.a_code_stands_in_its_framework,
    ),
}

RULES: tuple[Rule, ...] = tuple(rule for rules in LAWS.values() for rule in rules)

_SEE: Mapping[Rule, str] = {
    rule: addresses.FILES if subject is FORM else addresses.law(subject)
    for subject, rules in LAWS.items()
    for rule in rules
} | {teaching.a_lesson_follows_its_claims: addresses.READ_AGAIN}

# What is worth a second look and stops nothing: `press check` prints these apart.
ADVICE: tuple[Rule, ...] = (
    reading.a_short_answer_is_written_plainly,
    teaching.a_lesson_follows_its_claims,
    teaching.younger_pupils_have_a_way_too,
    advice.a_finding_rests_on_more_than_one_origin,
    advice.a_draft_is_in_the_map_once_it_is_published,
    advice.a_withdrawal_is_told,
    advice.a_sentence_of_ours_is_short,
    advice.a_publisher_is_not_called_by_its_address,
)


def examine(root: Path) -> tuple[Publication, list[Problem]]:
    """Every record below `root`, drafts included, and every fault in them."""
    loaded = load(root)
    publication, unproved = assemble(loaded)
    # What could not be read is told once: that a law then misses it is no second fault. A file's start stands for much.
    told = {(each.path, each.line, each.column) for each in loaded.problems if (each.line, each.column) != (1, 1)}
    lawless = (each for each in found(publication, RULES) if (each.path, each.line, each.column) not in told)
    problems = [*loaded.problems, *(replace(each, see=addresses.NAMES) for each in unproved), *lawless]
    if not loaded.documents and not problems:
        problems.append(Problem("data/cases", 1, 1, "no record was found below data/; add a case"))
    return publication, problems


def found(publication: Publication, rules: Iterable[Rule]) -> Iterator[Problem]:
    """Everything that these rules find; each fault leads to where its law is explained."""
    for rule in rules:
        see = _SEE.get(rule, addresses.WRITING)
        for problem in rule(publication):
            yield replace(problem, see=see)
