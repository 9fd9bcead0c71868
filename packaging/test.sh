#!/bin/sh
# Sets everything up and runs all tests: sh packaging/test.sh [PYTEST OPTION OR FILE...]
set -eu
cd "$(dirname "$0")/.."
. packaging/setup.sh

set_up_for_tests || exit 1
QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
export QT_QPA_PLATFORM

# What Python translates and pytest rewrites is kept for the next time.
unset PYTHONDONTWRITEBYTECODE
# The first time one process does it, and not each worker the same again.
if [ $# -eq 0 ] && [ ! -d tests/__pycache__ ]; then
    say "Reading all tests. This is done once."
    "$VENV/bin/python" -m pytest --collect-only -qq >/dev/null || true
fi

# Whole journeys go beside the other tests, on a real screen where there is one.
journeys=
if [ $# -eq 0 ] && install_screen; then
    told=$(mktemp)
    on_screen "$VENV/bin/python" -m pytest tests/journeys >"$told" 2>&1 &
    journeys=$!
    trap 'trap - INT TERM; kill 0' INT TERM # The journeys end with the rest.
    set -- --ignore tests/journeys
fi

# Tests also wait, for disks, screens and second processes: one more than cores fills the gaps.
workers=$(($(getconf _NPROCESSORS_ONLN) + 1))

result=0
"$VENV/bin/python" -m pytest -n "$workers" --dist worksteal "$@" || result=$?
[ $result -ne 5 ] || say "No test was found, which counts as a failure."
if [ -n "$journeys" ]; then
    wait "$journeys" || result=$?
    cat "$told"
    rm -f "$told"
fi
exit $result
