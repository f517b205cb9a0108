"""The function that jobs are calls of, as a name that a child process can look up."""

import importlib
from collections.abc import Callable
from typing import TypeAlias, cast

from spur_extract.archive.pool.jobs import Plain

Task: TypeAlias = Callable[[Plain], Plain]


def task_name(task: str | Callable[..., Plain]) -> str:
    """`module:function` of a task.

    Raises ValueError for a function that cannot be looked up in its module: a lambda, a function
    within a function, or one of `__main__`.
    """
    if isinstance(task, str):
        name = task
    else:
        name = f"{task.__module__}:{getattr(task, '__qualname__', '')}"
    module, _, function = name.partition(":")
    if not module or not function or "<" in function or module == "__main__":
        raise ValueError(f"{name} is no function at the top of a module that can be imported.")
    return name


def load_task(name: str) -> Task:
    """The function of that name; raises whatever the import of its module raises."""
    module, _, function = name.partition(":")
    found: object = importlib.import_module(module)
    for part in function.split("."):
        found = getattr(found, part)
    return cast("Task", found)
