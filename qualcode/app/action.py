"""`@action`: a use case is a function, and from its one definition come the step, its text and its menu entry.

The decorated function takes a `Work` first and plain arguments after it; whoever calls it gives the project
first. Parameters annotated with a record type (`code: Code`) may be given as that record, its id or its name.
"""

import inspect
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args, get_type_hints

from ..store.work import Work
from .naming import RESOLVERS, resolve

if TYPE_CHECKING:
    from .project import Project

Result = TypeVar("Result")
_FIELD = re.compile(r"{(\w+(?:\.\w+)*)}")

ACTIONS: dict[str, "Action[Any]"] = {}


class Action(Generic[Result]):
    """A registered use case; calling it with a project runs it as one step."""

    def __init__(
        self, function: Callable[..., Result], template: str, before: Callable[..., None] | None = None
    ) -> None:
        self.function = function
        self.before = before
        self.template = template
        self.id = f"{function.__module__.rpartition('.')[2]}.{function.__name__}"
        self.help = (inspect.getdoc(function) or "").partition("\n")[0]
        self.signature = inspect.signature(function)
        self._records: dict[str, type] | None = None
        self.__doc__ = function.__doc__
        self.__name__ = function.__name__
        self.__wrapped__ = function

    def __call__(self, project: "Project", /, *args: Any, **options: Any) -> Result:
        """Run the action on `project` in a step of its own and answer what it made or changed."""
        self.signature.bind(None, *args, **options)  # wrong arguments fail before the project is locked
        if self.before is not None:
            self.before(project, *args, **options)
        with project.writing(self.id, self.template) as work:
            return self.within(work, *args, **options)

    def within(self, work: Work, *args: Any, **options: Any) -> Result:
        """Run the action as a part of a step that is under way."""
        bound = self.signature.bind(work, *args, **options)
        bound.apply_defaults()
        for name, record in self._record_parameters().items():
            if bound.arguments[name] is not None:
                bound.arguments[name] = resolve(work.read, record, bound.arguments[name])
        for field in _FIELD.findall(self.template):
            name, *attributes = field.split(".")
            if name in bound.arguments:
                value = bound.arguments[name]
                for attribute in attributes:
                    value = getattr(value, attribute, value)
                work.values.setdefault(field, str(value))
        return self.function(*bound.args, **bound.kwargs)

    def _record_parameters(self) -> dict[str, type]:
        if self._records is None:
            hints = get_type_hints(self.function)
            self._records = {
                name: record
                for name, hint in hints.items()
                if name != "return"
                for record in (get_args(hint) or (hint,))
                if record in RESOLVERS
            }
        return self._records


def action(
    template: str, before: Callable[..., None] | None = None
) -> Callable[[Callable[..., Result]], Action[Result]]:
    """Register a use case under the sentence that names its step; `{names}` are filled from its arguments or
    by `work.say`. What takes time and needs no step is done `before` it, with the project and the same arguments."""

    def register(function: Callable[..., Result]) -> Action[Result]:
        made: Action[Result] = Action(function, template, before)
        ACTIONS[made.id] = made
        return made

    return register
