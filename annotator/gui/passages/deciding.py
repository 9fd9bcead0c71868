"""What can be decided about the passages that are ticked, each as one step."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from annotator.domain.annotation import Annotation
from annotator.domain.attribute import Attribute
from annotator.domain.change import Draft
from annotator.domain.errors import UserError
from annotator.domain.flag import Flag
from annotator.domain.review import VERDICTS
from annotator.domain.scheme import LabelChoice
from annotator.gui.session import Session
from annotator.gui.widgets.entry_bar import EntryBar
from annotator.operations import deciding, flags
from annotator.storage.same import SamePassage


class Deciding(QObject):
    """Asks in the strip below where something has to be asked, and does it."""

    told = Signal(object)

    def __init__(self, session: Session, entry: EntryBar, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._entry = entry

    def relabel(self, rows: Sequence[SamePassage], choice: LabelChoice) -> None:
        """Give own passages another label."""
        self._do(
            self._own(rows),
            lambda own: deciding.relabel_all(
                own,
                self._session.scheme,
                choice.label,
                sheet_of=self._session.sheet_by,
                attributes=dict(choice.attributes),
            ),
        )

    def set_attribute(self, rows: Sequence[SamePassage]) -> None:
        """Ask for an attribute, then for its value, and set it on own passages."""
        own = self._own(rows)
        attributes = self._attributes(own)
        if not attributes:
            return
        self._entry.ask(
            self.tr("Set which attribute of this passage?")
            if len(own) == 1
            else self.tr("Set which attribute of {} passages?").format(len(own)),
            lambda number, _: self._ask_value(own, attributes[number]),
            options=[each.name for each in attributes],
            hint=self.tr("A digit, or ↑ ↓ and Enter · Esc leaves"),
        )

    def judge(self, rows: Sequence[SamePassage]) -> None:
        """Ask for a verdict with a reason, and give it on the passages."""
        found = [row.annotation for row in rows if row.annotation is not None]
        names = [self.tr("Accepted"), self.tr("Corrected"), self.tr("Rejected")]
        if not found:
            return
        self._entry.ask(
            self.tr("Verdict on this passage")
            if len(found) == 1
            else self.tr("Verdict on {} passages").format(len(found)),
            lambda number, text: self._do(
                found,
                lambda every: deciding.judge_all(
                    every,
                    VERDICTS[number],
                    by=self._session.annotator,
                    sheet_of=self._session.sheet_by,
                    reason=text,
                ),
            ),
            options=names,
            placeholder=self.tr("Why, in a few words"),
            hint=self.tr("A digit or ↑ ↓ for the verdict, then words · Enter gives it · Esc"),
        )

    def close_flags(self, rows: Sequence[SamePassage]) -> None:
        """Ask for an answer, and close all open flags on the passages with it."""
        found = [flag for row in rows for flag in row.open_flags]
        if not found:
            self.told.emit(self.tr("No flag is open on these passages."))
            return
        self._entry.ask(
            self.tr("Answer and close this flag")
            if len(found) == 1
            else self.tr("Answer and close {} flags").format(len(found)),
            lambda _, text: self._perform(self._reply(found, text)),
            placeholder=self.tr("Reply"),
            hint=self.tr("Enter closes them, with or without words · Esc leaves"),
        )

    def _reply(self, found: Sequence[Flag], text: str) -> Draft:
        return flags.reply(found, by=self._session.annotator, text=text, is_closing=True)

    def _ask_value(self, own: Sequence[Annotation], attribute: Attribute) -> None:
        self._entry.ask(
            attribute.name,
            lambda number, _: self._do(
                own,
                lambda every: deciding.set_all(
                    every,
                    self._session.scheme,
                    attribute.id,
                    attribute.values[number].id,
                    sheet_of=self._session.sheet_by,
                ),
            ),
            options=[each.name for each in attribute.values],
            tips=[each.help for each in attribute.values],
            hint=self.tr("A digit, or ↑ ↓ and Enter · Esc leaves"),
        )

    def _attributes(self, own: Sequence[Annotation]) -> list[Attribute]:
        """The attributes with closed values that the first passage's label has."""
        label = self._session.scheme.label(own[0].label) if own else None
        held = label.attributes if label else ()
        return [each for each in held if each.kind == "choice" and not each.editors_only]

    def _own(self, rows: Sequence[SamePassage]) -> list[Annotation]:
        """What the person labelled; other people's labels are judged, not changed."""
        found = [row.annotation for row in rows if row.annotation is not None]
        own = [each for each in found if each.annotator == self._session.annotator]
        if found and not own:
            self.told.emit(
                self.tr("These are labels of others: V gives a verdict on them, F answers flags.")
            )
        return own

    def _do(
        self, found: Sequence[Annotation], act: Callable[[Sequence[Annotation]], Draft]
    ) -> None:
        if not found:
            return
        try:
            draft = act(found)
        except UserError as refusal:
            self.told.emit(str(refusal))
            return
        self._perform(draft)

    def _perform(self, draft: Draft) -> None:
        if self._session.perform(draft) is not None:
            self.told.emit(self.tr("Done · Z takes all of it back."))
