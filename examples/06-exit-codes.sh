#!/usr/bin/env bash
# What scripts may rely on: exit codes, one sentence on standard error, nothing half-written.
set -euo pipefail
breathline=$(cd "$(dirname "$0")/.." && pwd)/breathline

# The results go to the folder named, or to one that is removed in the end.
work=${1:-}
if [ -z "$work" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi

expect() { # CODE ARGUMENTS...
  local expected=$1 code=0
  shift
  "$breathline" "$@" || code=$?
  echo "exit code $code of: breathline $1"
  [ "$code" -eq "$expected" ]
}

echo "--- a folder that is not there: 2, usage"
expect 2 info "$work/nowhere"

echo "--- a trace that is none: 3, bad input"
echo "this is no trace" >"$work/bad.vxp"
expect 3 trace "$work/bad.vxp" --out "$work/breaths"
test ! -e "$work/breaths"

echo "--- a folder without images is an answer: 0"
mkdir "$work/empty"
expect 0 info "$work/empty"
