"""Telling which arriving article is a newer version of one that a project has."""

from dataclasses import replace

from annotator.domain.article import VERSION_OF, Article
from annotator.domain.change import Change, Draft
from annotator.domain.errors import UserError
from annotator.domain.people import REPEAT_OF
from annotator.formats.import_map import ImportMap
from annotator.formats.incoming import Arrival
from annotator.storage import articles
from annotator.storage.project import Project
from annotator.text.addresses import leads_to_an_article


class NewerVersions:
    """Finds the older version of what arrives, among what was there when the import began.

    The same address with another text is a newer version. The same id or file name with another
    text is one only where a person said so, for it may as well be a mistake.
    """

    def __init__(self, project: Project, told: ImportMap | None) -> None:
        """Read the addresses of a project.

        Raises:
            UserError: the article that the person named as the older version is not there.
        """
        self._addresses = articles.newest_by_address(project)
        self._texts = articles.known(project)
        self._known_texts = set(self._texts.values())
        self._linked: set[str] = set()
        self._named = told.version_of if told else ""
        self._takes_same_ids = told is not None and told.takes_newer_versions
        if self._named:
            articles.get(project, self._named)

    def was_there(self, article_id: str) -> bool:
        """Whether the project had an article of this id when the import began."""
        return article_id in self._texts

    def linked(self, arrival: Arrival) -> Arrival:
        """An arrival with the older version it belongs to, under an id of its own.

        Raises:
            UserError: it is a second one where a person named the older version of one.
        """
        article = arrival.article
        if article.text_sha256 in self._known_texts:
            return arrival
        has_other_text = self._texts.get(article.id, article.text_sha256) != article.text_sha256
        older = self._named
        if not older and self._takes_same_ids and has_other_text:
            older = article.id
        if not older and article.url and leads_to_an_article(article.url):
            older = self._addresses.get(article.url, "")
        if not older:
            return arrival
        linked = replace(article, extra={**article.extra, VERSION_OF: older})
        is_taken = has_other_text and (older == article.id or not arrival.has_own_id)
        newer = replace(arrival, article=linked)
        newer = newer.renamed() if is_taken else newer
        self._linked.add(newer.article.id)
        if self._named and len(self._linked) > 1:
            raise UserError(
                f"There is more than one article, and only one can be the newer version of "
                f"{self._named}. Nothing was imported. Import that one alone."
            )
        return newer


def told_by_its_file(arrival: Arrival) -> Arrival:
    """An arrival without what only this program says of an article, and no file can.

    That is that it is a hidden repeat, which would be shown nowhere, or a newer version of what is
    no id.
    """
    extra = {name: value for name, value in arrival.article.extra.items() if name != REPEAT_OF}
    if not isinstance(extra.get(VERSION_OF), str):
        extra.pop(VERSION_OF, None)
    if len(extra) == len(arrival.article.extra):
        return arrival
    return replace(arrival, article=replace(arrival.article, extra=extra))


def older_version_of(article: Article) -> str | None:
    """The id of the article of which another is a newer version."""
    older = article.extra.get(VERSION_OF)
    return older if isinstance(older, str) else None


def link_version(project: Project, newer: str, older: str) -> Draft:
    """Say that one article is a newer version of another; both texts stay as they are.

    Raises:
        UserError: one is not there, they are the same, or it would be a version of itself.
    """
    article, chain = articles.get(project, newer), [older]
    while (before := older_version_of(articles.get(project, chain[-1]))) is not None:
        if before in chain:
            break
        chain.append(before)
    if newer in chain:
        raise UserError(f"{newer} cannot be a newer version of itself. Nothing was changed.")
    linked = replace(article, extra={**article.extra, VERSION_OF: older})
    changes = () if linked == article else (Change(article, linked),)
    return Draft("Link to the older version", changes)
