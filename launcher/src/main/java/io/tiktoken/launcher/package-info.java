/** The program behind {@code ./tiktoken}. It needs the JDK alone, because the script compiles it without Maven. */
package io.tiktoken.launcher;
