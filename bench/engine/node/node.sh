#!/usr/bin/env bash
# Starts one node of OpenSearch on the loopback address, for tests and benchmarks:
#
#	node.sh FOLDER NAME HTTP-PORT TRANSPORT-PORT [TRANSPORT-PORT OF ANOTHER]...
#
# It prints "started" when it answers and ends when its standard input does.
# "node.sh --fetch" only fetches what it is started from. Needs Java 17 and Maven.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=${TELAAH_NODE_BUILD:-$here/target}
classpath=$build/classpath
if [ ! -s "$build/TestNode.class" ] || [ "$here/TestNode.java" -nt "$build/TestNode.class" ] || [ ! -s "$classpath" ] || [ "$here/pom.xml" -nt "$classpath" ]; then
  mkdir -p "$build"
  mvn -q -B -f "$here/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:2.8:build-classpath -Dmdep.outputFile="$classpath.new" >&2
  javac -nowarn -cp "$(cat "$classpath.new")" -d "$build" "$here/TestNode.java"
  mv "$classpath.new" "$classpath"
fi
[ "${1:-}" = --fetch ] && exit 0
mkdir -p "$1/config" "$1/logs" "$1/data"
exec java -Xms${TELAAH_NODE_HEAP:-512m} -Xmx${TELAAH_NODE_HEAP:-512m} -XX:+UseSerialGC -XX:TieredStopAtLevel=${TELAAH_NODE_TIER:-4} \
  -Dlog4j2.disable.jmx=true -Dlog4j2.level=${TELAAH_NODE_LOG:-error} -Dopensearch.set.netty.runtime.available.processors=false -Djava.io.tmpdir="$1/data" \
  -cp "$build:$(cat "$classpath")" TestNode "$@"
