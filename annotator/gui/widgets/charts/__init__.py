"""Charts painted by ourselves: one hue from panel to accent, direct labels, keys and a table.

Each knows only words and numbers. Qt's own charts are under the GPL, and other libraries cost
more to load than the whole window.
"""
