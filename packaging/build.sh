#!/bin/sh
# Makes the program as one folder, dist/annotator, that needs no Python: sh packaging/build.sh
# It is started once to prove it. Anything over 130 MB is a mistake in annotator.spec.
set -eu
cd "$(dirname "$0")/.."
VENV=$PWD/build/venv
. packaging/setup.sh

LARGEST=130

freeze() {
    "$VENV/bin/python" -m PyInstaller --noconfirm --log-level ERROR \
        --distpath dist --workpath build/pyinstaller packaging/annotator.spec
}

# PyInstaller looks into libraries with objdump, and carries Python as a shared library, which
# Debian keeps in a package of its own.
install_tools() {
    [ "$(uname -s)" = Linux ] || return 0
    library=$("$VENV/bin/python" -c 'import sys; print("libpython3.%d" % sys.version_info[1])')
    lacking=
    command -v objdump >/dev/null || lacking=binutils
    "$VENV/bin/python" -c '
from PyInstaller.depend.bindepend import get_python_library_path
get_python_library_path()' 2>/dev/null || lacking="$lacking $library"
    [ -n "$lacking" ] || return 0
    # shellcheck disable=SC2086 # A list of packages is meant to be split.
    if is_debian_root && apt_install $lacking; then return 0; fi
    fail "The build needs $lacking. On Debian and Ubuntu: $(apt_command "$lacking")"
}

# Python, its extensions and SQLite come with up to 40 MB of debugging symbols.
strip_symbols() {
    command -v strip >/dev/null || return 0
    find dist/annotator -type f \
        \( -name 'libpython3*' -o -path '*/lib-dynload/*.so' -o -name '_sqlite3*.so' \) \
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
install_tools
rm -rf dist/annotator
freeze
strip_symbols
check_size
prove
