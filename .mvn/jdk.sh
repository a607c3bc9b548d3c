# Sourced by ./mvnw and ./tiktoken: points JAVA_HOME at a JDK 25, whatever the default java is.
# A JDK is taken from JAVA_HOME, from the PATH, or from the places where installers put them.

TIKTOKEN_JDK=25

is_the_jdk() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -q "^JAVA_VERSION=\"$TIKTOKEN_JDK[\".]" "$1/release"
}

find_the_jdk() {
  if [ -n "${JAVA_HOME-}" ] && is_the_jdk "$JAVA_HOME"; then
    return 0
  fi
  javac_on_path=$(command -v javac || true)
  if [ -n "$javac_on_path" ]; then
    JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$javac_on_path")")")
    is_the_jdk "$JAVA_HOME" && return 0
  fi
  # find instead of a glob: the caller may have switched globbing off.
  for JAVA_HOME in $(find /usr/lib/jvm /usr/java /opt /opt/java "$HOME/.sdkman/candidates/java" "$HOME/.jdks" \
    /Library/Java/JavaVirtualMachines -maxdepth 1 -mindepth 1 2>/dev/null | sort); do
    is_the_jdk "$JAVA_HOME" && return 0
    JAVA_HOME=$JAVA_HOME/Contents/Home
    is_the_jdk "$JAVA_HOME" && return 0
  done
  return 1
}

if find_the_jdk; then
  export JAVA_HOME
else
  unset JAVA_HOME
  echo "TikToken needs a JDK $TIKTOKEN_JDK and found none." >&2
  echo "Install one (for example Debian's openjdk-$TIKTOKEN_JDK-jdk, or Temurin $TIKTOKEN_JDK) or set JAVA_HOME to it." >&2
  exit 1
fi
