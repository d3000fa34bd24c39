"""The one registry of commands: id, keys, label, help. Keys, footer, palette and help page all come from here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import Formatter

from textual.binding import Binding

from maturity.locale import domain

_ = domain("tui").gettext


def later(message: str) -> str:
    """Marks a message for translation; it is looked up when shown, so that the language can change."""
    return message


@dataclass(frozen=True)
class Command:
    """Something a person can do. The action is ``action_<id>`` of the screen, or of the app."""

    id: str
    keys: tuple[str, ...]
    show: str  # how the key is written
    label: str
    help: str
    each: bool = False  # every key is its own choice: the action is called with the key
    footer: bool = True

    def reach(self, figures: Mapping[str, int]) -> tuple[str, ...]:
        """The keys that mean something now: of ``1–{levels}``, as many as there are levels."""
        names = [name for _text, name, _spec, _conversion in Formatter().parse(self.show) if name]
        return tuple(key for key in self.keys if all(int(key) <= figures[name] for name in names))


COMMANDS: dict[str, Command] = {
    command.id: command
    for command in (
        Command(
            "choose",
            tuple("123456789"),
            later("1–{levels}"),
            later("choose"),
            later("Choose the sentence with this number."),
            each=True,
        ),
        Command("cell", tuple("0123"), "0–3", later("fill in"), later("Fill in the cell."), each=True),
        Command(
            "pick", ("space",), later("Space"), later("choose"), later("Choose what the mark stands on."), footer=False
        ),
        Command("next", ("enter", "right"), later("Enter"), later("next"), later("Go to the next question.")),
        Command("back", ("left", "b"), "←", later("back"), later("Go back to the question before.")),
        Command("take_back", ("backspace", "z"), later("Backspace"), later("undo"), later("Undo the last change.")),
        Command("put_back", ("r",), "r", later("redo"), later("Do again what was undone.")),
        Command(
            "dont_know",
            ("question_mark",),
            "?",
            later("don’t know"),
            later("Say that you don’t know: a valid answer, never counted as a low level."),
            footer=False,
        ),
        Command(
            "not_applicable",
            ("x",),
            "x",
            later("not applicable"),
            later("Say that the question does not apply to you."),
            footer=False,
        ),
        Command("note", ("n",), "n", later("note"), later("Write a note beside this question.")),
        Command("evidence", ("e",), "e", later("evidence"), later("Say what shows that the answer is so.")),
        Command("confidence", ("c",), "c", later("sure?"), later("Say how sure you are of this answer.")),
        Command("flag", ("f",), "f", later("come back"), later("Mark the question, to come back to it later.")),
        Command("erase", ("delete",), later("Del"), later("erase"), later("Take this answer away."), footer=False),
        Command(
            "help",
            ("h", "f1"),
            "h",
            later("help"),
            later("Why we ask, what shows it, and the words explained."),
        ),
        Command("keys", ("h", "f1"), "h", later("keys"), later("See all keys of this page.")),
        Command("goto", ("g",), "g", later("map"), later("See all questions at a glance and go to one.")),
        Command("next_open", ("u",), "u", later("next to do"), later("Go to the next question without an answer.")),
        Command("search", ("slash",), "/", later("search"), later("Search the questions, the help and the glossary.")),
        Command("summary", ("s",), "s", later("results"), later("See the results as they stand now.")),
        Command(
            "finish", ("ctrl+e",), "ctrl+e", later("finish"), later("See what is missing and finish."), footer=False
        ),
        Command("second", ("p",), "p", later("second project"), later("Describe a second project.")),
        Command("remove", ("d",), "d", later("take out"), later("Take this project out, its name and its grid.")),
        Command("name", ("n",), "n", later("name"), later("Name the project.")),
        Command("open", ("enter",), later("Enter"), later("open"), later("Open what the mark stands on.")),
        Command("new", ("n",), "n", later("new"), later("Begin a new assessment.")),
        Command(
            "wave",
            ("v",),
            "v",
            later("this year"),
            later("Begin this year’s assessment of the same authority."),
        ),
        Command("demo", ("d",), "d", later("invented example"), later("Look around an invented authority, complete.")),
        Command("find", ("slash",), "/", later("find"), later("Show only the assessments of this name.")),
        Command("unfind", ("escape",), later("Esc"), later("all of them"), later("Show all assessments again.")),
        Command("reload", ("r",), "r", later("read again"), later("Read the folder again."), footer=False),
        Command("tab_next", ("right", "tab"), "→", later("next page"), later("Show the next page of results.")),
        Command(
            "tab_back",
            ("left", "shift+tab"),
            "←",
            later("page before"),
            later("Show the page of results before."),
            footer=False,
        ),
        Command(
            "tab", tuple("123456789"), "1–{tabs}", later("page"), later("Show the page with this number."), each=True
        ),
        Command("table", ("t",), "t", later("as a table"), later("Show the same figures as a table, or as a picture.")),
        Command(
            "targets",
            ("o",),
            "o",
            later("our targets"),
            later("Say where you want to go, or that it is good enough: the next steps follow."),
        ),
        Command(
            "aim",
            tuple("123456789"),
            later("1–{levels}"),
            later("level to reach"),
            later("Say which level you want to reach there."),
            each=True,
        ),
        Command(
            "enough",
            ("equals_sign", "space"),
            "=",
            later("good enough for us"),
            later("Say that it is good enough for you as it is: it is no longer proposed as a next step."),
        ),
        Command("no_aim", ("delete",), later("Del"), later("no target"), later("Take the target away.")),
        Command(
            "what_if", ("i",), "i", later("what if"), later("Change answers on a copy and see what would come out.")
        ),
        Command(
            "try_it", ("enter",), later("Enter"), later("try it"), later("Try the change that the mark stands on.")
        ),
        Command("real_answer", ("delete",), later("Del"), later("real answer"), later("Put the real answer back.")),
        Command("other_map", ("p", "tab"), "p", later("other map"), later("See the same changes on the other map.")),
        Command("report", ("w",), "w", later("report"), later("Write the report, two pages, or pictures for slides.")),
        Command("write", ("enter",), later("Enter"), later("write"), later("Write what the mark stands on.")),
        Command("view", ("o",), "o", later("open it"), later("Open the report with the computer’s own viewer.")),
        Command(
            "by_hand",
            ("ctrl+n",),
            "ctrl+n",
            later("not in the list"),
            later("Enter an authority that is not in the list."),
        ),
        Command(
            "accept",
            ("enter",),
            later("Enter"),
            later("choose"),
            later("Take what the mark stands on, or what was typed."),
        ),
        Command(
            "submit", ("enter",), later("Enter"), later("OK"), later("Take what the mark stands on, or what was typed.")
        ),
        Command(
            "keep",
            ("ctrl+s", "escape"),
            later("Esc"),
            later("keep and close"),
            later("Keep what was written and go back."),
        ),
        Command(
            "save_again", ("ctrl+s",), "ctrl+s", later("save again"), later("Try to save again, now."), footer=False
        ),
        Command("close", ("escape",), later("Esc"), later("back"), later("Go back to the page before.")),
        Command(
            "leave",
            ("escape",),
            later("Esc"),
            later("list"),
            later("Go back to the list of assessments; everything is kept."),
        ),
        Command("quit", ("ctrl+q",), "ctrl+q", later("quit"), later("Leave; everything is kept.")),
        Command("language", ("ctrl+l",), "ctrl+l", later("Français"), later("Use the other language, now.")),
        Command(
            "command_palette", ("ctrl+p",), "ctrl+p", later("everything"), later("All commands, by name."), footer=False
        ),
        Command("theme", ("ctrl+t",), "ctrl+t", later("colours"), later("Use other colours."), footer=False),
    )
}

OTHER_KEYS = {"backspace": later("Backspace"), "enter": later("Enter"), "b": "b", "z": "z"}
EVERYWHERE = ("quit", "language", "command_palette", "theme")


def bindings(ids: Iterable[str], *, priority: bool = False) -> list[Binding]:
    """Textual's bindings of these commands, in this order."""
    made = []
    for command in map(COMMANDS.__getitem__, ids):
        for n, key in enumerate(command.keys):
            action = f"{command.id}('{key}')" if command.each else command.id
            made.append(Binding(key, action, command.label, show=n == 0, key_display=command.show, priority=priority))
    return made


def command_of(action: str) -> Command | None:
    """The command behind an action (``choose('3')`` → choose); None for Textual's own."""
    return COMMANDS.get(action.partition("(")[0].rpartition(".")[2])


def label(command: Command) -> str:
    """In the language in use."""
    return _(command.label)
