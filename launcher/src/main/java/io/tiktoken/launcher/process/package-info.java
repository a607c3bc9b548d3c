/** Processes of this machine: remembering, starting, watching and stopping them. */
@NullMarked
package io.tiktoken.launcher.process;

import org.jspecify.annotations.NullMarked;
