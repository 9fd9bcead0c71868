"""Answers given beforehand."""

from collections.abc import Sequence
from pathlib import Path

from annotator.gui.prompts import Prompts


class CannedPrompts(Prompts):
    """Answers from lists and remembers what was asked; an unexpected question fails the test."""

    def __init__(
        self,
        *,
        files: Sequence[Sequence[Path]] = (),
        saves: Sequence[Path | None] = (),
        choices: Sequence[str | None] = (),
        confirms: Sequence[bool] = (),
    ) -> None:
        super().__init__(None)
        self.files = [list(each) for each in files]
        self.saves = list(saves)
        self.choices = list(choices)
        self.confirms = list(confirms)
        self.told: list[tuple[str, str, str]] = []
        self.asked: list[str] = []

    def confirm(self, question: str, *, detail: str, yes: str, no: str) -> bool:
        """The next answer."""
        self.asked.append(f"{question} {detail} [{yes}] [{no}]")
        return self.confirms.pop(0)

    def tell(self, title: str, text: str, *, report: str = "") -> None:
        """Remember what was told."""
        self.told.append((title, text, report))

    def choose_files(self, title: str, patterns: str) -> list[Path]:
        """The next files."""
        self.asked.append(title)
        return self.files.pop(0)

    def choose_file(self, title: str, patterns: str) -> Path | None:
        """The first of the next files."""
        self.asked.append(title)
        return next(iter(self.files.pop(0)), None)

    def choose_save(self, title: str, suggested: str, patterns: str) -> Path | None:
        """The next file to write."""
        self.asked.append(title)
        return self.saves.pop(0)

    def choose_one(self, title: str, label: str, choices: Sequence[str]) -> str | None:
        """The next choice."""
        self.asked.append(label)
        return self.choices.pop(0)
