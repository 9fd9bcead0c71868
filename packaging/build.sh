#!/bin/sh
# Makes the program as one folder, dist/annotator, that needs no Python: sh packaging/build.sh
# It is started to prove it, and packed for the download. The first time NumPy is compiled, which
# takes some minutes; build/numpy keeps it.
set -eu
cd "$(dirname "$0")/.."
VENV=$PWD/build/venv
. packaging/setup.sh

# In MB: the folder, and the archive of it.
LARGEST=130
LARGEST_DOWNLOAD=40

# For sums and small products NumPy has loops of its own. The BLAS inside its wheels would be a
# sixth of the program.
NUMPY_OPTIONS="-Dallow-noblas=true -Dblas=none -Dlapack=none -Dcpu-dispatch=none"

# The release of NumPy in the lock file, from its source, checked against the hash there.
compile_numpy() {
    [ "$(uname -s)" = Linux ] || return 0
    wanted=$(sed -n '/^numpy==/,/[^\\]$/p' packaging/requirements-freeze.lock)
    made_of="$wanted $NUMPY_OPTIONS $("$VENV/bin/python" --version)"
    if [ "$made_of" != "$(cat build/numpy/made-of 2>/dev/null)" ]; then
        rm -rf build/numpy
        mkdir build/numpy
        # pip gives options to what is named in a file only where they stand beside it.
        options=
        for option in $NUMPY_OPTIONS; do
            options="$options --config-settings=\"setup-args=$option\""
        done
        printf '%s\n' "$wanted" | sed "s/[^\\\\]\$/&$options/" >build/numpy/requirements.txt
        say "Compiling NumPy. This is done once and takes some minutes."
        PATH="$VENV/bin:$PATH" "$VENV/bin/python" -m pip wheel --quiet --no-input --no-cache-dir \
            --no-deps --require-hashes --no-binary numpy --no-build-isolation \
            --wheel-dir build/numpy --requirement build/numpy/requirements.txt </dev/null >&2 ||
            fail "NumPy could not be compiled; the compiler says why above."
        printf '%s\n' "$made_of" >build/numpy/made-of
    fi
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-index \
        --force-reinstall build/numpy/numpy-*.whl
}

freeze() {
    "$VENV/bin/python" -m PyInstaller --noconfirm --log-level ERROR \
        --distpath dist --workpath build/pyinstaller packaging/annotator.spec
}

# PyInstaller looks into libraries with objdump, and carries Python as a shared library, which
# Debian keeps in a package of its own; NumPy is compiled against the headers in another.
install_tools() {
    [ "$(uname -s)" = Linux ] || return 0
    library=$("$VENV/bin/python" -c 'import sys; print("libpython3.%d" % sys.version_info[1])')
    lacking=
    command -v objdump >/dev/null || lacking=binutils
    command -v c++ >/dev/null || lacking="$lacking g++"
    "$VENV/bin/python" -c '
import os, sysconfig
os.stat(os.path.join(sysconfig.get_path("include"), "Python.h"))' 2>/dev/null ||
        lacking="$lacking $library-dev"
    "$VENV/bin/python" -c '
from PyInstaller.depend.bindepend import get_python_library_path
get_python_library_path()' 2>/dev/null || lacking="$lacking $library"
    [ -n "$lacking" ] || return 0
    # shellcheck disable=SC2086 # A list of packages is meant to be split.
    if is_debian_root && apt_install $lacking; then return 0; fi
    fail "The build needs $lacking. On Debian and Ubuntu: $(apt_command "$lacking")"
}

# Python, its extensions and SQLite come with up to 40 MB of debugging symbols, others with a few.
# Qt's own libraries have none.
strip_symbols() {
    [ "$(uname -s)" = Linux ] || return 0
    find dist/annotator -type f -name '*.so*' ! -name 'libQt6*' \
        -exec strip --strip-unneeded {} +
}

# Of ICU what Qt asks for; see there.
make_icu_small() {
    for library in dist/annotator/_internal/PySide6/Qt/lib/libicudata.so.*; do
        [ ! -f "$library" ] || "$VENV/bin/python" packaging/icu_data.py "$library"
    done
}

check_size() {
    size=$(du -sm dist/annotator | cut -f 1)
    [ "$size" -le $LARGEST ] || fail "dist/annotator has $size MB, more than $LARGEST MB."
    say "dist/annotator has $size MB."
}

# The commands on the sample project from another folder, with a home of their own: figures of
# agreement are those of the program as source, to the last digit. The window opens without a
# screen and, where there is one to be had, on a real one.
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
    "$program" duplicates proof.annotator --find
    "$program" agreement proof.annotator --json >agreement.json
    "$VENV/bin/python" -m annotator agreement proof.annotator --json | cmp - agreement.json ||
        fail "dist/annotator computes other figures than the source."
    QT_QPA_PLATFORM=offscreen "$program" || fail "The window of dist/annotator did not open."
    if install_screen; then
        on_screen "$program" || fail "The window of dist/annotator did not open on a screen."
    fi
    cd "$ROOT"
    say "It makes a project, checks it, measures agreement and opens its window."
}

# The folder as one file for the download.
pack() {
    say "Packing dist/annotator.tar.xz."
    (cd dist && "$VENV/bin/python" -m tarfile -c annotator.tar.xz annotator)
    size=$(du -m dist/annotator.tar.xz | cut -f 1)
    [ "$size" -le $LARGEST_DOWNLOAD ] ||
        fail "dist/annotator.tar.xz has $size MB, more than $LARGEST_DOWNLOAD MB."
    say "dist/annotator.tar.xz has $size MB."
}

mkdir -p build
install_locked requirements-freeze
install_qt_libraries || exit 1
install_tools
compile_numpy
rm -rf dist/annotator
freeze
strip_symbols
make_icu_small
check_size
prove
pack
