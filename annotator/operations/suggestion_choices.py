"""What a project settles about suggestions: where they are hidden, and whether pages of them count.

Articles that measure agreement are labelled without suggestions, since these pull everybody the
same way. Deciding by the page is off until the project's owner allows it.
"""

from annotator.domain.change import Change, Draft
from annotator.domain.choice import Choice
from annotator.storage import records
from annotator.storage.project import Project

AGREEMENT = "agreement:"
"""Under which choices of a project the articles stand that measure agreement."""

PAGE_MODE = "page_mode"
"""The choice that allows deciding on suggestions by the page."""

_YES = "yes"


def for_agreement(project: Project) -> set[str]:
    """The ids of the articles that measure agreement."""
    found = records.select(project, Choice, "name >= ? AND name < ?", (AGREEMENT, "agreement;"))
    return {each.name.removeprefix(AGREEMENT) for each in found}


def is_for_agreement(project: Project, article_id: str) -> bool:
    """Whether an article measures agreement, so that its suggestions are hidden."""
    return records.choice(project, AGREEMENT + article_id) is not None


def set_for_agreement(article_id: str, *, is_on: bool) -> Draft:
    """Say of an article that it measures agreement, or of one that does that it does not."""
    choice = Choice(AGREEMENT + article_id, _YES)
    change = Change(None, choice) if is_on else Change(choice, None)
    words = "Use the article for agreement" if is_on else "Use the article for work"
    return Draft(words, (change,), is_undoable=False)


def allows_pages(project: Project) -> bool:
    """Whether suggestions may be decided on by the page."""
    return records.choice(project, PAGE_MODE) == _YES


def set_pages(*, is_on: bool) -> Draft:
    """Allow deciding on suggestions by the page, or forbid it where it is allowed."""
    choice = Choice(PAGE_MODE, _YES)
    change = Change(None, choice) if is_on else Change(choice, None)
    words = "Allow page mode" if is_on else "Forbid page mode"
    return Draft(words, (change,), is_undoable=False)
