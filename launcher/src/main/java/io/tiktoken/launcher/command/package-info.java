/** What ./tiktoken can be told to do, one class each. */
package io.tiktoken.launcher.command;
