#!/usr/bin/env bash
# Where is each point of one phase in all the others? Displacement fields, judged, as MetaImage and DICOM.
set -euo pipefail
breathline=$(cd "$(dirname "$0")/.." && pwd)/breathline

# The results go to the folder named, or to one that is removed in the end.
work=${1:-}
if [ -z "$work" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi

"$breathline" phantom --size small --out "$work/phantom"
"$breathline" sort "$work/phantom/scan" --trace "$work/phantom/trace.vxp" --out "$work/sorted"
"$breathline" register "$work/sorted" --reference 50 --out "$work/registered" | tee "$work/words.txt"
grep -q 'pass' "$work/words.txt"

echo "--- what came out: a field a phase, and the report that says how good each is"
head -n 14 "$work/registered/fields/phase-00.mha"
for file in fields/phase-00.mha dicom/phase-00.dcm report.html report.pdf register.json; do
  test -s "$work/registered/$file"
  echo "$file: $(wc -c <"$work/registered/$file") bytes"
done
