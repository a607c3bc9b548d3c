/** Who may call what: every endpoint, tried by every kind of caller. */
package io.tiktoken.system.access;
