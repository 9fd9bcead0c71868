"""A screen reader of our own: it knows of the program only what the accessibility bus tells.

It speaks AT-SPI 2, the interface of the screen readers of Linux desktops, over a session bus of
`dbus-run-session`, and presses keys through the X server like a person.
Interfaces: the XML files of at-spi2-core (`org.a11y.atspi.*`).
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jeepney import DBusAddress, Message, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

PATIENCE_SECONDS = 60.0
_KEEP_BUS = "echo $DBUS_SESSION_BUS_ADDRESS; exec cat"  # until its input ends
_REGISTRY = "org.a11y.atspi.Registry"
_REGISTRAR = "/org/a11y/atspi/registry"
_ROOT = "/org/a11y/atspi/accessible/root"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_TEXT = "org.a11y.atspi.Text"
_EVENTS = "org.a11y.atspi.Event.Object"
_WANTED = ("announcement", "text-caret-moved", "state-changed:focused")
_SENTENCE = 2  # ATSPI_TEXT_GRANULARITY_SENTENCE
_FOCUSABLE, _FOCUSED, _SHOWING = 11, 12, 25  # ATSPI_STATE_*
_LABELLED_BY = 2  # ATSPI_RELATION_LABELLED_BY
_URGENT = 2  # ATSPI_LIVE_ASSERTIVE


class Refused(LookupError):
    """The program did not answer a question, since the thing is not there any more."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that the program shows, as the bus names it."""

    bus: str
    path: str


_DESKTOP = Thing(_REGISTRY, _ROOT)


@dataclass(slots=True)
class Reader:
    """What a person hears, and what their screen reader can ask."""

    bus: DBusConnection
    display: str
    heard: list[str] = field(default_factory=list)
    urgent: list[str] = field(default_factory=list)
    caret: int | None = None
    focused: Thing | None = None

    def listen(self) -> None:
        """Ask the registry for the events that a reader speaks of."""
        for name in _WANTED:
            self.wait_until(partial(self._is_wanted, f"object:{name}"))
        self._call(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "AddMatch",
            "s", f"type='signal',interface='{_EVENTS}'",
        )  # fmt: skip

    def _is_wanted(self, event: str) -> bool:
        """Whether the registry took it; one that goes while it starts is started by the next."""
        with suppress(Refused):
            self._call(_REGISTRY, _REGISTRAR, _REGISTRY, "RegisterEvent", "s", event)
            return True
        return False

    def find(self, name: str, *, role: str | None = None) -> Thing:
        """The first thing of this name on the screen, waited for."""
        found: list[Thing] = []

        def is_there() -> bool:
            # A screen may be leaving while we look.
            with suppress(Refused):
                shown = (thing for window in self.windows() for thing, _ in self.shown(window))
                called = (thing for thing in shown if self.name_of(thing) == name)
                alike = (thing for thing in called if role in (None, self.role_of(thing)))
                found[:] = islice(alike, 1)
            return bool(found)

        self.wait_until(is_there)
        return found[0]

    def things(self, top: Thing) -> Iterator[Thing]:
        """A thing and everything in it, from the top down."""
        waiting = [top]
        while waiting:
            thing = waiting.pop(0)
            yield thing
            children = self._ask(thing, _ACCESSIBLE, "GetChildren") or []
            waiting[:0] = [Thing(*child) for child in children]

    def name_of(self, thing: Thing) -> str:
        """What a reader calls it."""
        return str(self._property(thing, _ACCESSIBLE, "Name"))

    def role_of(self, thing: Thing) -> str:
        """What kind of thing it is."""
        return str(self._ask(thing, _ACCESSIBLE, "GetRoleName"))

    def is_focused(self, thing: Thing) -> bool:
        """Whether keys go there."""
        return self._is(thing, _FOCUSED)

    def stops(self, top: Thing) -> Iterator[Thing]:
        """Everything on the screen in a part that the keyboard can come to."""
        return (thing for thing, states in self.shown(top) if states >> _FOCUSABLE & 1)

    def shown(self, top: Thing) -> Iterator[tuple[Thing, int]]:
        """What is on the screen of a thing and all in it, with its states, from the top down."""
        states, _ = self._ask(top, _ACCESSIBLE, "GetState")
        if states >> _SHOWING & 1:
            yield top, states
            for child in self._ask(top, _ACCESSIBLE, "GetChildren") or []:
                yield from self.shown(Thing(*child))

    def windows(self) -> list[Thing]:
        """The windows of the program."""
        found = []
        for program in self._ask(_DESKTOP, _ACCESSIBLE, "GetChildren"):
            found += self._ask(Thing(*program), _ACCESSIBLE, "GetChildren") or []
        return [Thing(*each) for each in found]

    def purpose_of(self, thing: Thing) -> str:
        """What a reader says of it besides its name: its label, else its description."""
        for kind, labels in self._ask(thing, _ACCESSIBLE, "GetRelationSet"):
            if kind == _LABELLED_BY:
                return self.name_of(Thing(*labels[0]))
        return str(self._property(thing, _ACCESSIBLE, "Description"))

    def _is(self, thing: Thing, state: int) -> bool:
        low, _ = self._ask(thing, _ACCESSIBLE, "GetState")
        return bool(low >> state & 1)

    def type(self, words: str) -> None:
        """Type words as on a keyboard."""
        subprocess.run(
            ["xdotool", "type", words], env=os.environ | {"DISPLAY": self.display}, check=True
        )

    def words_of(self, thing: Thing) -> str:
        """All that stands in a part of the window."""
        return " ".join(self.name_of(each) for each in self.things(thing))

    def text_of(self, thing: Thing) -> str:
        """The whole text."""
        count = self._property(thing, _TEXT, "CharacterCount")
        return str(self._ask(thing, _TEXT, "GetText", "ii", 0, count))

    def caret_in(self, thing: Thing) -> int:
        """Where the caret stands, in the units of the text."""
        return int(self._property(thing, _TEXT, "CaretOffset"))

    def sentence_at(self, thing: Thing, place: int) -> str:
        """The sentence around a place, as a reader reads it out."""
        reply = self._call(
            thing.bus, thing.path, _TEXT, "GetStringAtOffset", "iu", place, _SENTENCE
        )
        return str(reply[0])

    def press(self, *keys: str) -> None:
        """Press keys as on a keyboard: names of X, joined by `+`."""
        for key in keys:
            subprocess.run(
                ["xdotool", "key", "--clearmodifiers", key],
                env=os.environ | {"DISPLAY": self.display},
                check=True,
            )

    def focus_window(self) -> None:
        """Give the program's window the keyboard, as a window manager would."""
        subprocess.run(
            ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Annotator",
             "windowfocus", "--sync"],
            env=os.environ | {"DISPLAY": self.display}, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip

    def wait_until_heard(self, words: str) -> str:
        """The first announcement that holds these words."""
        self.wait_until(lambda: any(words in said for said in self.heard))
        return next(said for said in self.heard if words in said)

    def wait_until(self, condition: Callable[[], object]) -> None:
        """Listen until something is so."""
        until = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            assert time.monotonic() < until, f"it did not become so; heard: {self.heard}"
            self._hear(0.05)

    def _hear(self, seconds: float) -> None:
        try:
            while True:
                self._take(self.bus.receive(timeout=seconds))
        except TimeoutError:
            return

    def _take(self, message: Message) -> None:
        header = message.header
        if header.message_type != MessageType.signal:
            return
        match header.fields.get(3):  # the name of the signal
            case "Announcement":
                words, is_urgent = str(message.body[3][1]), message.body[1] == _URGENT
                self.heard.append(words)
                if is_urgent:
                    self.urgent.append(words)
            case "TextCaretMoved":
                self.caret = int(message.body[1])
            case "StateChanged" if message.body[0] == "focused" and message.body[1]:
                self.focused = Thing(str(header.fields[7]), str(header.fields[1]))

    def _property(self, thing: Thing, interface: str, name: str) -> Any:
        properties = "org.freedesktop.DBus.Properties"
        return self._call(thing.bus, thing.path, properties, "Get", "ss", interface, name)[0][1]

    def _ask(
        self, thing: Thing, interface: str, method: str, signature: str = "", *body: object
    ) -> Any:
        return self._call(thing.bus, thing.path, interface, method, signature, *body)[0]

    def _call(
        self, bus: str, path: str, interface: str, method: str, signature: str, *body: object
    ) -> tuple[Any, ...]:
        address = DBusAddress(path, bus_name=bus, interface=interface)
        serial = next(self.bus.outgoing_serial)
        self.bus.send(new_method_call(address, method, signature or None, body), serial=serial)
        # What is announced meanwhile is heard too.
        while True:
            message = self.bus.receive(timeout=PATIENCE_SECONDS)
            if message.header.fields.get(5) == serial:  # the call it answers
                if message.header.message_type != MessageType.method_return:
                    raise Refused(message.body)
                return tuple(message.body)
            self._take(message)


