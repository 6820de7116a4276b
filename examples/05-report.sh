#!/usr/bin/env bash
# The whole chain: a scan and its trace in, a report with pictures, trace and figures out.
set -euo pipefail
breathline=$(cd "$(dirname "$0")/.." && pwd)/breathline

# The results go to the folder named, or to one that is removed in the end.
work=${1:-}
if [ -z "$work" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi

"$breathline" phantom --size small --out "$work/phantom"
"$breathline" simulate "$work/phantom/scan" --trace "$work/phantom/trace.vxp" --out "$work/report"

for file in report.html report.pdf simulation.json; do
  test -s "$work/report/$file"
  echo "$file: $(wc -c <"$work/report/$file") bytes"
done
