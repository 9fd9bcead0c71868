"""The list of the inbox."""

from annotator.domain.flag import Flag
from annotator.domain.scheme import Scheme
from annotator.gui.flags.delegate import FlagsDelegate, row_height
from annotator.gui.flags.model import FlagsModel
from annotator.gui.names import NameOf
from annotator.gui.widgets.tick_table import TickTable
from annotator.storage.flags import ListedFlag


class FlagsTable(TickTable):
    """Rows of three lines, one for each flag."""

    def __init__(self, scheme: Scheme, name_of: NameOf) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("List of flags"))
        self.flags_model = FlagsModel(scheme, name_of)
        self.setModel(self.flags_model)
        self.begin(self.flags_model, FlagsDelegate(self.flags_model, scheme, self), row_height)

    @property
    def current(self) -> ListedFlag | None:
        """The flag that is shown beside the list."""
        return self.flags_model.row(self.currentIndex().row())

    @property
    def chosen(self) -> list[Flag]:
        """The flags that an answer goes to: those ticked, else the current one."""
        ticked = self.flags_model.ticked
        if ticked:
            return [each.flag for each in self.flags_model.shown if each.flag.key in ticked]
        return [self.current.flag] if self.current else []
