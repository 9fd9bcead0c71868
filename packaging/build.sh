#!/bin/sh
# Makes the program as one folder, dist/annotator, that needs no Python: sh packaging/build.sh
# It is started once to prove it. Anything over 130 MB is a mistake in annotator.spec.
set -eu
cd "$(dirname "$0")/.."
VENV=$PWD/build/venv
. packaging/setup.sh

LARGEST=130

freeze() {
    "$VENV/bin/python" -m PyInstaller --noconfirm --log-level WARN \
        --distpath dist --workpath build/pyinstaller packaging/annotator.spec
}

# Some builds of Python carry 25 MB of debugging symbols.
strip_python() {
    command -v strip >/dev/null || return 0
    find dist/annotator -type f \( -name 'libpython3*' -o -path '*/lib-dynload/*.so' \) \
        -exec strip --strip-unneeded {} +
}

check_size() {
    size=$(du -sm dist/annotator | cut -f 1)
    [ "$size" -le $LARGEST ] || fail "dist/annotator has $size MB, more than $LARGEST MB."
    say "dist/annotator has $size MB."
}

# The window on the sample project, from another folder, with a home of its own.
prove() {
    program=$ROOT/dist/annotator/annotator
    home=$(mktemp -d)
    trap 'rm -rf "$home"' EXIT
    cd "$home"
    ANNOTATOR_HOME=$home/home
    ANNOTATOR_SMOKE=1
    export ANNOTATOR_HOME ANNOTATOR_SMOKE
    "$program" new proof.annotator --sample
    "$program" check proof.annotator
    QT_QPA_PLATFORM=offscreen "$program" || fail "The window of dist/annotator did not open."
    say "It makes a project, checks it and opens its window."
}

mkdir -p build
install_locked requirements-freeze
install_qt_libraries || exit 1
rm -rf dist/annotator
freeze
strip_python
check_size
prove
