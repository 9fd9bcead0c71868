"""The list of entities as a command: reading it, and doing what a person asks there."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from annotator.domain.change import Draft
from annotator.domain.errors import UserError
from annotator.gui import tasks
from annotator.gui.article.view import ArticleView
from annotator.gui.entities import reading
from annotator.gui.entities.window import EntitiesWindow
from annotator.gui.language import from_core
from annotator.gui.selected import Selected
from annotator.gui.session import Session
from annotator.operations import entities
from annotator.operations.entities import Directory, Listed, Mention

_LANE = "entities"
_REST_MILLISECONDS = 80
"""How long one rests on an entity before all texts are searched for it."""

Operation = Callable[[Directory, str], Draft]


class EntityCommands(QObject):
    """Keeps the window of entities in step with the project."""

    def __init__(self, session: Session, view: ArticleView, selected: Selected) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._selected = selected
        self._id: str | None = None
        self._wanted: str | None = None
        self._asked = 0
        self._is_merging = False
        self._after_merge: list[Callable[[], None]] = []
        self._window = window = EntitiesWindow(session.scheme, session.names.of, view)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._read)
        self._rested = QTimer(self, singleShot=True, interval=_REST_MILLISECONDS)
        self._rested.timeout.connect(self._read_places)
        session.changed.connect(lambda _: self._later.start())
        session.reloaded.connect(self._later.start)
        window.chosen.connect(self._choose)
        window.renamed.connect(self._rename)
        window.aliased.connect(self._alias)
        window.merged.connect(self._merge)
        window.gone_to.connect(self._go_to)
        window.undone.connect(lambda: self._do_after_merge(partial(session.undo, stays=True)))
        window.redone.connect(lambda: self._do_after_merge(partial(session.redo, stays=True)))
        session.told.connect(lambda words: window.tell(from_core(words)))
        window.finished.connect(lambda _: view.window().activateWindow())

    def open(self) -> None:
        """Show the list, on the entity of the selected annotation if it has one."""
        annotation = self._selected.annotation(self._session.sheet)
        if annotation is not None:
            held = entities.held_by(self._session.scheme, annotation)
            self._wanted = self._session.directory.id_of(held) if held else None
        self._window.tell("")
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        self._window.field.setFocus()
        self._read()

    def close(self) -> None:
        """Close the window."""
        self._window.close()

    def _go_back(self) -> None:
        self._view.window().activateWindow()
        self._view.setFocus()

    def _read(self) -> None:
        if self._window.isVisible():
            self._asked += 1
            self._session.disk.when_saved(partial(self._read_list, self._asked))

    def _read_list(self, asked: int) -> None:
        if asked != self._asked:
            return
        tasks.run(
            reading.read_list,
            self._session.path,
            self._session.scheme,
            done=lambda found: self._show_list(asked, found),
            failed=self._complain,
            lane=_LANE,
        )

    def _show_list(self, asked: int, found: Sequence[Listed]) -> None:
        if asked != self._asked or self._later.isActive():
            return  # what was done since is not in it
        wanted, self._wanted = self._wanted, None
        self._window.show_list(found, wanted=wanted)

    def _choose(self, entity_id: str | None) -> None:
        self._id = entity_id
        self._rested.start()

    def _read_places(self) -> None:
        if self._id is not None:
            tasks.run(
                reading.read_places,
                self._session.path,
                self._session.scheme,
                self._id,
                done=self._window.show_places,
                failed=self._complain,
                lane=_LANE,
            )

    def _rename(self, name: str) -> None:
        others = self._bare()
        self._try(lambda known, entity: entities.rename(known, entity, name, others=others))

    def _alias(self, names: Sequence[str]) -> None:
        others = self._bare()
        self._try(lambda known, entity: entities.set_aliases(known, entity, names, others=others))

    def _bare(self) -> list[str]:
        """All names in use: those without a record are taken too."""
        return [each.entity.id for each in self._window.model.everybody]

    def _try(self, operation: Operation) -> None:
        if self._id is None:
            return
        try:
            draft = operation(self._session.directory, self._id)
        except UserError as problem:
            self._complain(str(problem))
            self._window.show_names()
        else:
            self._session.perform(draft)
            self._window.tell(from_core(draft.operation) if draft.changes else "")

    def _merge(self, words: str) -> None:
        """Make the current entity one with another, once all is on the disk."""
        everybody = Directory(each.entity for each in self._window.model.everybody)
        merged, into = self._id, everybody.id_from(words)
        if self._is_merging:
            return
        if merged is None or everybody.record(into) is None:
            self._complain(
                self.tr("The list has no “{}”. Nothing was changed. Choose a name of it.").format(
                    words
                )
            )
            return
        self._wanted, self._is_merging = into, True
        self._window.into.setText("")  # else Ctrl+Z would take back what was typed
        self._session.disk.when_saved(lambda: self._draft_merge(merged, into))

    def _draft_merge(self, merged: str, into: str) -> None:
        tasks.run(
            reading.draft_merge,
            self._session.path,
            self._session.scheme,
            merged,
            into,
            self._session.annotator,
            done=self._perform,
            failed=self._fail_to_merge,
            lane=_LANE,
            is_owed=True,
        )

    def _do_after_merge(self, act: Callable[[], None]) -> None:
        """Undo and redo come after a merge that is being made ready."""
        if self._is_merging:
            self._after_merge.append(act)
        else:
            act()

    def _end_merge(self) -> None:
        self._is_merging = False
        waited, self._after_merge = self._after_merge, []
        for act in waited:
            act()

    def _fail_to_merge(self, problem: str) -> None:
        self._complain(problem)
        self._end_merge()

    def _perform(self, draft: Draft) -> None:
        self._session.perform(draft)
        self._window.tell(self.tr("{}. Ctrl+Z takes it back.").format(from_core(draft.operation)))
        self._end_merge()

    def _go_to(self, mention: Mention) -> None:
        sheet = self._session.sheet
        is_open = sheet is not None and sheet.article.id == mention.article_id
        if not is_open and not self._session.open_article(mention.article_id):
            return
        self._view.go_to(mention.span.start)
        annotation = mention.annotation
        if annotation is not None and annotation.annotator == self._session.annotator:
            self._selected.select(annotation.id)
        self._go_back()

    def _complain(self, problem: str) -> None:
        self._window.tell(problem, is_problem=True)
