"""The application's style sheet: what QPalette can't say. Names with `$` are tokens, scaled lengths and arrows."""

STYLE_SHEET = """
QToolTip { background: $toast; color: $toast_text; border: ${edge} solid $line2; padding: $px6; }
QMenuBar { background: $window; padding: $px2; }
QMenuBar::item { padding: $px4 $px10; border-radius: $px4; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; border: ${edge} solid $line2; padding: $px4; }
QMenu::item { padding: $px5 $px24 $px5 $px12; border-radius: $px4; }
QMenu::item:selected { background: $soft; color: $ink; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: ${edge}; background: $line; margin: $px4 $px8; }
QMenu::icon { padding-left: $px8; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QAbstractItemView::indicator { width: $px12; height: $px12; }
QAbstractItemView::indicator:unchecked { background: $paper; border: ${edge} solid $line2; border-radius: $px2;
  width: $px12; height: $px12; }
QLineEdit { background: $paper; color: $ink; border: ${edge} solid $line2; border-radius: $px6;
  padding: 0 $px8; min-height: $px28; }
QComboBox, QAbstractSpinBox { background: $paper; color: $ink; border: ${edge} solid $line2; border-radius: $px6;
  padding: 0 $px4 0 $px8; min-height: $px28; }
QComboBox { combobox-popup: 0; }
QComboBox:hover { background: $hover; }
QComboBox:focus, QAbstractSpinBox:focus { border: $px2 solid $focus; }
QComboBox:disabled, QAbstractSpinBox:disabled { color: $ink3; border-color: $line; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { background: transparent; border: 0; padding: 0; min-height: 0; }
QAbstractSpinBox { max-height: $px28; qproperty-alignment: AlignCenter; }
QComboBox::drop-down { border: 0; width: $px24; }
QAbstractSpinBox::up-button { subcontrol-position: top right; border: 0; background: transparent; width: $px24; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; border: 0; background: transparent; width: $px24; }
QComboBox::down-arrow, QAbstractSpinBox::down-arrow { image: url("$down"); width: $px16; height: $px16; }
QAbstractSpinBox::up-arrow { image: url("$up"); width: $px16; height: $px16; }
QCheckBox, QRadioButton { min-height: $px24; }
QPlainTextEdit, QTextEdit { background: $paper; color: $ink; border: ${edge} solid $line2;
  border-radius: $px6; padding: $px4; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: $px2 solid $focus; }
QTextEdit#readerText, QTextEdit#readerText:focus { border: 0; border-radius: 0; padding: 0; }
QComboBox QAbstractItemView { background: $raised; color: $ink; border: ${edge} solid $line2; padding: $px4;
  selection-background-color: $soft; selection-color: $ink; }
QComboBox QAbstractItemView::item { padding: 0 $px6; }
QPushButton { background: $raised; color: $ink; border: ${edge} solid $line2; border-radius: $px6;
  padding: 0 $px16; min-height: $px30; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $soft; }
QPushButton:focus { border: $px2 solid $focus; }
QPushButton:disabled { color: $ink3; border-color: $line; }
QPushButton[kind="filled"] { background: $accent; color: $on_accent; border-color: $accent;
  font-weight: bold; }
QPushButton[kind="filled"]:disabled { background: $hover; color: $ink3; border-color: $line; }
QPushButton[kind="filled"]:focus { border: $px2 solid $ink; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: $accent; }
QToolButton { background: transparent; border: $px2 solid transparent; border-radius: $px6; padding: $px4; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $soft; }
QToolButton:focus { border-color: $focus; }
QToolButton::menu-indicator { image: none; width: 0; }
QTreeView, QListView, QTableView { background: $panel; border: 0; outline: 0; selection-background-color: $soft;
  selection-color: $ink; }
QTreeView::item, QListView::item { min-height: $px28; border-radius: $px6; }
QTreeView::item:selected, QListView::item:selected { background: $soft;
  color: $ink; }
QTreeView::item:hover:!selected, QListView::item:hover:!selected { background: $hover; }
QHeaderView::section { background: $panel; color: $ink2; border: 0; border-bottom: ${edge} solid $line;
  padding: $px4; font-weight: bold; }
QScrollBar:vertical { background: transparent; width: $px10; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $px10; margin: 0; }
QScrollBar::handle { background: $line2; border-radius: $px2; margin: $px2; min-height: $px24;
  min-width: $px24; }
QScrollBar::handle:hover { background: $ink3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: ${edge}; }
QSplitter::handle:vertical { height: ${edge}; }
QStatusBar { background: $window; color: $ink2; border-top: ${edge} solid $line; }
QStatusBar::item { border: 0; }
QProgressBar { background: $hover; border: 0; border-radius: $px4; max-height: $px8; }
QProgressBar::chunk { background: $accent; border-radius: $px4; }
"""
