#!/bin/sh
# Sets everything up and runs all tests: sh packaging/test.sh [PYTEST OPTION OR FILE...]
set -eu
cd "$(dirname "$0")/.."
. packaging/setup.sh

install_locked requirements-test
install_qt_libraries || exit 1
install_desktop
QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
export QT_QPA_PLATFORM

result=0
"$VENV/bin/python" -m pytest -n auto --dist worksteal "$@" || result=$?
[ $result -ne 5 ] || say "No test was found, which counts as a failure."
exit $result
