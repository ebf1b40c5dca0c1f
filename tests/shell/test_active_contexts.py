from __future__ import annotations

from ui.shell.active_contexts import ActiveContexts


def test_the_window_is_always_active() -> None:
    contexts = ActiveContexts()
    assert not contexts.leave("window")
    assert list(contexts.reachable()) == ["window"]


def test_a_tab_stands_between_the_window_and_what_has_the_focus() -> None:
    contexts = ActiveContexts()
    contexts.enter("lines")
    contexts.show_tab("counter", ("counter", "estate"))
    contexts.show_tab("estate", ("counter", "estate"))
    assert list(contexts.reachable()) == ["window", "estate", "lines"]


def test_a_question_shuts_out_what_was_before_it_and_gives_it_back() -> None:
    contexts = ActiveContexts()
    contexts.show_tab("counter", ("counter",))
    contexts.open_modal("question")
    contexts.enter("list in the question")
    assert list(contexts.reachable()) == ["question", "list in the question"]
    contexts.close_modal()
    assert list(contexts.reachable()) == ["window", "counter"]


def test_a_list_that_loses_the_focus_to_a_question_leaves_the_question_its_keys() -> None:
    contexts = ActiveContexts()
    contexts.show_tab("counter", ("counter",))
    contexts.enter("lines")
    contexts.open_modal("question")
    contexts.leave("lines")
    assert list(contexts.reachable()) == ["question"]
    contexts.close_modal()
    assert list(contexts.reachable()) == ["window", "counter"]


def test_questions_stand_over_questions() -> None:
    contexts = ActiveContexts()
    contexts.open_modal("outer")
    contexts.open_modal("inner")
    assert list(contexts.reachable()) == ["inner"]
    contexts.close_modal()
    assert list(contexts.reachable()) == ["outer"]
