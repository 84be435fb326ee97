#!/usr/bin/env bash
# Runs a command beside one node of OpenSearch, whose address it finds in
# TELAAH_TEST_ENGINE, and ends the node with it:
#
#	bench/engine/node/with.sh go test ./index
#
# Status 77 says that the node could not be made ready: without Java 17, Maven or
# what Maven fetches.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
command -v javac >/dev/null && command -v mvn >/dev/null || { echo "not checked: Java or Maven is not here"; exit 77; }
"$here/node.sh" --fetch || { echo "not checked: Maven could not fetch OpenSearch"; exit 77; }
port=${TELAAH_NODE_PORT:-19200}
dir=$(mktemp -d)
mkfifo "$dir/alive" "$dir/says"
trap 'rm -rf "$dir"' EXIT
TELAAH_NODE_TIER=${TELAAH_NODE_TIER:-1} "$here/node.sh" "$dir/node" node-1 "$port" $((port + 100)) <"$dir/alive" >"$dir/says" 2>"$dir/log" &
node=$!
exec 8>"$dir/alive" 9<"$dir/says"
read -r -t 180 line <&9 && [ "$line" = started ] || { echo "OpenSearch did not start:"; tail -n 20 "$dir/log"; exit 1; }
status=0
TELAAH_TEST_ENGINE=http://127.0.0.1:$port "$@" || status=$?
exec 8>&-
wait "$node" || true
exit "$status"
