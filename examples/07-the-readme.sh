#!/usr/bin/env bash
# Runs every command that the README shows ("$ ./breathline ..."), in its order: what it promises works.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)

# The results go to the folder named, or to one that is removed in the end.
work=${1:-}
if [ -z "$work" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi

data=$(cd "${BREATHLINE_DATA:-$project/../shared/data}" 2>/dev/null && pwd) || data=
if [ ! -d "$data/4dct/popi-light" ] || [ ! -f "$data/traces/varian-rpm-real.vxp" ]; then
  echo "skipped: needs 4dct/popi-light and traces/varian-rpm-real.vxp (point BREATHLINE_DATA at the folder of both)"
  exit 0
fi

mkdir -p "$work"
cd "$work"
ln -sf "$project/breathline" breathline
ln -sfn "$data/4dct/popi-light" popi-light
ln -sf "$data/traces/varian-rpm-real.vxp" varian-rpm-real.vxp

count=0
while IFS= read -r command; do
  echo "--- $command"
  # shellcheck disable=SC2086 # a command is words
  ./breathline ${command#./breathline } </dev/null
  count=$((count + 1))
done < <(sed -n 's/^\$ \(\.\/breathline .*\)$/\1/p' "$project/README.md")

echo "$count commands"
[ "$count" -gt 0 ]
