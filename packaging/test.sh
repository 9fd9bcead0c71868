#!/bin/sh
# Sets everything up and runs all tests: sh packaging/test.sh [PYTEST OPTION OR FILE...]
set -eu
cd "$(dirname "$0")/.."
. packaging/setup.sh

# Tests use a small part of their many packages: Python translates each module when it is first
# used, and keeps that, which takes a minute less than translating all.
unset PYTHONDONTWRITEBYTECODE
install_locked requirements-test --no-compile
install_qt_libraries || exit 1
install_desktop
QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
export QT_QPA_PLATFORM

# Tests also wait, for disks, screens and second processes: one more than cores fills the gaps.
workers=$(($(getconf _NPROCESSORS_ONLN) + 1))

result=0
"$VENV/bin/python" -m pytest -n "$workers" --dist worksteal "$@" || result=$?
[ $result -ne 5 ] || say "No test was found, which counts as a failure."
exit $result
