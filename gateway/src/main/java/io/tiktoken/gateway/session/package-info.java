/** Swaps a browser's session for a short-lived access token, so that no service sees the session and no browser the token. */
package io.tiktoken.gateway.session;
