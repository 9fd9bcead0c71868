#!/bin/sh
# Makes the lock files again from pyproject.toml: sh packaging/lock.sh [--upgrade]
# Each holds every version and hash for Python 3.11 to 3.13 on Linux, Windows and macOS.
set -eu
cd "$(dirname "$0")/.."
. packaging/setup.sh

find_python
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
"$PYTHON" -m venv "$tools"
"$tools/bin/python" -m pip install --quiet --disable-pip-version-check uv

# lock FILE OPTION...: keeps the versions already in FILE unless --upgrade is given.
lock() {
    target=$1
    shift
    "$tools/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-annotate --no-header --system-certs "$@" \
        --output-file "$target" pyproject.toml
}

runtime=packaging/requirements.lock
lock "$runtime" "$@"
lock packaging/requirements-test.lock --constraint "$runtime" \
    --extra readers --extra exports --extra gamma --group test --group lint "$@"
lock packaging/requirements-freeze.lock --constraint "$runtime" --group freeze "$@"
