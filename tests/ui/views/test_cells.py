import pytest

from qualcode.ui.views.cells import short


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("0", "0"),
        ("999", "999"),
        ("1000", "1.0k"),
        ("8412", "8.4k"),
        ("9949", "9.9k"),
        ("9950", "10k"),
        ("84120", "84k"),
        ("999499", "999k"),
        ("1250000", "1.2M"),
        (".22", ".22"),
        ("-.12", "-.12"),
        ("11.7", "11.7"),
        ("<.01", "<.01"),
    ],
)
def test_numbers_fit_their_cells(text: str, shown: str) -> None:
    assert short(text) == shown
