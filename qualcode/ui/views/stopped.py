"""What a view says after its counting was stopped in the status line, and the way to ask again."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget

from ..answering import while_there
from ..tasks import Task
from .message import Message

translate = QCoreApplication.translate


def when_stopped(task: Task, told: Callable[[Task], object]) -> Task:
    """This task, of which `told` hears if it ends because somebody cancelled it."""
    there = while_there(told)
    task.ended.connect(lambda: there(task) if task.cancelled else None)
    return task


def say_stopped(pages: QStackedWidget, message: Message, again: Callable[[], object]) -> None:
    """Show on its page of `pages` that nothing was counted, instead of what was counted for other options."""
    message.say(
        translate("Stopped", "The counting was stopped before it had an answer."),
        translate("Stopped", "Count again"),
        again,
    )
    pages.setCurrentWidget(message)
