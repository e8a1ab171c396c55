"""What rules found, how they are explained and what they change, printed for people (and changes for programs)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from rich.console import Console
from rich.text import Text

from extractor.authoring.articles import Failed
from extractor.authoring.comparing import Change
from extractor.authoring.explaining import Explanation, Fired
from extractor.authoring.failing import Failure
from extractor.authoring.listing import Listed, told
from extractor.authoring.trying import Tried, try_target
from extractor.commands.presentation import console_for, write_answer
from extractor.errors import ExtractorError
from extractor.queries import Answer
from extractor.rulebook import Rule
from extractor.running.watching import changes_in

MARK = "bold black on yellow"


def try_and_show(target: str, articles: Sequence[Path], rules: Sequence[Path], out: TextIO, failed: Failed) -> int:
    """Print what a rule file or pattern finds in the articles; returns how much it was."""
    console = console_for(out)
    total = count = 0
    for tried in try_target(target, articles, rules, failed):
        count += 1
        total += len(tried.hits)
        if tried.hits:
            _show_tried(console, tried)
    counted = "1 article" if count == 1 else f"{count} articles"
    console.print(f"{total} found in {counted}")
    return total


def watch_and_show(
    target: str,
    articles: Sequence[Path],
    rules: Sequence[Path],
    out: TextIO,
    failed: Failed,
    stopped: Callable[[], bool] = lambda: False,
) -> None:
    """The same again on each save of the rule file or in a folder of rules, until Ctrl-C (or until `stopped`).

    A mistake in the rules is printed, and the next save awaited. Raises `ExtractorError` where there is nothing to
    watch.
    """
    watched = [path for path in (Path(target), *rules) if path.exists()]
    if not watched:
        raise ExtractorError("--watch needs a rule file that exists, or --rules with a folder")
    folders = {path.parent if path.is_file() else path for path in watched}
    names = {path.resolve() for path in watched if path.is_file()}
    for changed in changes_in(folders, stopped):
        mine = names & {Path(path).resolve() for path in changed}
        if not changed or mine or any(path.is_dir() for path in watched):
            _try_again(target, articles, rules, out, failed)


def _try_again(target: str, articles: Sequence[Path], rules: Sequence[Path], out: TextIO, failed: Failed) -> None:
    console_for(out).rule()
    try:
        try_and_show(target, articles, rules, out, failed)
    except ExtractorError as error:
        print(error, file=out)
    out.flush()


def _show_tried(console: Console, tried: Tried) -> None:
    text = tried.article.text
    console.print(Text(tried.article.path, "bold"), soft_wrap=True)
    for start, end in tried.sentences:
        hits = [hit for hit in tried.hits if start <= hit.start < end]
        console.print(_marked(text, start, end, [(hit.start, hit.end) for hit in hits]), soft_wrap=True)
        for hit in hits:
            line = Text("    ")
            line.append(" ".join(text[hit.start : hit.end].split()), MARK)
            line.append(f"  {hit.rule}" if hit.rule else "", "cyan")
            line.append(f"  {_told(hit.says)}" if hit.says else "")
            console.print(line, soft_wrap=True)
    console.print()


def _marked(text: str, start: int, end: int, spans: Iterable[tuple[int, int]]) -> Text:
    marked = Text("  " + " ".join(text[start:end].split("\n")))
    for first, last in spans:
        marked.stylize(MARK, first - start + 2, min(last, end) - start + 2)
    return marked


def _told(values: Mapping[str, str]) -> str:
    return " · ".join(f"{name} {' '.join(value.split())}" for name, value in values.items())


def show_explanation(explanation: Explanation, rule: str | None, out: TextIO) -> None:
    """Print which rules fired at a place with which words, or where the `rule` that was asked for failed."""
    console = console_for(out)
    sentence = Text(" ".join(explanation.sentence.split("\n")))
    console.print(sentence, soft_wrap=True)
    for fired in explanation.fired:
        _show_fired(console, fired)
    if explanation.failure is not None:
        _show_failure(console, rule or "", explanation.failure)
    elif not explanation.fired:
        console.print("  no rule fired here" if rule is None else f"  {rule} did not fire here")
    console.print()


def _show_fired(console: Console, fired: Fired) -> None:
    line = Text("  ")
    line.append(" ".join(fired.text.split()), MARK)
    line.append(f"  {fired.rule_id}", "cyan")
    if fired.rule is not None:
        line.append(f" ({fired.rule.path}:{fired.rule.line})", "dim")
    if not fired.decided:
        line.append("  matched, no record names it")
    console.print(line, soft_wrap=True)
    details = [("matched", " ".join(fired.whole.split())), ("slots", _told(fired.slots)), ("says", _told(fired.says))]
    for name, value in details:
        if value and (name != "matched" or value != " ".join(fired.text.split())):
            console.print(Text(f"    {name}: {value}"), soft_wrap=True)
    for part in fired.parts:
        if part.rules:
            words = " ".join(part.text.split())
            console.print(Text(f"    {part.slot} “{words}” by {', '.join(part.rules)}"), soft_wrap=True)


def _show_failure(console: Console, rule: str, failure: Failure) -> None:
    console.print(Text(f"  {rule} did not fire: {failure.pattern}"), soft_wrap=True)
    if failure.matched:
        console.print(Text(f"    matched “{' '.join(failure.matched.split())}”"), soft_wrap=True)
    if failure.wanted:
        there = f"“{failure.instead}”" if failure.instead else "nothing" if failure.matched else "none in the sentence"
        console.print(Text(f"    then wanted {failure.wanted}, and there is {there}"), soft_wrap=True)
    elif failure.elsewhere:
        console.print("    all of it matches there, not at these words")
    else:
        console.print("    all of it matches; another rule was preferred, or its conditions do not hold")


def show_rule(rule: Rule, out: TextIO) -> None:
    """Print a rule with what it says, and where it stands."""
    console = console_for(out)
    console.print(Text.assemble((rule.id, "cyan"), f" ({rule.path}:{rule.line})"), soft_wrap=True)
    for name, value in told(rule):
        console.print(Text(f"  {name}: {' '.join(value.split())}"), soft_wrap=True)


def show_list(rules: Iterable[Listed], how: str, out: TextIO) -> None:
    """Print rules as a table, JSON or CSV."""
    rows = ((rule.id, rule.family, rule.place, rule.example) for rule in rules)
    write_answer(Answer(("id", "family", "place", "example"), rows), how, out)


def show_changes(changes: Iterable[Change], how: str, out: TextIO) -> None:
    """Print changes as a table, JSON or CSV."""
    columns = ("document", "kind", "start", "text", "change", "old", "new")
    write_answer(Answer(columns, _change_rows(changes)), how, out)


def _change_rows(changes: Iterable[Change]) -> Iterator[tuple[Any, ...]]:
    for change in changes:
        old, new = (
            _told({name: f"{value:g}" if isinstance(value, float) else str(value) for name, value in side.items()})
            or None
            for side in (change.old, change.new)
        )
        yield change.document, change.kind, change.start, change.text, change.change, old, new
