"""What an import did, and why it left things out."""

from dataclasses import dataclass, field

from annotator.formats.incoming import Problem
from annotator.formats.shapes import Shapes
from annotator.operations.translating import NameLine

_NOT_WHOLE = (
    "Not everything came in, because somebody worked on the same articles meanwhile. Import the "
    "same files again; what is there already is passed over."
)


@dataclass(slots=True)
class ImportReport:
    """What came in, what was there already, what was refused and why.

    `skipped` names articles that were in the project already, with the reason; `moved` annotations
    that stand elsewhere than their file says; `names` what became of the names of other tools, by
    format; `versions` has for each newer version the older one; `shapes` what was said of columns,
    now and before.
    """

    articles: int = 0
    annotations: int = 0
    relations: int = 0
    suggestions: int = 0
    first_article: str | None = None
    skipped: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    moved: list[Problem] = field(default_factory=list)
    names: dict[str, list[NameLine]] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    shapes: Shapes = field(default_factory=Shapes)
    unasked: list[tuple[str, str]] = field(default_factory=list)
    """Whose work on which article a rule of the scheme may have something to say of.

    Files of this program are not among them: they came with the flags that their work has.
    """

    @property
    def taken(self) -> int:
        """How many annotations and relations came in."""
        return self.annotations + self.relations

    @property
    def refused(self) -> int:
        """How many annotations, relations and others were not taken in."""
        return sum(problem.count for problem in self.problems)

    @property
    def added_nothing(self) -> bool:
        """Whether the project is as it was before."""
        return not (self.articles or self.annotations or self.relations or self.suggestions)

    def lacks(self, portions: int) -> None:
        """Tell that portions were refused, for somebody worked on the same meanwhile."""
        if portions:
            self.problems.append(Problem("", None, _NOT_WHOLE))
