"""The menu of the documents panel, and what stands there while there are no documents."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from ..look import Look
from ..views.wording import counted

if TYPE_CHECKING:
    from .documents import DocumentsPanel

translate = QCoreApplication.translate


def fill_menu(panel: "DocumentsPanel", menu: QMenu) -> None:
    """What can be done with what is chosen in the panel: frequent first, removing last."""
    document, folder, chosen = panel.current(), panel.current_folder(), panel.meant()
    menu.clear()
    single = document is not None and len(chosen) == 1
    if single:
        menu.addActions([panel.open_action, panel.beside_action, panel.rename_action])
        menu.addSeparator()
        menu.addActions([panel.case_action, panel.memo_action, panel.speakers_action])
        menu.addAction(panel.speaker_cases_action)
        menu.addActions([panel.newer_action, panel.versions_action])
        menu.addSeparator()
    elif folder:
        menu.addAction(panel.rename_action)
    if chosen:
        one = translate("DocumentsPanel", "Retrieve passages of this document")
        many = translate("DocumentsPanel", "Retrieve passages of these documents")
        panel.retrieve_action.setText(many if len(chosen) > 1 else one)
        menu.addActions([panel.only_action, panel.retrieve_action])
        panel.folders.add_to(menu, chosen, folder)
        menu.addAction(panel.folder_action)
    panel.set_menus.add_to(menu, chosen)
    menu.addSeparator()
    order = menu.addMenu(translate("DocumentsPanel", "Order"))
    order.addActions(panel.orders.actions())
    if single:
        order.addSeparator()
        order.addActions([panel.up_action, panel.down_action])
    menu.addAction(panel.find_action)
    menu.addAction(panel.import_action)
    removed = panel.chosen()
    if folder:
        panel.remove_action.setText(translate("DocumentsPanel", "Remove the folder; its documents stay"))
    elif removed:
        count = sum(panel.counts.document(one.id) for one in removed)
        words = counted("Remove with its %n coding(s)", count)
        if len(removed) > 1:
            words = counted("Remove {number} documents with their %n coding(s)", count)
        panel.remove_action.setText(words.replace("{number}", str(len(removed))))
    if folder or removed:
        menu.addSeparator()
        menu.addAction(panel.remove_action)


def empty_page(panel: "DocumentsPanel", look: Look) -> QWidget:
    """One sentence and one button."""
    page = QWidget(panel)
    words = QLabel(translate("DocumentsPanel", "No documents yet."), page)
    words.setWordWrap(True)
    button = QPushButton(translate("DocumentsPanel", "Import files…"), page)
    button.clicked.connect(lambda: panel.import_requested.emit(None))
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    inner = QVBoxLayout(page)
    inner.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(8))
    inner.addWidget(words)
    inner.addLayout(row)
    inner.addStretch(1)
    return page
