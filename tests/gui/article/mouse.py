"""A mouse with a button held down: what Qt's test mouse does not tell offscreen."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.gui.article.view import ArticleView


def send_move(
    view: ArticleView,
    point: QPoint,
    held: Qt.KeyboardModifier,
    *,
    buttons: Qt.MouseButton = Qt.MouseButton.LeftButton,
) -> None:
    """Move with the left button held, or with other buttons or none."""
    window = view.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(window.mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        buttons,
        held,
    )
    QApplication.sendEvent(window, event)
