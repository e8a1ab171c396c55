"""How a command ends: its exit status, and what went wrong in one line on standard error."""

from __future__ import annotations

import os
import sys

import typer

from extractor.errors import ExtractorError

SOME_FILES_FAILED = 1
CALL_WAS_WRONG = 2
INTERRUPTED = 130


def say(message: str) -> None:
    """Tell something that is no result."""
    print(message, file=sys.stderr)


def status_of_call(app: typer.Typer, arguments: list[str]) -> int:
    """Run the command that the arguments call; what went wrong is said. Raises what is a bug of ours only where
    EXTRACTOR_DEBUG is set."""
    try:
        status = app(args=arguments or ["--help"], prog_name="extractor", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except ExtractorError as error:
        say(f"extractor: {error}")
    except (KeyboardInterrupt, typer.Abort):
        say("extractor: interrupted")
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        _say_unexpected(error)
    return CALL_WAS_WRONG


def _say_unexpected(error: Exception) -> None:
    """A wrong call as click describes it; anything else is a bug of ours."""
    if hasattr(error, "format_message"):
        message = " ".join(error.format_message().split()).replace("Value error, ", "")
        say(f"extractor: {message or 'what to do is missing'} (see extractor --help)")
        return
    if os.environ.get("EXTRACTOR_DEBUG"):
        raise error
    message = " ".join(str(error).split())
    say(f"extractor: internal error, please report it: {type(error).__name__}: {message}")
