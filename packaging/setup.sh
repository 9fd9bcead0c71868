# shellcheck shell=sh
# Read by run.sh, test.sh, build.sh and lock.sh from the top of the checkout.
#
# What is done once is not done again: a copy of the lock file inside the virtual environment
# says what it holds, and the libraries Qt needs are looked at with the loader's own eyes. So a
# second run takes a moment and needs no network.

ROOT=$(pwd -P)
VENV=${VENV:-$ROOT/.venv}

# The packages of Debian and Ubuntu that a window needs beyond what the wheels bring.
QT_PACKAGES="libglib2.0-0 libdbus-1-3 libegl1 libgl1 libfontconfig1 libxkbcommon0 \
libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"

# What a screen reader needs around a program, for tests.
DESKTOP_PACKAGES="xvfb dbus dbus-daemon at-spi2-core xdotool"

say() {
    printf '%s\n' "$*" >&2
}

fail() {
    say "$*"
    exit 1
}

is_debian_root() {
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null
}

# apt_command PACKAGE...: what a person types to install them.
apt_command() {
    if [ "$(id -u)" -eq 0 ]; then echo "apt-get install $*"; else echo "sudo apt-get install $*"; fi
}

# apt_install PACKAGE...: false when it did not work.
apt_install() {
    say "Installing system packages: $*"
    apt-get update -qq >/dev/null || true
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" \
        </dev/null >/dev/null
}

# fits PYTHON: a version that the packages are locked for.
fits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null
}

# makes_environments PYTHON: Debian keeps that part of Python in a package of its own.
makes_environments() {
    "$1" -c 'import ensurepip, ssl, venv' 2>/dev/null
}

# Sets PYTHON to the newest Python that fits, or to the one the caller chose.
find_python() {
    if [ -n "${PYTHON:-}" ]; then
        set -- "$PYTHON"
    else
        set -- python3.13 python3.12 python3.11 python3 python
    fi
    incomplete=
    for candidate in "$@"; do
        if fits "$candidate"; then
            if makes_environments "$candidate"; then
                PYTHON=$candidate
                return
            fi
            incomplete=${incomplete:-$candidate}
        fi
    done
    [ -n "$incomplete" ] || fail "Annotator needs Python 3.11, 3.12 or 3.13, and ${PYTHON:-python3}" \
        "is none of them. Install one, or name it: PYTHON=/path/to/python3.12 sh $0"
    complete_python "$incomplete"
    PYTHON=$incomplete
}

complete_python() {
    package=$("$1" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])')
    if is_debian_root && apt_install "$package" && makes_environments "$1"; then
        return
    fi
    fail "$1 cannot make virtual environments. On Debian and Ubuntu: $(apt_command "$package")"
}

# is_usable: the environment was made here, works, and is of the Python the caller chose.
is_usable() {
    grep -qsF -- "$VENV" "$VENV/pyvenv.cfg" && fits "$VENV/bin/python" &&
        "$VENV/bin/python" -m pip --version >/dev/null 2>&1 && is_of_chosen_python
}

is_of_chosen_python() {
    [ -z "${PYTHON:-}" ] || [ "$(version_of "$PYTHON")" = "$(version_of "$VENV/bin/python")" ]
}

version_of() {
    "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null
}

make_environment() {
    if ! is_usable; then
        find_python
        say "Making a virtual environment in $VENV with $("$PYTHON" --version)."
        "$PYTHON" -m venv --clear "$VENV" || fail "The virtual environment $VENV cannot be made."
    fi
    put_checkout_on_path
}

# The checkout itself is the installed program: changes to it count at once.
put_checkout_on_path() {
    "$VENV/bin/python" -c 'import pathlib, sys, sysconfig
pathlib.Path(sysconfig.get_path("purelib"), "annotator.pth").write_text(sys.argv[1] + "\n", "utf-8")
' "$ROOT"
    printf '#!/bin/sh\nexec "%s/bin/python" -m annotator "$@"\n' "$VENV" >"$VENV/bin/annotator"
    chmod +x "$VENV/bin/annotator"
}

