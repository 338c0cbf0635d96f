"""What may stand in a text."""

import pytest

from mwalimu.shared.texts import in_one_line, is_readable


@pytest.mark.parametrize(
    "text",
    ["Côte d’Ivoire", "two\r\nlines\tand a tab", "‘Amanaki", "علي\u200cرضا", "𝒜"],
)
def test_what_people_write_is_readable(text):
    assert is_readable(text)


@pytest.mark.parametrize(
    "text", ["\x00", "a\x07", "\x1b[31m", "\x7f", "\x9b", "a\u202eb"]
)
def test_what_a_terminal_obeys_is_not(text):
    assert not is_readable(text)


def test_a_table_shows_a_text_in_one_line():
    assert in_one_line("a\n b\x1b[31m\t c") == "a b\ufffd[31m c"
