"""Find in the open article."""

from PySide6.QtCore import QObject

from annotator.domain.span import Span
from annotator.gui.article.view import ArticleView
from annotator.gui.session import Session
from annotator.gui.widgets.find_bar import FindBar

MOST_HITS = 5_000
_ALIKE = {"'": "['’‘]", '"': '["“”„]', "-": "[-‑–—]", " ": r"\s+"}


class Finding(QObject):
    """Shows every place of what was typed, and walks over them."""

    def __init__(self, session: Session, view: ArticleView, bar: FindBar) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._bar = bar
        self._hits: list[Span] = []
        self._current: int | None = None
        bar.searched.connect(self._search)
        bar.stepped.connect(self._step)
        bar.closed.connect(self.close)
        session.opened.connect(lambda _: self._search_again())

    def open(self) -> None:
        """Open the strip; selected words are what is looked for."""
        sheet, selection = self._session.sheet, self._view.selection
        words = selection.cut_from(sheet.article.text) if sheet and selection else ""
        self._bar.open(words if "\n" not in words else "")

    def next_hit(self) -> None:
        """Go to the next hit."""
        self._step(1)

    def previous_hit(self) -> None:
        """Go to the hit before."""
        self._step(-1)

    def close(self) -> bool:
        """Close the strip and forget the hits, → selects the current one; false when closed."""
        if self._bar.isHidden():
            return False
        self._bar.hide()
        if self._current is not None:
            self._view.expect(self._hits[self._current])
        self._hits, self._current = [], None
        self._view.set_hits((), None)
        self._view.setFocus()
        return True

    def _search_again(self) -> None:
        if not self._bar.isHidden():
            self._search(self._bar.field.text())

    def _search(self, words: str) -> None:
        sheet = self._session.sheet
        self._hits = hits(sheet.article.text, words) if sheet else []
        here = self._view.current_sentence.start
        onwards = (number for number, hit in enumerate(self._hits) if hit.start >= here)
        self._current = next(onwards, 0) if self._hits else None
        self._show()

    def _step(self, direction: int) -> None:
        if self._hits and self._current is not None:
            self._current = (self._current + direction) % len(self._hits)
            self._show()

    def _show(self) -> None:
        self._view.set_hits(self._hits, self._current)
        if self._current is None:
            is_typed = bool(self._bar.field.text().strip())
            self._bar.count.setText(self.tr("Not in this article") if is_typed else "")
            return
        self._view.go_to(self._hits[self._current].start)
        many = "+" if len(self._hits) >= MOST_HITS else ""
        self._bar.count.setText(
            self.tr("{} of {}").format(self._current + 1, f"{len(self._hits)}{many}")
        )


def hits(text: str, words: str) -> list[Span]:
    """Every place of some words, code points; case, kinds of quotes, dashes and spaces alike."""
    wanted = words.strip()
    if not wanted:
        return []
    import regex  # reads ten times as fast as `re` where case does not count

    pattern = "".join(_ALIKE.get(character) or regex.escape(character) for character in wanted)
    found = regex.finditer(pattern, text, regex.IGNORECASE)
    return [Span(*match.span()) for match, _ in zip(found, range(MOST_HITS), strict=False)]
