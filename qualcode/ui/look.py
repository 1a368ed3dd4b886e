"""How the program looks now: scheme, scale and fonts, following the system and switching live."""

import sys
from collections.abc import Callable
from string import Template

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QFontDatabase, QLinearGradient, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget
from shiboken6 import isValid

from ..app.resources import resource
from ..domain.folding import is_cjk
from .stylesheet import STYLE_SHEET
from .tokens import CONTRAST, DARK, LIGHT, SCHEMES, Tokens
from .wardrobe import Wardrobe

SCALES = (80, 200)  # smallest and largest, in percent
HINT, META, BODY, DOCUMENT, TITLE, FIGURE = 11, 12, 13, 14, 15, 24  # px at 100 %

_SERIF = ["Noto Serif", "Source Serif 4", "Georgia", "Cambria", "Times New Roman"]
_CJK = ["Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei"]


class Look(QObject):
    """The look of one application. `current` are the tokens; what is dressed or follows changes with them, in turns
    (see `Wardrobe`), between `changing` and `changed`."""

    changing = Signal()  # everything still stands where it stood
    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._choice = "system"
        self._scale = 100
        style = QStyleFactory.create("Fusion")
        if style is not None:
            application.setStyle(style)
        self._wardrobe = Wardrobe(self)
        self.current: Tokens = self._wanted()
        self._sans = _sans_families()
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        if hints.accessibility() is not None:
            hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        self._apply()

    # ── what the user chooses ──
    @property
    def choice(self) -> str:
        """`system`, `light`, `dark` or `contrast`."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Keep to one scheme, or follow the system again (`system`)."""
        self._choice = choice if choice in SCHEMES else "system"
        self._follow()

    @property
    def scale(self) -> int:
        """The size of the whole interface in percent."""
        return self._scale

    def set_scale(self, percent: int) -> None:
        """Make everything larger or smaller; values outside 80–200 % are brought inside."""
        percent = max(SCALES[0], min(SCALES[1], percent))
        if percent != self._scale:
            self.changing.emit()
            self._scale = percent
            self._apply()

    # ── who changes with it ──
    def dress(self, room: QWidget) -> None:
        """Let a room (a dock, a page, a dialog) and all that stands in it wear the style sheet, now and later."""
        self._wardrobe.dress(room)

    def follow(self, then: Callable[[], object]) -> None:
        """Call this method of a widget after every change, for as long as the widget lives."""
        self._wardrobe.follow(then)

    def finish(self) -> None:
        """Do at once what is left of a change."""
        self._wardrobe.finish()

    # ── what widgets ask ──
    def px(self, length: float) -> int:
        """A length of the design in pixels of the present scale, at least 1."""
        return max(1, round(length * self._scale / 100))

    def color(self, role: str) -> QColor:
        """The present colour of a role of `Tokens`."""
        return QColor(getattr(self.current, role))

    def font(self, size: float = BODY, bold: bool = False) -> QFont:
        """Our own words: the interface font with figures of equal width; `size` in px at 100 %."""
        font = QFont(self._sans)
        font.setPixelSize(self.px(size))
        font.setBold(bold)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def reading_font(self, size: float, chinese: bool = False) -> QFont:
        """Their words: serif, or sans for Chinese, Japanese and Korean text; `size` in px at 100 %."""
        font = QFont([*_CJK, *self._sans] if chinese else [*_SERIF, *_CJK, *self._sans])
        font.setStyleHint(QFont.StyleHint.SansSerif if chinese else QFont.StyleHint.Serif)
        font.setPixelSize(self.px(size))
        return font

    # ── inside ──
    def _wanted(self) -> Tokens:
        if self._choice != "system":
            return SCHEMES[self._choice]
        hints = self._application.styleHints()
        access = hints.accessibility()
        if access is not None and access.contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted != self.current:
            self.changing.emit()
            self.current = wanted
            self._apply()

    def _apply(self) -> None:
        self._application.setPalette(palette(self.current))
        edged = edge_palette(self.current)
        for kind in ("QComboBox", "QAbstractSpinBox", "QCheckBox", "QRadioButton"):
            self._application.setPalette(edged, kind)
        self._application.setFont(self.font())
        self._wardrobe.change(self.style_sheet(), self.changed.emit)

    def style_sheet(self) -> str:
        """The application's style sheet in the present scheme and scale."""
        lengths = {f"px{n}": f"{self.px(n)}px" for n in (2, 4, 5, 6, 8, 10, 11, 12, 16, 24, 28, 30, 32)}
        lengths["edge"] = f"{self.current.edge}px"
        # without dimming, an edge of dashes says that a button can do nothing now
        lengths["resting"] = "dashed" if self.current.high else "solid"
        arrows = {name: _arrow(name, self.current) for name in ("up", "down", "right", "check", "dash")}
        return Template(STYLE_SHEET).substitute(self.current.colors() | lengths | arrows)


