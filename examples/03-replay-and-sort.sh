#!/usr/bin/env bash
# A real sorted 4DCT turned into an unsorted scan that breathes along a real trace, and sorted again.
set -euo pipefail
breathline=$(cd "$(dirname "$0")/.." && pwd)/breathline

# The results go to the folder named, or to one that is removed in the end.
work=${1:-}
if [ -z "$work" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi

data=${BREATHLINE_DATA:-$(dirname "$breathline")/../shared/data}
fourd=$data/4dct/popi-light
trace=$data/traces/varian-rpm-real.vxp
if [ ! -d "$fourd" ] || [ ! -f "$trace" ]; then
  echo "skipped: needs 4dct/popi-light and traces/varian-rpm-real.vxp (point BREATHLINE_DATA at the folder of both)"
  exit 0
fi

"$breathline" replay "$fourd" --trace "$trace" --out "$work/replayed"
"$breathline" sort "$work/replayed/scan" --trace "$trace" --out "$work/sorted"

echo "--- what came out"
"$breathline" info "$work/sorted" | tee "$work/words.txt"
grep -q 'sorted by phase: 10 phases' "$work/words.txt"
