/** What ./tiktoken can be told to do, one class each. */
@NullMarked
package io.tiktoken.launcher.command;

import org.jspecify.annotations.NullMarked;
