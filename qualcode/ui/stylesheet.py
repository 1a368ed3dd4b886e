"""The application's style sheet: what QPalette can't say. Names with `$` are tokens, scaled lengths and arrows."""

STYLE_SHEET = """
QToolTip { background: $toast; color: $toast_text; border: ${edge} solid $line2; padding: $px6; }
QFrame#popup { background: $panel; border: ${edge} solid $line2; }
QFrame#overlay { background: $panel; border: 0; border-left: ${edge} solid $line2; }
QMenuBar { background: $window; padding: $px2; }
QMenuBar::item { padding: $px4 $px10; border-radius: $px4; background: transparent; }
QMenu, QComboBox QAbstractItemView { background: $raised; color: $ink; border: ${edge} solid $line2; padding: $px4; }
QMenu::item { padding: $px5 $px24 $px5 $px12; border-radius: $px4; }
QMenu::item:selected, QTreeView::item:selected, QListView::item:selected { background: $soft; color: $ink; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: ${edge}; background: $line; margin: $px4 $px8; }
QMenu::icon { padding-left: $px8; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QAbstractItemView::indicator, QCheckBox::indicator, QRadioButton::indicator { width: $px12; height: $px12; }
QAbstractItemView::indicator { background: $paper; border: ${edge} solid $line2; border-radius: $px2; }
QAbstractItemView::indicator:checked { image: url("$check"); }
QAbstractItemView::indicator:indeterminate { image: url("$dash"); }
QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit, QPushButton { background: $paper; color: $ink;
  border: ${edge} solid $line2; border-radius: $px6; }
QLineEdit, QComboBox, QPlainTextEdit, QTextEdit { placeholder-text-color: $ink3; }
QLineEdit { padding: 0 $px8; min-height: $px28; }
QComboBox, QAbstractSpinBox { padding: 0 $px4 0 $px8; min-height: $px28; }
QAbstractSpinBox { max-height: $px28; qproperty-alignment: AlignCenter; }
QPlainTextEdit, QTextEdit { padding: $px4; }
QPushButton { background: $raised; padding: 0 $px16; min-height: $px30; }
QToolButton { background: transparent; border: $px2 solid transparent; border-radius: $px6; padding: $px4; }
QMenuBar::item:selected, QComboBox:hover, QPushButton:hover, QToolButton:hover,
QTreeView::item:hover:!selected, QListView::item:hover:!selected { background: $hover; }
QPushButton:pressed, QPushButton:checked, QToolButton:pressed, QToolButton:checked { background: $soft; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus,
QPushButton:focus { border: $px2 solid $focus; }
QToolButton:focus { border-color: $focus; }
QPushButton:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: $ink3;
  border: ${edge} $resting $line; }
QComboBox { combobox-popup: 0; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { background: transparent; border: 0; padding: 0; min-height: 0; }
QComboBox QAbstractItemView::item { padding: 0 $px6; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: 0; width: $px24; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-position: top right; border: 0;
  background: transparent; width: $px24; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QComboBox::down-arrow, QAbstractSpinBox::down-arrow, QAbstractSpinBox::up-arrow, QPushButton::menu-indicator {
  image: url("$down"); width: $px16; height: $px16; }
QAbstractSpinBox::up-arrow { image: url("$up"); }
QCheckBox, QRadioButton { min-height: $px24; }
QTextEdit#readerText, QTextEdit#readerText:focus { border: 0; border-radius: 0; padding: 0; }
QPushButton[kind="filled"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: bold; }
QPushButton[kind="filled"]:disabled { background: $hover; color: $ink3; border: ${edge} $resting $line; }
QPushButton[kind="filled"]:focus { border: $px2 solid $ink; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: $accent; }
QPushButton[kind="quiet"]:disabled { color: $ink3; }
QPushButton::menu-indicator { subcontrol-origin: border; subcontrol-position: right center; right: $px8; }
QToolButton::menu-indicator { image: none; width: 0; }
QTreeView, QListView, QTableView { background: $panel; border: 0; outline: 0; }
QAbstractItemView { selection-background-color: $soft; selection-color: $ink; }
QTreeView::item, QListView::item { min-height: $px28; padding: 0 $px6; }
QListView::item { border-radius: $px6; }
QTreeView::branch:open:has-children { image: url("$down"); }
QTreeView::branch:closed:has-children { image: url("$right"); }
QTableView::item { padding: 0 $px6 0 $px2; }
QHeaderView::section { background: $panel; color: $ink2; border: 0; border-bottom: ${edge} solid $line;
  padding: $px4; font-weight: bold; }
QTreeView QHeaderView::section { padding: $px4 $px8; }
QScrollBar:vertical, QScrollBar:horizontal { background: transparent; width: $px10; height: $px10; margin: 0; }
QScrollBar::handle { background: $line2; border-radius: $px2; margin: $px2; min-height: $px24; min-width: $px24; }
QScrollBar::handle:hover { background: $ink3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; width: ${edge}; height: ${edge}; }
QStatusBar { background: $window; color: $ink2; border-top: ${edge} solid $line; }
QStatusBar::item, QToolBar { border: 0; padding: 0; margin: 0; spacing: 0; }
QProgressBar { background: $hover; border: 0; border-radius: $px4; max-height: $px8; }
QProgressBar::chunk { background: $accent; border-radius: $px4; }
"""

# a line in the middle of something wide enough to be grasped; chosen by a property, for to give the window another
# sheet would dress all that stands in it
SEPARATORS = """
QMainWindow::separator {{ width: 5px; height: 5px; }}
QMainWindow[scheme="{name}"]::separator:vertical {{ background: qlineargradient(x1:0, y1:0, x2:1, y2:0, {stops}); }}
QMainWindow[scheme="{name}"]::separator:horizontal {{ background: qlineargradient(x1:0, y1:0, x2:0, y2:1, {stops}); }}
"""


def separators(name: str, panel: str, line: str) -> str:
    """The lines between the docks of a window in one scheme."""
    stops = f"stop:0 {panel}, stop:0.39 {panel}, stop:0.4 {line}, stop:0.6 {line}, stop:0.61 {panel}, stop:1 {panel}"
    return SEPARATORS.format(name=name, stops=stops)
