"""Undo where others have gone on from a step: one's own goes, what is shared and in use stays."""

from dataclasses import replace
from pathlib import Path

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.change import Change, Draft, added
from annotator.domain.entity import Entity
from annotator.domain.people import Annotator, Assignment
from annotator.operations import assigning, entities, library, undoing
from annotator.operations.assigning import Plan
from annotator.storage import records, team
from annotator.storage.project import Project, open_project
from tests import builders

ARTICLE = builders.article(title="The bridge")
MAYOR = Entity("Ruiz", "Ruiz", ("the mayor",))


class Ground:
    """A project as undo asks about it."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.scheme = library.scheme_of(project)

    @property
    def directory(self) -> entities.Directory:
        """The entities as they are stored."""
        return entities.directory_of(self.project)


def label(words: str, name: str, annotator: str) -> Annotation:
    made = builders.annotation(ARTICLE, words, label="source", annotation_id=name, entity="Ruiz")
    return replace(made, annotator=annotator)


def undo(project: Project, made: Draft) -> tuple[list[Annotation], list[Entity]]:
    """What of annotations and entities is there after a step was taken back."""
    builders.write(project, undoing.taken_back(Ground(project), made))
    return records.select(project, Annotation), records.select(project, Entity)


def test_a_label_goes_with_its_entity_while_nobody_else_has_that(tmp_path: Path):
    with open_project(builders.project_file(tmp_path, ARTICLE), is_writable=True) as project:
        made = Draft("Label", added([MAYOR, label("Mayor Ruiz", "s1", "ana")]))
        builders.write(project, made)
        assert undo(project, made) == ([], [])


def test_an_entity_that_others_name_or_changed_stays_and_the_label_goes(tmp_path: Path):
    with open_project(builders.project_file(tmp_path, ARTICLE), is_writable=True) as project:
        made = Draft("Label", added([MAYOR, label("Mayor Ruiz", "s1", "ana")]))
        builders.write(project, made)
        other = label("the mayor", "s2", "ben")
        builders.write(project, Draft("Label", added([other])))
        assert undo(project, made) == ([other], [MAYOR])

        named = Draft("Label", (*added([label("Mayor Ruiz", "s3", "ana")]), _renamed(MAYOR, "R")))
        builders.write(project, named)
        since = replace(MAYOR, name="R", aliases=("she",))
        changes = (Change(replace(MAYOR, name="R"), since),)
        builders.write(project, Draft("Set names", changes))
        assert undo(project, named) == ([other], [since])


def test_articles_given_out_are_taken_back_after_work_on_a_repeat(tmp_path: Path):
    long = [
        builders.article(f"The ferry number {n} was late. Nobody came.", article_id=f"a{n}")
        for n in range(8)
    ]
    with open_project(builders.project_file(tmp_path, *long), is_writable=True) as project:
        builders.write(project, Draft("Add", added([Annotator("ben", "Ben")])))
        names = [each.id for each in long]
        texts = {each.id: each for each in long}
        plan = Plan(("ana", "ben"), repeats=0.5)
        made = assigning.assign(team.of_project(project), names, plan, read=texts.__getitem__)
        builders.write(project, made)
        copies = [each.record for each in made.changes if isinstance(each.record, Article)]
        assert len(copies) > 1
        work = builders.annotation(copies[0], "was late", annotation_id="w")
        builders.write(project, Draft("Label", added([work])))
        builders.write(project, undoing.taken_back(Ground(project), made))
        assert records.select(project, Assignment) == []
        assert records.select(project, Annotation) == [work]
        left = {each.id for each in records.select(project, Article)}
        assert left == {*names, copies[0].id}


def _renamed(entity: Entity, name: str) -> Change:
    return Change(entity, replace(entity, name=name))