# is_installed NAME: the environment holds packaging/NAME.lock and finds this checkout.
is_installed() {
    cmp -s "packaging/$1.lock" "$VENV/$1.installed" && is_of_chosen_python &&
        "$VENV/bin/python" -P -c 'import annotator, pathlib, sys
sys.exit(str(pathlib.Path(annotator.__file__).parent.parent) != sys.argv[1])' "$ROOT" 2>/dev/null
}

# install_locked NAME [PIP OPTION]: the packages of packaging/NAME.lock, in exactly those versions.
install_locked() {
    if is_installed "$1"; then return; fi
    make_environment
    say "Installing the packages of packaging/$1.lock. This is done once and takes a minute."
    install_with_uv "$1" || install_with_pip "$@" ||
        fail "The packages of packaging/$1.lock could not be installed; pip says why above." \
            "Once that is mended, run this again: it goes on from here."
    cp "packaging/$1.lock" "$VENV/$1.installed"
}

# install_with_uv NAME: false where the lock file names no uv, or uv cannot do it. What it unpacks
# lies in the environment once, under two names, so a second environment costs nothing.
install_with_uv() {
    grep -q '^uv==' "packaging/$1.lock" || return 1
    uv=$(mktemp)
    sed -n '/^uv==/,/[^\\]$/p' "packaging/$1.lock" >"$uv"
    outcome=0
    install_part "$uv" && uv_install "$VENV" "$1" || outcome=1
    rm -f "$uv"
    [ $outcome -eq 0 ] || say "uv could not install the packages, so pip does, which takes longer."
    return $outcome
}

# uv_install ENVIRONMENT NAME: the packages of packaging/NAME.lock, by the uv of the checkout.
# It knows nothing of pip's settings, so it is told where pip would look. Each file has a hash in
# the lock file: whichever place has it may give it.
uv_install() {
    settings=$("$VENV/bin/python" -m pip config list 2>/dev/null) || settings=
    index=${UV_DEFAULT_INDEX:-$(pip_setting index-url)}
    if [ -n "$index" ]; then set -- "$@" --default-index "$index"; fi
    environment=$1 lock=$2
    shift 2
    UV_INDEX=${UV_INDEX:-$(pip_setting extra-index-url)} \
        UV_FIND_LINKS=${UV_FIND_LINKS:-$(pip_setting find-links)} \
        "$VENV/bin/python" -m uv pip install --quiet --system-certs --no-config \
        --index-strategy unsafe-best-match "$@" \
        --cache-dir "$VENV/uv" --python "$environment/bin/python" --require-hashes --no-deps \
        --only-binary :all: --no-binary jsonpath-rw --no-binary textgrid \
        --requirement "packaging/$lock.lock" </dev/null >&2
}

# pip_setting NAME: what pip's environment says in $settings, else its files.
pip_setting() {
    for place in :env: global; do
        said=$(printf '%s\n' "$settings" | sed -n "s/^$place\.$1='\(.*\)'\$/\1/p")
        if [ -n "$said" ]; then
            printf '%s' "$said"
            return
        fi
    done
}

# install_with_pip NAME [PIP OPTION]: unpacking keeps one core busy, so two pips install one half
# each.
install_with_pip() {
    halves=$(mktemp -d)
    awk -v folder="$halves" '/^[A-Za-z0-9]/ { n++ } { print > (folder "/" n % 2) }' \
        "packaging/$1.lock"
    outcome=0
    install_part "$halves/0" ${2:-} &
    other=$!
    install_part "$halves/1" ${2:-} || outcome=1
    wait $other || outcome=1
    rm -rf "$halves"
    return $outcome
}

