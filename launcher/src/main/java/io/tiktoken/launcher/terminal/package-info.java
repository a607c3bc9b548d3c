/** What is said to whoever typed the command. */
package io.tiktoken.launcher.terminal;
