"""What the scorecard has measured, and how it is shown."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Line:
    """One line of the table."""

    number: str
    check: str
    goal: str
    measured: str
    test: str
    is_met: bool | None = None
    is_slow: bool = False

    @property
    def outcome(self) -> str:
        """Whether the goal is met; what only took too long on this machine fails no test."""
        if not self.is_met:
            return "MISSED"
        return "slow here" if self.is_slow else "met"


@dataclass(slots=True)
class Scorecard:
    """What the tests of one run have measured."""

    lines: list[Line] = field(default_factory=list)

    def table(self) -> list[str]:
        """The lines by number, in columns."""
        rows = [("#", "Check", "Goal", "Measured", "")]
        rows += [
            (line.number, line.check, line.goal, line.measured, line.outcome)
            for line in sorted(self.lines, key=_place)
        ]
        widths = [max(len(row[column]) for row in rows) for column in range(5)]
        return [
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in rows
        ]


class Recorder:
    """Keeps the lines of one test: `scorecard.record("21", "…", goal="60–75", measured="66")`."""

    def __init__(self, card: Scorecard, test: str) -> None:
        self._card = card
        self._test = test

    def record(
        self, number: str, check: str, *, goal: str, measured: object, is_met: bool | None = None
    ) -> None:
        """Tell a figure before it is compared; unless told, the test's outcome says what is met."""
        self._card.lines.append(Line(number, check, goal, str(measured), self._test, is_met))

    def record_time(
        self, number: str, check: str, *, most: float, measured: float, floor: float | None = None
    ) -> None:
        """Tell milliseconds of the processor; too many fail no test, since machines differ.

        A floor is what the least that could be done takes on the same machine at the same time.
        """
        told = f"{measured:.1f} ms" + (f" (floor {floor:.1f})" if floor is not None else "")
        line = Line(
            number, check, f"≤ {most:g} ms", told, self._test, is_slow=measured > most
        )  # fmt: skip
        self._card.lines.append(line)


def _place(line: Line) -> tuple[int, str]:
    number = line.number.split()[0]
    return int("".join(letter for letter in number if letter.isdigit()) or 0), line.number
