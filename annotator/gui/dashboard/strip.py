"""The strip above the dashboard: whose work is counted, since when, and where the numbers go."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.gui.dashboard import reading
from annotator.gui.widgets.parts import choice_box, plain

_WIDEST_NAME = 280


class Strip(QWidget):
    """Two choices, what is going on, and three buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.people = choice_box(self.tr("Whose work is counted"), widest=_WIDEST_NAME)
        self.people.addItem(self.tr("All annotators"), "")
        self.period = choice_box(self.tr("Since when"))
        for days in reading.DAYS:
            words = self.tr("Last {} days").format(days) if days else self.tr("All time")
            self.period.addItem(words, days)
        self.state = plain(role="muted")
        self.copy_button = QPushButton(self.tr("Copy"))
        self.pdf_button = QPushButton("PDF…")
        self.csv_button = QPushButton("CSV…")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 4)
        row.setSpacing(8)
        for widget in (plain(self.tr("Dashboard"), role="title"), self.people, self.period):
            row.addWidget(widget)
        row.addWidget(self.state)
        row.addStretch(1)
        for button in (self.copy_button, self.pdf_button, self.csv_button):
            row.addWidget(button)
