/** What is said to whoever typed the command. */
@NullMarked
package io.tiktoken.launcher.terminal;

import org.jspecify.annotations.NullMarked;
