#!/usr/bin/env bash
# What is in a folder? Makes a digital phantom's scan and looks at it, in words and as JSON.
set -euo pipefail
breathline=$(cd "$(dirname "$0")/.." && pwd)/breathline

# The results go to the folder named, or to one that is removed in the end.
work=${1:-}
if [ -z "$work" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi

"$breathline" phantom --size small --out "$work/phantom"

echo "--- in words"
"$breathline" info "$work/phantom/scan"

echo "--- as JSON, for machines: docs/schemas/info.schema.json says what is in it"
"$breathline" info --json "$work/phantom/scan" >"$work/info.json"
grep '"kind"' "$work/info.json"
grep -q '"kind" : "UNSORTED_SCAN"' "$work/info.json"
