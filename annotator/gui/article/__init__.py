"""The article view: text that is read for hours, with marks painted on it.

An own scroll area with one `QTextLayout` per paragraph, laid out when it is first seen. Weighed and
left out: QTextEdit lays out the whole article and freezes on a change of width; QPlainTextEdit
scrolls by whole lines and ignores line heights; QGraphicsView leaves holes where a height was
guessed wrongly; QWebEngine weighs 400 MB; QML took 200 ms a frame.

Marks are painted, never put into a document, so a label costs an index change and a repaint of its
lines, and the text never moves. Positions are code points of the stored text everywhere but inside
`layout`, where each paragraph translates its own to Qt's UTF-16 units.
"""