@contextmanager
def desktop(home: Path, *arguments: str) -> Iterator[Reader]:
    """The program on a screen and a session bus of its own, and a reader that listens."""
    with ExitStack() as stack:
        own = stack.enter_context(TemporaryDirectory())
        display = stack.enter_context(_screen())
        # The sockets of the accessibility bus lie there, called after the display alone.
        desk = os.environ | {"DISPLAY": display, "XDG_RUNTIME_DIR": own}
        session = stack.enter_context(_session_bus(desk))
        with open_dbus_connection(session) as connection:
            address = _accessibility_bus(connection)
        reader = Reader(stack.enter_context(open_dbus_connection(address)), display)
        reader.listen()
        environment = desk | {
            "ANNOTATOR_HOME": str(home),
            "DBUS_SESSION_BUS_ADDRESS": session,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        command = [sys.executable, "-m", "annotator", *arguments]
        program = stack.enter_context(
            subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        )
        stack.callback(program.terminate)
        yield reader


@contextmanager
def _screen() -> Iterator[str]:
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24"]
    with subprocess.Popen(
        [*command, "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writing)
        try:
            with os.fdopen(reading, "rb") as number:
                yield f":{number.readline().decode().strip()}"
        finally:
            server.terminate()


@contextmanager
def _session_bus(desk: Mapping[str, str]) -> Iterator[str]:
    with subprocess.Popen(
        ["dbus-run-session", "--", "sh", "-c", _KEEP_BUS],
        env=desk,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as session:
        assert session.stdin is not None
        assert session.stdout is not None
        try:
            yield session.stdout.readline().strip()
        finally:
            # Killed, it would leave its bus behind, and what lives on that.
            session.stdin.close()


def _accessibility_bus(session: DBusConnection) -> str:
    launcher = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
    reply = session.send_and_get_reply(new_method_call(launcher, "GetAddress"))
    return str(reply.body[0])
