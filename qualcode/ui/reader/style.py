"""How the researcher wants to read: letters, line spacing, width of the column, numbers in the gutter."""

from dataclasses import dataclass, replace

from ...app.settings import Settings

SIZES = (12, 32)  # px
SPACINGS = (80, 160)  # percent of the usual height of a line
WIDTHS = (360, 1200)  # px of the words at 100 %
NUMBERS = ("none", "paragraph", "line", "turn")
_FIELDS = {
    "family": "reader_family",
    "size": "reader_size",
    "spacing": "reader_spacing",
    "width": "reader_width",
    "numbers": "reader_numbers",
}


@dataclass(frozen=True, slots=True)
class ReadingStyle:
    """`family` of letters, "" = our own; `size` and greatest `width` of a line in px at 100 %; `spacing` in percent of
    the usual; `numbers` is one of `NUMBERS`."""

    family: str = ""
    size: int = 17
    spacing: int = 100
    width: int = 680
    numbers: str = "turn"

    def within(self) -> "ReadingStyle":
        """The same inside its bounds."""
        return replace(
            self,
            size=_inside(self.size, SIZES),
            spacing=_inside(self.spacing, SPACINGS),
            width=_inside(self.width, WIDTHS),
            numbers=self.numbers if self.numbers in NUMBERS else "turn",
        )


def _inside(value: int, bounds: tuple[int, int]) -> int:
    return max(bounds[0], min(bounds[1], value))


def style_of(kept: Settings) -> ReadingStyle:
    """What the settings say."""
    return ReadingStyle(**{name: getattr(kept, field) for name, field in _FIELDS.items()}).within()


def keep_style(kept: Settings, style: ReadingStyle) -> None:
    """Write it into the settings."""
    for name, field in _FIELDS.items():
        setattr(kept, field, getattr(style, name))
