#!/usr/bin/env bash
# The internal target volume of a clicked tumour, carried to the planning CT, with its reasons.
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

# The phantom knows where its tumour is; a person would click it, or draw it (--structures, --target).
seed=$(tr -d ' \n' <"$work/phantom/phantom.json" | sed 's/.*"endExhale":{"x":\([^,]*\),"y":\([^,]*\),"z":\([^}]*\)}.*/\1,\2,\3/')
"$breathline" itv "$work/sorted" --seed="$seed" --ctv-margin 5 --ptv-margin 5 --segmentation \
  --planning-ct "$work/phantom/planning" --out "$work/target" | tee "$work/words.txt"
grep -q 'planned on   3d: planning/rtstruct.dcm' "$work/words.txt"

for file in rtstruct.dcm seg.dcm presence.mha made-by.mha itv.html itv.pdf itv.json \
  planning/registration.dcm planning/rtstruct.dcm; do
  test -s "$work/target/$file"
  echo "$file: $(wc -c <"$work/target/$file") bytes"
done
