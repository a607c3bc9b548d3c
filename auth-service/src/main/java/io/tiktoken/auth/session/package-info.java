/** Who is logged in: session handles, and the short-lived tokens that they are exchanged for. */
package io.tiktoken.auth.session;
