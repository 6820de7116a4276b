#!/usr/bin/env bash
# From an unsorted cine scan of a phantom and its breathing trace to ten breathing phases.
set -euo pipefail
breathline=$(cd "$(dirname "$0")/.." && pwd)/breathline

# The results go to the folder named, or to one that is removed in the end.
work=${1:-}
if [ -z "$work" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi

"$breathline" phantom --size small --tumour diaphragm --seed 7 --out "$work/phantom"
"$breathline" sort "$work/phantom/scan" --trace "$work/phantom/trace.vxp" --out "$work/sorted"

echo "--- what came out"
"$breathline" info "$work/sorted" | tee "$work/words.txt"
grep -q 'sorted by phase: 10 phases' "$work/words.txt"