# install_part FILE [PIP OPTION]: what a lock file, or a part of one, names.
# The file is complete, so nothing is resolved: pip 23 fails at extras that are spelled in two ways.
# Two small packages, which others need in tests, exist as source only.
install_part() {
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --no-user \
        --require-hashes --only-binary :all: --no-binary jsonpath-rw,textgrid --no-deps ${2:-} \
        --requirement "$1" </dev/null >&2
}

# set_up_for_tests: all that tests need. Debian's packages come down while Python's do.
set_up_for_tests() {
    # First, for it may need a package of Debian's itself, and apt does one thing at a time.
    make_environment
    install_desktop &
    desktop=$!
    # Tests use a small part of their many packages: Python translates each module when it is first
    # used, and keeps that, which takes a minute less than translating all.
    install_locked requirements-test --no-compile
    wait $desktop || true
    install_qt_libraries
}

# missing_libraries: names the shared libraries that Qt's window plugin does not find.
missing_libraries() {
    for library in "$VENV"/lib/python3.*/site-packages/PySide6/Qt/plugins/platforms/libqxcb.so \
        "$VENV"/lib/python3.*/site-packages/PySide6/Qt/lib/libQt6Widgets.so.6; do
        ldd "$library" 2>/dev/null | sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p'
    done | sort -u | tr '\n' ' '
}

# install_qt_libraries: false, after a sentence that names them, when some are still missing.
install_qt_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    missing=$(missing_libraries)
    [ -n "$missing" ] || return 0
    # shellcheck disable=SC2086 # A list of packages is meant to be split.
    if is_debian_root && apt_install $QT_PACKAGES && [ -z "$(missing_libraries)" ]; then
        return 0
    fi
    say "The window needs libraries that this system lacks: $missing"
    if command -v apt-get >/dev/null; then
        say "Install them with: $(apt_command "$QT_PACKAGES")"
    else
        say "Install the packages of your system that hold them."
    fi
    return 1
}

# install_screen: Xvfb, a screen without a monitor, for tests; false when there is none.
install_screen() {
    if command -v Xvfb >/dev/null; then return 0; fi
    [ "$(uname -s)" = Linux ] || return 1
    if is_debian_root && apt_install xvfb; then return 0; fi
    if command -v apt-get >/dev/null; then
        say "Tests on a real screen are left out. To have them: $(apt_command xvfb)"
    fi
    return 1
}

# install_desktop: a session bus with accessibility, and keys from outside, for the tests of what
# a screen reader hears; they are left out, with a word, where it cannot be had.
install_desktop() {
    [ "$(uname -s)" = Linux ] || return 0
    has_desktop && return 0
    # shellcheck disable=SC2086 # A list of packages is meant to be split.
    if is_debian_root && apt_install $DESKTOP_PACKAGES && has_desktop; then return 0; fi
    say "Tests with a screen reader are left out. They need: $DESKTOP_PACKAGES"
}

has_desktop() {
    [ -f /usr/share/dbus-1/services/org.a11y.Bus.service ] || return 1
    for program in Xvfb dbus-run-session xdotool; do
        command -v $program >/dev/null || return 1
    done
}

# on_screen COMMAND...: runs it with a fresh X server of its own.
on_screen() {
    number=$(mktemp)
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$number" >/dev/null 2>&1 &
    server=$!
    waited=0
    while [ ! -s "$number" ] && [ $waited -lt 100 ] && kill -0 $server 2>/dev/null; do
        sleep 0.1
        waited=$((waited + 1))
    done
    outcome=0
    if [ -s "$number" ]; then
        # shellcheck disable=SC2030 # Only the command sees this screen.
        (
            DISPLAY=:$(cat "$number")
            QT_QPA_PLATFORM=xcb
            export DISPLAY QT_QPA_PLATFORM
            "$@"
        ) || outcome=$?
    else
        say "Xvfb did not start."
        outcome=1
    fi
    kill $server 2>/dev/null || true
    wait $server 2>/dev/null || true
    rm -f "$number"
    return $outcome
}
