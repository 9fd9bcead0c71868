"""Format `uima-json`: a CAS for each article as JSON, which holds every character and its types."""

from annotator.formats.datasets import uima


class Writer(uima.Writer):
    """A CAS as JSON for each work."""

    suffix = "json"
    is_json = True
