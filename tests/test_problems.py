"""A fault, its place, and how it is printed."""

from press.problems import Problem, Unfit, did_you_mean, nearest


def test_a_problem_is_printed_as_its_place_and_its_message() -> None:
    assert str(Problem("data/a.yml", 6, 5, "no such word; mend it")) == "data/a.yml:6:5: no such word; mend it"


def test_problems_stand_in_the_order_of_their_places_and_each_once() -> None:
    late, early, other = Problem("b", 10, 1, "x"), Problem("b", 9, 12, "x"), Problem("a", 99, 1, "x")
    assert Unfit([late, early, late, other]).problems == (other, early, late)
    assert str(Unfit([late, early])) == "b:9:12: x\nb:10:1: x"


def test_github_is_told_the_place_and_nothing_of_the_message_can_pass_for_a_command() -> None:
    problem = Problem("data/a,b:c.yml", 6, 5, "100 % sure\n::error::no: it, is not")
    assert problem.github() == "::error file=data/a%2Cb%3Ac.yml,line=6,col=5::100 %25 sure%0A::error::no: it, is not"
    assert problem.github("warning").startswith("::warning file=")


def test_the_nearest_word_is_offered_and_a_far_one_is_not() -> None:
    assert did_you_mean("supprted", ["contradicted", "supported"]) == "; did you mean 'supported'?"
    assert did_you_mean("zebra", ["contradicted", "supported"]) == ""
    assert nearest("tram", ["trap", "tray"]) == nearest("tram", ["tray", "trap"])
