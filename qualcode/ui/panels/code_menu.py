"""The menu of the codebook panel: what can be done with the codes that are chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from ..views.wording import counted

if TYPE_CHECKING:
    from .codebook import CodebookPanel

translate = QCoreApplication.translate


def fill_menu(panel: "CodebookPanel", menu: QMenu) -> None:
    """What can be done with the chosen codes: frequent first, removing last."""
    codes = panel.chosen()
    menu.clear()
    several = len(codes) > 1
    one = translate("CodebookPanel", "Retrieve passages of this code")
    many = translate("CodebookPanel", "Retrieve passages of these codes")
    panel.retrieve_action.setText(many if several else one)
    if not codes:
        groups = [(panel.new_action, panel.new_theme_action)]
    elif several:
        groups = [(panel.retrieve_action,), (panel.move_action, panel.merge_action)]
    else:
        groups = [
            (
                panel.apply_action,
                panel.segments_action,
                panel.retrieve_action,
                panel.rules_action,
                panel.new_below_action,
            ),
            (panel.rename_action, panel.define_action, panel.color_action, panel.memo_action, panel.history_action),
            (panel.move_action, panel.up_action, panel.down_action, panel.merge_action, panel.split_action),
        ]
    for group in groups:
        menu.addActions(group)
        menu.addSeparator()
    panel.set_menus.add_to(menu, codes)
    menu.addMenu(translate("CodebookPanel", "Order of the codes")).addActions(panel.orders.actions())
    menu.addActions(panel.more_actions)
    if codes:
        menu.addSeparator()
        count = sum(panel.counts.code(code.id).codings for code in codes)
        text = counted("Remove with its %n coding(s)", count)
        if several:
            text = counted("Remove {number} codes with their %n coding(s)", count)
        panel.remove_action.setText(text.replace("{number}", str(len(codes))))
        menu.addAction(panel.remove_action)
