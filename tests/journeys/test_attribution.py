"""Who says it, through the real `main` and real keys: offered, taken, found on the disk."""

from pathlib import Path

from annotator.domain.sheet import Sheet
from annotator.storage import records
from annotator.storage.project import open_project
from tests import builders
from tests.journeys.driver import Person, start
from tests.journeys.label_by_keys import sheet

TEXT = (
    "The work will cost 41 million euros, according to the harbour authority. "
    "The council expects more ships. Nobody asked the residents."
)


def links(of: Sheet) -> list[tuple[str, str]]:
    """What leads to which words."""
    return sorted((each.label, of.annotations[each.to_id].text) for each in of.relations.values())


def test_claim_source_cue_and_links_are_two_keys_and_no_source_one(
    home: Path, tmp_path: Path
) -> None:
    path = builders.project_file(tmp_path, builders.article(TEXT))

    def work(person: Person) -> None:
        person.press("C", "S")
        assert person.keys == 2
        taken = [("attributed_to", "the harbour authority"), ("cued_by", "according to")]
        assert links(sheet(person)) == taken
        person.press("Z")
        assert links(sheet(person)) == []
        person.press("Shift+Z")
        person.press("J", "C", "S", "J", "C", "O", "N")
        assert sheet(person).is_finished is False
        person.wait_until_saved()

    assert start([str(path)], work) == 0
    with open_project(path) as project:
        stored = records.sheet(project, "a1", "ana")
    assert links(stored) == [
        ("attributed_to", "The council"),
        ("attributed_to", "the harbour authority"),
        ("cued_by", "according to"),
        ("cued_by", "expects"),
    ]
    claims = sorted(
        (each.start, each.attributes)
        for each in stored.annotations.values()
        if each.label == "claim"
    )
    assert [attributes for _, attributes in claims] == [{}, {}, {"no_source": "outlet"}]
    origins = {each.label: each.origin for each in stored.annotations.values()}
    assert origins == {
        "claim": "manual",
        "source": "suggestion:attribution",
        "cue": "suggestion:attribution",
    }
