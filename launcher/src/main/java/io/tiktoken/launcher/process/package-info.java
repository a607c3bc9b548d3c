/** Processes of this machine: remembering, starting, watching and stopping them. */
package io.tiktoken.launcher.process;
