"""`@action`: a use case is a function, and from its one definition come the step, its text and its menu entry.

The decorated function takes a `Work` first and plain arguments after it; whoever calls it gives the project
first. Parameters annotated with a record type (`code: Code`) may be given as that record, its id or its name.
"""

import inspect
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from numbers import Integral
from types import UnionType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from ..domain.errors import BadInput, Phrase, cut_short
from ..domain.history import Step
from ..store.work import Work
from .naming import RESOLVERS, resolve
from .standing import drop_bare

if TYPE_CHECKING:
    from .project import Project

Result = TypeVar("Result")
_PLAIN = {str, int, type(None)}
_MOST_SHOWN = 40  # characters
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
        self._kinds: dict[str, Any] | None = None
        self.__doc__ = function.__doc__
        self.__name__ = function.__name__
        self.__wrapped__ = function

    def __call__(self, project: "Project", /, *args: Any, **options: Any) -> Result:
        """Run the action on `project` in a step of its own and answer what it made or changed.

        Raises `BadInput` for arguments that it does not take, before the project is locked.
        """
        return self.done(project, *args, **options)[0]

    def done(self, project: "Project", /, *args: Any, **options: Any) -> tuple[Result, Step | None]:
        """The same with the step it was done in; None where nothing was changed."""
        self._check(project, args, options)
        if self.before is not None:
            self.before(project, *args, **options)
        with project.writing(self.id, self.template) as work:
            result = self.within(work, *args, **options)
            drop_bare(work)
        return result, work.step

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

    def _check(self, project: object, args: tuple[Any, ...], options: dict[str, Any]) -> None:
        """Say in a sentence what is wrong with the arguments of a call."""
        if not hasattr(project, "writing"):
            raise BadInput(
                "{action} is called with an open project first, not with {thing}.",
                action=self.id,
                thing=_shown(project),
            )
        try:
            bound = self.signature.bind(None, *args, **options)
        except TypeError as error:
            taken = [str(one) for one in list(self.signature.parameters.values())[1:]]
            raise BadInput(
                "{action} is called with project, {parameters}: {reason}.",
                action=self.id,
                parameters=", ".join(re.sub(r": .*?(?= = |$)", "", one) for one in taken),
                reason=error,
            ) from None
        for name, hint in self._hints().items():
            kind = _unfit(hint, bound.arguments[name]) if name in bound.arguments else None
            if kind is not None:
                raise BadInput(
                    "In {action}, {name} is {kind}, not {thing}.",
                    action=self.id,
                    name=name,
                    kind=kind,
                    thing=_shown(bound.arguments[name]),
                )

    def _hints(self) -> dict[str, Any]:
        if self._kinds is None:
            self._kinds = {name: hint for name, hint in get_type_hints(self.function).items() if name != "return"}
            for name, parameter in self.signature.parameters.items():
                if parameter.kind in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL):
                    self._kinds.pop(name, None)
        return self._kinds

    def _record_parameters(self) -> dict[str, type]:
        if self._records is None:
            self._records = {
                name: record
                for name, hint in self._hints().items()
                for record in (get_args(hint) or (hint,))
                if record in RESOLVERS
            }
        return self._records


def _unfit(hint: Any, value: object) -> Phrase | None:
    """What a parameter annotated so is to be, where a value is plainly something else; None where it may fit."""
    allowed = set(get_args(hint)) if get_origin(hint) in (Union, UnionType) else {hint}
    lists = {one for one in allowed if get_origin(one) in (Iterable, Sequence, Mapping)}
    records = {one for one in allowed if one in RESOLVERS}
    if not allowed - lists - records <= _PLAIN or (value is None and type(None) in allowed):
        return None
    if value is not None and (records or (lists and isinstance(value, Iterable))):
        return None  # records are looked for, and say themselves what is wrong
    if (str in allowed and isinstance(value, str)) or (int in allowed and isinstance(value, Integral)):
        return None
    if lists:
        return Phrase("a list")
    if records:
        return Phrase("a record, its id or its name")
    return Phrase("a whole number") if int in allowed else Phrase("a text")


def _shown(thing: object) -> str:
    """What was given, as it is named in a sentence."""
    if isinstance(thing, (str, int, float, type(None))):
        text = repr(thing)
        return cut_short(text, _MOST_SHOWN)
    return type(thing).__name__


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
