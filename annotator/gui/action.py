"""One command of the window, and the menus that commands stand in."""

from PySide6.QtCore import QCoreApplication

from annotator.dataclass import dataclass

CONTEXT = "Actions"


@dataclass(frozen=True, slots=True)
class Action:
    """One command: what it is called, which keys do it, where it stands.

    `needs` is `project`, `article`, `review` or nothing; `group` parts a menu by lines. `where`
    names the screen on which alone its keys act, the article without one.
    """

    id: str
    title: str
    menu: str = ""
    keys: tuple[str, ...] = ()
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    needs: str = "article"
    group: int = 0
    is_checkable: bool = False
    where: str = ""

    @property
    def owner(self) -> str:
        """Who does it."""
        return self.id.partition(".")[0]

    @property
    def method(self) -> str:
        """The method that does it."""
        return self.id.split(".")[1]

    @property
    def arguments(self) -> tuple[str, ...]:
        """What the method is told: with which of several things it is to be done."""
        return tuple(self.id.split(".")[2:])

    @property
    def every_key(self) -> tuple[str, ...]:
        """All keys, those of the article first."""
        return self.keys + self.shortcuts

    @property
    def shown_section(self) -> str:
        """Under which heading the page of keys shows it."""
        title = SECTIONS.get((self.menu, self.group), MENU_TITLES[self.menu].replace("&", ""))
        return QCoreApplication.translate(CONTEXT, title)

    @property
    def shown_menu(self) -> str:
        """The menu it stands in, in the person's language."""
        return QCoreApplication.translate(CONTEXT, MENU_TITLES[self.menu]).replace("&", "")

    @property
    def shown_title(self) -> str:
        """The title in the person's language."""
        return QCoreApplication.translate(CONTEXT, self.title)


MENUS = ("file", "edit", "view", "article", "annotate", "review", "help")
# Where a menu holds too much for one heading.
SECTIONS = {
    ("annotate", -1): "Label",
    ("annotate", 0): "Label",
    ("annotate", 1): "Change a label",
    ("annotate", 2): "Change a label",
    ("annotate", 3): "Suggestions",
    ("annotate", 4): "Who says it",
    ("annotate", 5): "Link and remark",
    ("annotate", 6): "Link and remark",
    ("review", 1): "Settle a difference",
    ("review", 2): "Settle a difference",
    ("review", 3): "Settle a difference",
    ("article", 2): "Move by sentence",
    ("article", 3): "Select words",
    ("article", 4): "Move by sentence",
    ("article", 5): "Move by sentence",
}
MENU_TITLES = {
    "file": "&File",
    "edit": "&Edit",
    "view": "&View",
    "article": "&Article",
    "annotate": "A&nnotate",
    "review": "&Review",
    "help": "&Help",
}
