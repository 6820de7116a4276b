#!/usr/bin/env bash
# How far does a tumour move? One click in it, and what a person decided about its motion.
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

# The phantom knows where its tumour is; a person would click it in the images.
seed=$(tr -d ' \n' <"$work/phantom/phantom.json" | sed 's/.*"endExhale":{"x":\([^,]*\),"y":\([^,]*\),"z":\([^}]*\)}.*/\1,\2,\3/')
"$breathline" motion "$work/sorted" --seed="$seed" --trace "$work/phantom/trace.vxp" \
  --decide itv --by "physicist on duty" --because "the patient does not hold the breath" \
  --out "$work/motion" | tee "$work/words.txt"
grep -q 'decided for free breathing with an ITV by physicist on duty' "$work/words.txt"

echo "--- the path, for a script"
sed -n '/"centroidMm"/,/]/p' "$work/motion/motion.json" | head -12
test -s "$work/motion/tumour.svg"
