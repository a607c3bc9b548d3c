/** A shop on the databases that an earlier version left behind: everything in them is served on. */
package io.tiktoken.system.old;
