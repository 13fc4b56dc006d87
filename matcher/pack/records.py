"""Turn a document into a record, with each fault at its line."""

from itertools import islice
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from matcher.errors import PackError, Problem
from matcher.pack.document import MAX_FAULTS, Document

Model = TypeVar("Model", bound=BaseModel)


def make_record(document: Document, model: type[Model]) -> Model:
    """Read a document as one record.

    Raises
    ------
    PackError
        With every fault of the file, up to 100, each as ``path:line: field: what is wrong``.
    """
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        told = islice(error.errors(), MAX_FAULTS)
        raise PackError(_problem(document, issue) for issue in told) from error


def _problem(document: Document, issue: Any) -> Problem:
    cause = issue.get("ctx", {}).get("error")
    place = (*issue["loc"], *getattr(cause, "place", ()))
    message = issue["msg"].removeprefix("Value error, ")
    if issue["type"] == "extra_forbidden":
        message = "this key is not known here"
    elif issue["type"] == "missing":
        message = "this key is missing"
    elif isinstance(issue["input"], str | int | float):
        message = f"{message}. Got: {str(issue['input'])[:80]!r}"
    return document.problem(place, message)
