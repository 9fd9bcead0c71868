"""Who works in a project, and as what."""

from collections.abc import Sequence
from dataclasses import replace

from annotator.domain.change import Change, Draft, added, removed
from annotator.domain.errors import UserError
from annotator.domain.identity import LONGEST_NAME, is_name
from annotator.domain.people import ANNOTATOR, EDITOR, GOLD, ROLES, Annotator
from annotator.storage.team import Team


def add_people(team: Team, names: Sequence[str], role: str = ANNOTATOR) -> Draft:
    """Let people work in the project.

    Raises:
        UserError: somebody is there already, or the name or role cannot be.
    """
    _check_role(role)
    wanted = list(dict.fromkeys(name.strip() for name in names))
    for name in wanted:
        _check_name(team, name)
    fresh = [Annotator(name, name, role) for name in wanted]
    return Draft(f"Add {_listed(wanted)}", added(fresh))


def set_role(team: Team, name: str, role: str) -> Draft:
    """Make somebody an editor, or an annotator again; one editor must stay.

    Raises:
        UserError: nobody has that name, or no editor would be left.
    """
    _check_role(role)
    before = check_there(team, name)
    if before.role == role:
        return Draft("Nothing", ())
    if before.role == EDITOR:
        _check_editors(team, name)
    words = "an editor" if role == EDITOR else "an annotator"
    return Draft(f"Make {name} {words}", (Change(before, replace(before, role=role)),))


def rename(team: Team, name: str, shown: str) -> Draft:
    """Give somebody another name to be shown; the id, and with it all work, stays.

    Raises:
        UserError: nobody has that id, or it can be no name.
    """
    before, wanted = check_there(team, name), shown.strip()
    if not is_name(wanted):
        raise UserError(f"“{shown}” can be nobody's name. Nothing was changed.")
    changes = () if before.name == wanted else (Change(before, replace(before, name=wanted)),)
    return Draft(f"Call {name} {wanted}", changes)


def remove_person(team: Team, name: str) -> Draft:
    """Take somebody out of the project with what they were given; what they did stays.

    Raises:
        UserError: nobody has that name, or no editor would be left.
    """
    person = check_there(team, name)
    if person.role == EDITOR:
        _check_editors(team, name)
    return Draft(f"Remove {name}", removed([*team.assigned_to(name), person]))


def check_there(team: Team, name: str) -> Annotator:
    """Somebody by name, or a refusal in words.

    Raises:
        UserError: nobody has that name.
    """
    found = team.person(name)
    if found is None:
        known = ", ".join(each.id for each in team.people if each.id != GOLD) or "nobody yet"
        raise UserError(f"Nobody here is called “{name}”. Nothing was changed. There is: {known}.")
    return found


def _check_name(team: Team, name: str) -> None:
    if not is_name(name):
        raise UserError(
            f"“{name}” can be nobody's name. Nobody was added. A name needs visible characters "
            f"and nothing else, at most {LONGEST_NAME}."
        )
    if name == GOLD:
        raise UserError(f"{GOLD} is the adjudicated layer and nobody's name. Nobody was added.")
    if team.person(name) is not None:
        raise UserError(f"{name} is in the project already. Nobody was added.")


def _check_role(role: str) -> None:
    if role not in ROLES:
        raise UserError(f"There is no role “{role}”. Choose one of: {', '.join(ROLES)}.")


def _check_editors(team: Team, name: str) -> None:
    if not any(each.role == EDITOR and each.id != name for each in team.people):
        raise UserError(
            f"{name} is the only editor. Nothing was changed. Make somebody else an editor first."
        )


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{len(names)} people"
