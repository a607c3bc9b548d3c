/** What a renewal of PIN, password or authenticator ends: the approvals that were given with the old one. */
package io.tiktoken.auth.renewal;
