#!/usr/bin/env bash
# The breaths of a trace: a table in words, a page with the plot, and what happens when it is turned over.
set -euo pipefail
breathline=$(cd "$(dirname "$0")/.." && pwd)/breathline

# The results go to the folder named, or to one that is removed in the end.
work=${1:-}
if [ -z "$work" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi

# A trace by formula, as a CSV with named columns: a breath of 4 s, 10 mm, 25 samples a second.
trace=$work/trace.csv
awk 'BEGIN {
  print "time,amplitude"
  for (i = 0; i < 1500; i++) printf "%.2f,%.4f\n", i / 25, 10 * cos(3.14159265 * i / 25 / 4) ^ 4
}' >"$trace"

"$breathline" trace "$trace" --out "$work/breaths" | tee "$work/words.txt"
test -s "$work/breaths/trace.html"
test -s "$work/breaths/trace.pdf"

echo "--- the period, for a script"
"$breathline" trace --json "$trace" | sed -n '/"periodS" : {/,/}/p' | head -3
