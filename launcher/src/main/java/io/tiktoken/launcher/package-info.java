/** The program behind {@code ./tiktoken}. It needs the JDK alone, because the script compiles it without Maven. */
@NullMarked
package io.tiktoken.launcher;

import org.jspecify.annotations.NullMarked;