def _arrow(name: str, tokens: Tokens) -> str:
    """A style sheet takes pictures from files only: there is one in the second ink of each scheme."""
    return resource("icons", "arrows", f"{name}-{tokens.name}.svg").as_posix()


def palette(tokens: Tokens) -> QPalette:
    """The Qt palette of a scheme."""
    role = QPalette.ColorRole
    roles = {
        role.Window: tokens.window,
        role.WindowText: tokens.ink,
        role.Base: tokens.paper,
        role.AlternateBase: tokens.panel,
        role.Text: tokens.ink,
        role.PlaceholderText: tokens.ink3,
        role.Button: tokens.raised,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.danger,
        role.Highlight: tokens.selection,
        role.HighlightedText: tokens.selection_text,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.toast,
        role.ToolTipText: tokens.toast_text,
        role.Light: tokens.raised,
        role.Midlight: tokens.hover,
        role.Mid: tokens.line,
        role.Dark: tokens.line2,
        role.Shadow: tokens.line2,
    }
    result = QPalette()
    for key, color in roles.items():
        result.setColor(key, QColor(color))
    for key in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, key, QColor(tokens.ink3))
    return result


def resize(window: QWidget, width: int, height: int) -> None:
    """Give a window this size, as far as its screen has room beside a frame."""
    room = window.screen().availableSize() - QSize(16, 48)
    window.resize(min(width, room.width()), min(height, room.height()))


def letter_pen(color: QColor, text: str) -> QPen:
    """A pen for letters that lets Chinese look no bolder on a dark ground than the Latin letters beside it.

    FreeType thickens the stems of PostScript outlines, which Noto Sans CJK has and Noto Sans has not, and Qt evens
    that out by a gamma that thins dark letters but thickens light ones. A brush pen is drawn without that gamma.
    """
    if sys.platform in ("darwin", "win32") or color.lightness() < 128 or not any(map(is_cjk, text)):
        return QPen(color)
    plain = QLinearGradient(0, 0, 1, 0)
    plain.setStops([(0, color), (1, color)])
    return QPen(QBrush(plain), 1)


def edge_palette(tokens: Tokens) -> QPalette:
    """The palette of controls the native style frames: it takes their edge from the window's colour, made darker
    by this factor, which leaves none to be seen on a dark ground."""
    result = palette(tokens)
    result.setColor(QPalette.ColorRole.Window, QColor(tokens.line2).lighter(140))
    return result


_looks: list[Look] = []  # the one of the running application; asked hundreds of times in one paint


def look() -> Look:
    """The look of the running application, made on first use. Raises `RuntimeError` without one."""
    if _looks and isValid(_looks[0]):
        return _looks[0]
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise RuntimeError("look() needs a QApplication")
    _looks[:] = [Look(application)]
    return _looks[0]


def _sans_families() -> list[str]:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    if sys.platform in ("darwin", "win32"):
        return [system, *_CJK]
    return [*[name for name in ("Noto Sans",) if QFontDatabase.hasFamily(name)], *_CJK, system]
