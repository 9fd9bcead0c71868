#!/bin/sh
# Sets everything up and opens the window: sh packaging/run.sh [PROJECT] [OPTION...]
# Without a display it does the same main job with commands and shows each of them.
set -eu
here=$PWD
cd "$(dirname "$0")/.."
. packaging/setup.sh

has_display() {
    [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]
}

annotator() {
    (cd "$here" && "$VENV/bin/python" -m annotator "$@")
}

# shown COMMAND...: prints it as a person would type it, then runs it.
shown() {
    printf '\n$ annotator %s\n' "$*"
    annotator "$@"
}

tour() {
    folder=$(mktemp -d)
    here=$folder
    ANNOTATOR_HOME=$folder/home
    export ANNOTATOR_HOME
    echo "There is no display, so here is the main job done with commands."
    echo "A new project with the sample articles and their labels:"
    shown new sample.annotator --sample
    printf '\nIts articles:\n'
    shown articles sample.annotator
    article=$(annotator articles sample.annotator --json | "$VENV/bin/python" -c '
import json, sys
print(json.load(sys.stdin)["articles"][0]["id"])')
    printf '\nThe first of them with its claims, sources and sentiments:\n'
    shown show sample.annotator "$article"
    printf '\nAll labels as a dataset, a line for each annotator and article:\n'
    shown export sample.annotator labels.jsonl --format jsonl
    printf '\nThe start of its first line:\n'
    head -n 1 "$folder/labels.jsonl" | cut -c 1-300
    printf '\nThe proof that file, offsets and words agree:\n'
    shown check sample.annotator
    cat <<END

Project and dataset are in $folder.
To get the window, run this again on a desktop, or log in with: ssh -X
All commands: $VENV/bin/annotator --help
END
}

install_locked requirements
if has_display; then
    install_qt_libraries || exit 1
    cd "$here"
    exec "$VENV/bin/python" -m annotator "$@"
fi
install_qt_libraries || true
if [ $# -gt 0 ]; then
    annotator "$@"
else
    tour
fi
