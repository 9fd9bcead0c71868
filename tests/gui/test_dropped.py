"""Files that fall onto the window."""

from pathlib import Path

from PySide6.QtCore import QUrl

from annotator.gui.dropped import paths_of


def test_a_dropped_file_is_found_whatever_bytes_its_name_has():
    encoded = [b"file:///tmp/n%E9.txt", b"file:///tmp/a%20b%23%C3%A9.txt", b"https://example.org/x"]
    paths = paths_of([QUrl.fromEncoded(each) for each in encoded])
    assert paths == [Path("/tmp/n\udce9.txt"), Path("/tmp/a b#é.txt")]
