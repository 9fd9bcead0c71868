"""Keeps the article view in step with the session: what is made is painted in the same frame."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, Qt, QTimer, Signal

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.change import Draft, Record
from annotator.domain.flag import Flag
from annotator.domain.relation import Relation
from annotator.domain.sheet import Sheet
from annotator.domain.suggestion import Suggestion
from annotator.gui.annotate import appearance
from annotator.gui.article.marks import Link, Mark
from annotator.gui.article.view import ArticleView
from annotator.gui.selected import FLAG_PREFIX, SUGGESTION_PREFIX, Selected
from annotator.gui.session import Session

Marked: TypeAlias = Annotation | Flag | Suggestion
"""What has a mark of its own."""

_MARKED = (Annotation, Flag, Suggestion)

PATIENCE_MILLISECONDS = 40
"""A mark shows that it waits only when the disk is slower than about two frames."""


class Showing(QObject):
    """Turns records into marks, and drafts into the few marks that they touch."""

    article_shown = Signal()

    def __init__(self, session: Session, view: ArticleView, selected: Selected) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._selected = selected
        self._waiting: set[str] = set()
        self._links: dict[tuple[str, ...], Link] = {}
        self._ghosts: tuple[Mark, ...] = ()
        self._far: dict[str, str] = {}
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(self._show_waiting)
        session.opened.connect(self._show_article)
        session.changed.connect(self._show_draft)
        session.suggested.connect(self._show_draft)
        session.hidden.connect(self._show_all)
        session.reverted.connect(self._follow)
        session.reread.connect(self._show_all)
        session.names.changed.connect(self._show_all)
        session.settled.connect(self._settle)
        selected.changed.connect(self._outline)

    def show_ghosts(self, marks: Sequence[Mark] = (), links: Sequence[Link] = ()) -> None:
        """Show marks and links that are only offered, and no others."""
        gone = {mark.id for mark in self._ghosts} - {mark.id for mark in marks}
        self._ghosts = tuple(marks)
        self._view.set_ghost_links(())
        self._view.update_marks(added=self._ghosts, removed=gone)
        self._view.set_ghost_links(links)

    def _show_article(self, sheet: Sheet) -> None:
        article = sheet.article
        self._waiting.clear()
        self._ghosts = ()
        self._selected.select(None)
        self._view.show_article(article, header=(article.title, byline_of(article)))
        self._show_all()
        self.article_shown.emit()

    def _show_all(self) -> None:
        sheet = self._session.sheet
        if sheet is None:
            return
        self._far = appearance.far_words(sheet, self._session.scheme, self._session.sheet_of)
        marks = [self._mark(annotation) for annotation in sheet.annotations.values()]
        marks += [self._mark(flag) for flag in sheet.flags.values()]
        marks += [self._mark(each) for each in self._session.suggestions.values()]
        marks += self._ghosts
        self._links = appearance.links_of(sheet.relations.values(), self._session.scheme)
        shown = [mark for mark in marks if mark is not None]
        self._view.set_marks(shown, tuple(self._links.values()))

    def _show_draft(self, draft: Draft) -> None:
        sheet = self._session.sheet
        if sheet is None:
            return
        if draft.changes_articles:
            self._view.change_header(sheet.article, (sheet.article.title, byline_of(sheet.article)))
        self._show_links(draft)
        self._show_touched(draft, sheet)
        self._show_far_signs(draft, sheet)
        self._patience.start()

    def _show_far_signs(self, draft: Draft, sheet: Sheet) -> None:
        """Show what is linked with other articles since a draft, and what no longer is."""
        if not any(_is_between(each.record) for each in draft.changes):
            return
        before = self._far
        self._far = appearance.far_words(sheet, self._session.scheme, self._session.sheet_of)
        touched = {
            name for name in {*before, *self._far} if before.get(name) != self._far.get(name)
        }
        made = [self._mark(sheet.annotations.get(name)) for name in touched]
        self._view.update_marks(added=[mark for mark in made if mark is not None])

    def _show_links(self, draft: Draft) -> None:
        """Put in and take out the lines that a draft touches."""
        changes = [each for each in draft.changes if isinstance(each.record, Relation)]
        for change in changes:
            for relation in (change.before, change.after):
                if isinstance(relation, Relation):
                    self._links.pop(relation.key, None)
            if isinstance(change.after, Relation):
                self._links |= appearance.links_of([change.after], self._session.scheme)
        if changes:
            self._view.set_links(tuple(self._links.values()))

    def _show_touched(self, draft: Draft, sheet: Sheet) -> None:
        touched = {
            _mark_id(change.record): change.record
            for change in draft.changes
            if isinstance(change.record, _MARKED) and sheet.concerns(change.record)
        }
        flags = [
            flag
            for flag in sheet.flags.values()
            if flag.target_id is not None and flag.target_id in touched
        ]
        touched |= {_mark_id(flag): flag for flag in flags}
        made = [self._mark(self._current(record, sheet)) for record in touched.values()]
        added = [mark for mark in made if mark is not None]
        gone = set(touched) - {mark.id for mark in added}
        self._view.update_marks(added=added, removed=gone)

    def _current(self, record: Marked, sheet: Sheet) -> Marked | None:
        if isinstance(record, Annotation):
            return sheet.annotations.get(record.id)
        if isinstance(record, Suggestion):
            return self._session.suggestions.get(record.id)
        return sheet.flags.get(record.id)

    def _mark(self, record: Marked | None) -> Mark | None:
        sheet, scheme = self._session.sheet, self._session.scheme
        if record is None or sheet is None:
            return None
        if isinstance(record, Suggestion):
            return appearance.suggestion_mark_of(record, scheme)
        is_saved = _mark_id(record) not in self._waiting
        if isinstance(record, Flag):
            name_of = self._session.names.of
            return appearance.flag_mark_of(record, sheet, scheme, name_of, is_saved=is_saved)
        mark = appearance.mark_of(record, scheme, is_saved=is_saved)
        far = self._far.get(record.id)
        return replace(mark, far=far) if far else mark

    def _show_waiting(self) -> None:
        """Show what still waits after the patience as not saved, and the rest as saved."""
        waiting = {
            _mark_id(change.record)
            for draft in self._session.waiting
            for change in draft.changes
            if isinstance(change.record, Annotation | Flag)
        }
        touched, self._waiting = waiting ^ self._waiting, waiting
        sheet = self._session.sheet
        if touched and sheet is not None:
            made = [self._mark(_record_of(name, sheet)) for name in touched]
            self._view.update_marks(added=[mark for mark in made if mark is not None])

    def _settle(self, _: Draft) -> None:
        if self._waiting and not self._patience.isActive():
            self._patience.start()

    def _follow(self, draft: Draft) -> None:
        """Scroll to what was undone or redone, and select it where it is still there."""
        sheet = self._session.sheet
        record = _subject(draft, sheet) if sheet is not None else None
        if sheet is None or record is None:
            return
        places = (
            record.fragments
            if isinstance(record, Annotation)
            else appearance.places_of(record, sheet)
        )
        if places:
            self._view.go_to(places[0].start)
        is_there = self._current(record, sheet) is not None
        self._selected.follow(_mark_id(record) if is_there else None)

    def outline(self) -> None:
        """Outline what is selected, without moving the text."""
        self._view.outline_mark(self._selected.id)

    def _outline(self, mark_id: str | None) -> None:
        if self._selected.is_deliberate:
            self._view.select_mark(mark_id)
        else:
            self.outline()


def _subject(draft: Draft, sheet: Sheet) -> Annotation | Flag | None:
    """What a step was about: a label or flag; for a link or what was offered, the claim's end."""
    records = [each.record for each in draft.changes]
    marked = [e for e in records if isinstance(e, Annotation | Flag) and sheet.concerns(e)]
    ends = [name for e in records if isinstance(e, Relation) for name in (e.from_id, e.to_id)]
    linked = next((sheet.annotations[name] for name in ends if name in sheet.annotations), None)
    if linked is not None and all(_is_offered(each) for each in marked):
        return linked
    return marked[0] if marked else None


def _is_offered(record: Annotation | Flag) -> bool:
    return isinstance(record, Annotation) and record.origin.startswith("suggestion:")


def _is_between(record: Record) -> bool:
    return isinstance(record, Relation) and record.is_between_articles


def _mark_id(record: Marked) -> str:
    if isinstance(record, Suggestion):
        return SUGGESTION_PREFIX + record.id
    return FLAG_PREFIX + record.id if isinstance(record, Flag) else record.id


def _record_of(mark_id: str, sheet: Sheet) -> Annotation | Flag | None:
    if mark_id.startswith(FLAG_PREFIX):
        return sheet.flags.get(mark_id.removeprefix(FLAG_PREFIX))
    return sheet.annotations.get(mark_id)


def byline_of(article: Article) -> str:
    """Where and when an article was published."""
    return " · ".join(part for part in (article.outlet, _date(article.published)) if part)


def _date(published: str | None) -> str:
    """A date as people write it; what is no date stays as it is."""
    day = QDate.fromString((published or "")[:10], Qt.DateFormat.ISODate)
    pattern = QCoreApplication.translate("Date", "d MMMM yyyy")
    return QLocale().toString(day, pattern) if day.isValid() else published or ""
