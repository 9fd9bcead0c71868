"""The open project as the window sees it.

Operations are pure, so a change is on the screen before the disk knows of it: `do` runs the
operation, tells the window, and hands the draft to the writer's thread. Until the disk has
answered a draft counts as waiting, and nothing claims that it is saved.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from annotator.domain.change import Draft, articles_of
from annotator.domain.entity import Entity
from annotator.domain.errors import UserError
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.suggestion import Suggestion
from annotator.gui.disk import Disk
from annotator.gui.language import from_core
from annotator.gui.names import Names
from annotator.operations import consequences, history, library
from annotator.operations.bulk import without_cycle_search
from annotator.operations.writing import Order
from annotator.storage import articles, records, steps
from annotator.storage.project import open_project

if TYPE_CHECKING:
    from annotator.operations.entities import Directory

P = ParamSpec("P")

CLOSING_SECONDS = 4.0

AGREEMENT, PAGE_MODE = "agreement:", "page_mode"


class Session(QObject):
    """One annotator's sitting with one project."""

    leaving = Signal(object)
    """The article shown is about to give way: its `Sheet`."""
    opened = Signal(object)
    """Another article is shown: its `Sheet`."""
    changed = Signal(object)
    """A `Draft` was made and is in the sheet already."""
    suggested = Signal(object)
    """A `Draft` of new suggestions was taken in; nobody's work has changed."""
    hidden = Signal()
    """Suggestions are shown from now on, or no longer."""
    reverted = Signal(object)
    """The `Draft` just made took something back, or made it again."""
    reloaded = Signal()
    """The project was read anew: the disk refused something, or an import came to its end."""
    reread = Signal()
    """The open article was found to be another by that."""
    settled = Signal(object)
    """A `Draft` is on the disk."""
    refused = Signal(object)
    """Why something was not done, in words."""
    told = Signal(object)
    """What was done, in words, where it would not be seen."""
    became = Signal(object)
    """Somebody else works here now: their name."""
    arrived = Signal()
    """Articles of an import are in the project."""

    def __init__(self, path: Path, *, annotator: str | None = None) -> None:
        """Open a project for work.

        Raises:
            UserError: it cannot be opened, or is open elsewhere.
        """
        super().__init__()
        self.disk = Disk(path)
        self.is_closed = False
        try:
            self.project = open_project(path)
            self.scheme: Scheme = library.scheme_of(self.project)
            self.annotator = library.annotator_of(self.project, given=annotator)
            self.title = records.choice(self.project, "title") or path.stem
            self.history = history.of_project(self.project, self.annotator)
        except BaseException:
            self.disk.close(timeout=CLOSING_SECONDS)
            raise
        self.sheet: Sheet | None = None
        self.is_suggesting = True
        self._is_for_agreement = False
        self.allows_pages = records.choice(self.project, PAGE_MODE) is not None
        self._directory: Directory | None = None
        self._waiting: dict[str, Draft] = {}
        self._histories: dict[str, history.History] = {}
        self._passed_over: set[str] = set()
        self.disk.saved.connect(self._on_saved)
        self.disk.refused.connect(self._on_refused)
        self.names = Names(self)
        if newcomer := library.joined(self.project, self.annotator):
            self.disk.write(Order(newcomer, self.annotator))

    @property
    def path(self) -> Path:
        """The project file."""
        return self.project.path

    @property
    def waiting(self) -> list[Draft]:
        """The drafts of this sitting that are not known to be on the disk."""
        return list(self._waiting.values())

    @property
    def directory(self) -> "Directory":
        """The entities of the project by their names, with what is not on the disk yet."""
        if self._directory is None:
            from annotator.operations.entities import directory_of

            self._directory = directory_of(self.project)
            for draft in self._waiting.values():
                self._directory = self._directory.after(draft.changes)
        return self._directory

    @property
    def suggestions(self) -> dict[str, Suggestion]:
        """What is to be decided on the open article, by id; nothing while suggestions are hidden.

        They are hidden where the person wants none, and on articles that measure agreement.
        """
        if self.sheet is None or not self.is_suggesting or self._is_for_agreement:
            return {}
        return {name: each for name, each in self.sheet.suggestions.items() if each.is_open}

    @property
    def is_for_agreement(self) -> bool:
        """Whether the open article measures agreement."""
        return self._is_for_agreement

    def show_suggestions(self, *, is_on: bool) -> None:
        """Show what engines propose, or hide it."""
        if is_on != self.is_suggesting:
            self.is_suggesting = is_on
            self.hidden.emit()

    def use_for_agreement(self, *, is_on: bool) -> None:
        """Say that the open article measures agreement, or that it does not."""
        from annotator.operations.suggestion_choices import set_for_agreement

        if self.sheet is not None and is_on != self._is_for_agreement:
            article_id = self.sheet.article.id
            self.write_now(set_for_agreement(article_id, is_on=is_on))
            self._is_for_agreement = is_on
            self.hidden.emit()

    def count(self) -> int:
        """How many articles the project has, as lists show them."""
        return articles.count_listed(self.project)

    def matching(self, query: str) -> list[str]:
        """The articles for which a query holds.

        Raises:
            UserError: the query cannot be understood.
        """
        # Searching is not needed before the first article is on the screen.
        from annotator.storage import search

        return search.matching(self.project, query, annotator=self.annotator)

    def has_article(self, article_id: str) -> bool:
        """Whether the project has an article of this id."""
        try:
            articles.get(self.project, article_id)
        except UserError:
            return False
        return True

    def first_article(self) -> str | None:
        """The article that came first."""
        return articles.first(self.project)

    @without_cycle_search()
    def open_article(self, article_id: str) -> bool:
        """Show another article; false, and a message, when the project has none of that id."""
        try:
            sheet = self._read(article_id)
        except UserError as problem:
            self.refused.emit(str(problem))
            return False
        if self.sheet is not None:
            self.leaving.emit(self.sheet)
        self.sheet = sheet
        self._is_for_agreement = records.choice(self.project, AGREEMENT + article_id) is not None
        self.opened.emit(self.sheet)
        return True

    def do(
        self,
        operation: Callable[Concatenate[Sheet, P], Draft],
        *arguments: P.args,
        **options: P.kwargs,
    ) -> Draft | None:
        """Run an operation on the open article; None, and a message, when it is refused."""
        if self.sheet is None:
            return None
        return self.do_on(self.sheet.article.id, operation, *arguments, **options)

    def do_on(
        self,
        article_id: str,
        operation: Callable[Concatenate[Sheet, P], Draft],
        *arguments: P.args,
        **options: P.kwargs,
    ) -> Draft | None:
        """The same on any article; the open one stays open."""
        try:
            draft = operation(self.sheet_of(article_id), *arguments, **options)
        except UserError as problem:
            self.refused.emit(str(problem))
            return None
        return self.perform(draft)

    def sheet_of(self, article_id: str) -> Sheet:
        """The work on an article as it stands, with what is not on the disk yet.

        Raises:
            UserError: the project has no such article.
        """
        if self.sheet is not None and self.sheet.article.id == article_id:
            return self.sheet
        return self._read(article_id)

    def sheet_by(self, article_id: str, annotator: str) -> Sheet:
        """Anybody's work on an article as it stands.

        Raises:
            UserError: the project has no such article.
        """
        if annotator == self.annotator:
            return self.sheet_of(article_id)
        return self._read(article_id, annotator)

    def perform(self, draft: Draft) -> Draft | None:
        """Show a draft's changes at once and hand it to the disk; None when it changes nothing."""
        if not draft.changes:
            return None
        self._follow_entities(draft)
        draft = consequences.settled(self, draft)
        if self.sheet is not None:
            self.sheet = self.sheet.after(draft.changes)
        self.history.add(draft)
        self._waiting[draft.id] = draft
        self.changed.emit(draft)
        self.disk.write(Order(draft, self.annotator))
        return draft

    def take_in(self, draft: Draft) -> None:
        """Keep what engines propose; no message is lost over it, and it is no step of anybody."""
        if draft.changes:
            if self.sheet is not None:
                self.sheet = self.sheet.after(draft.changes)
            self._waiting[draft.id] = draft
            self.suggested.emit(draft)
            self.disk.write(Order(draft, self.annotator))

    def read_again(self) -> None:
        """Show what the project has of the open article now, where that is something else."""
        if self.sheet is not None:
            found = self._read(self.sheet.article.id)
            if found != self.sheet:
                self.sheet = found
                self.reread.emit()
            self.reloaded.emit()

    def undo(self, *, stays: bool = False) -> None:
        """Take the last step back, also one of an earlier sitting; its article is opened.

        With `stays` the open article stays open.
        """
        nothing, done = self.tr("There is nothing to undo."), self.tr("Undone: {}")
        self._take_back(self.history.next_undo, nothing, done, stays=stays)

    def redo(self, *, stays: bool = False) -> None:
        """Make what was taken back last again."""
        nothing, done = self.tr("There is nothing to redo."), self.tr("Redone: {}")
        self._take_back(self.history.next_redo, nothing, done, stays=stays)

    def work_as(self, annotator: str) -> None:
        """Let somebody else work here: their labels, their queue, their undo."""
        if annotator == self.annotator:
            return
        # What was made a moment ago may not be on the disk yet, and is not read from there.
        is_here_again = annotator in self._histories
        if not is_here_again and (newcomer := library.joined(self.project, annotator)):
            self.write_now(newcomer)
        before = self.annotator if self._histories else None
        self.write_now(library.chosen(self.project, "annotator", annotator, before=before))
        self._histories[self.annotator] = self.history
        sheet = self.sheet
        if sheet is not None:
            self.leaving.emit(sheet)
        self.annotator = annotator
        if is_here_again:
            self.history = self._histories[annotator]
        else:
            self.history = history.of_project(self.project, annotator)
        self.became.emit(annotator)
        if sheet is not None:
            self.sheet = self._read(sheet.article.id)
            self.opened.emit(self.sheet)

    def write_now(self, draft: Draft) -> None:
        """Hand over a draft that concerns the project, not the open article."""
        if draft.changes:
            self.disk.write(Order(draft, self.annotator))

    def close(self) -> bool:
        """Let go of the project; false when the disk still refuses what waits."""
        if not self.disk.close(timeout=CLOSING_SECONDS):
            return False
        self._let_go()
        return True

    def abandon(self) -> None:
        """Let go of the project without what still waits."""
        self.disk.abandon()
        self._let_go()

    def _let_go(self) -> None:
        self.is_closed = True
        self.project.close()

    def _follow_entities(self, draft: Draft) -> None:
        if any(isinstance(each.record, Entity) for each in draft.changes):
            self._directory = self.directory.after(draft.changes)

    def _read(self, article_id: str, annotator: str = "") -> Sheet:
        """A sheet as it stands, with what is still on its way to the disk."""
        sheet = records.sheet(self.project, article_id, annotator or self.annotator)
        for draft in self._waiting.values():
            sheet = sheet.after(draft.changes)
        return sheet

    def _take_back(self, step_id: str | None, nothing: str, done: str, *, stays: bool) -> None:
        made = self._draft_of(step_id) if step_id else None
        if step_id and made is None:
            self.history.drop(step_id)
        if made is None:
            self.told.emit(nothing)
            return
        from annotator.operations.undoing import taken_back

        inverse = taken_back(self, made)
        if not inverse.changes:
            self._pass_over(made)
            return
        touched = [a for each in made.changes for a in articles_of(each.record)]
        is_here = self.sheet is not None and self.sheet.article.id in touched
        if touched and not is_here and not stays:
            self.open_article(touched[0])
        if self.perform(inverse) is not None:
            self.reverted.emit(inverse)
            self.told.emit(done.format(from_core(made.operation)))

    def _pass_over(self, made: Draft) -> None:
        """A step cannot be taken back any more: undo goes on with the one before it."""
        self._passed_over.add(made.id)
        self.history.drop(made.id)
        sentence = self.tr(
            "“{}” cannot be taken back: others have gone on from it since. Nothing was changed. "
            "Undo once more takes back the step before."
        )
        self.refused.emit(sentence.format(from_core(made.operation)))

    def _draft_of(self, step_id: str) -> Draft | None:
        """The changes of a step, from the journal unless the disk does not have it yet."""
        if step_id in self._waiting:
            return self._waiting[step_id]
        step = steps.get(self.project, step_id)
        return Draft(step.operation, step.changes, undoes=step.undoes, id=step.id) if step else None

    def _on_saved(self, order: Order) -> None:
        draft = self._waiting.pop(order.draft.id, None)
        if draft is not None:
            self.settled.emit(order.draft)
        if draft is None or draft.changes_articles:
            self.arrived.emit()

    def _on_refused(self, order: Order, reason: str) -> None:
        self._waiting.pop(order.draft.id, None)
        self._directory = None
        self.history = history.of_project(self.project, self.annotator)
        for draft in self._waiting.values():
            self.history.add(draft)
        for step_id in self._passed_over:
            self.history.drop(step_id)
        self.read_again()
        made = self._draft_of(order.draft.undoes or "") if isinstance(order.draft, Draft) else None
        if made is not None:
            self._pass_over(made)
        else:
            self.refused.emit(reason)
