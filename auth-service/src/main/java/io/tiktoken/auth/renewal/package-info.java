/** What a renewal of PIN, password or authenticator ends: the approvals that were given with the old one. */
@NullMarked
package io.tiktoken.auth.renewal;

import org.jspecify.annotations.NullMarked;
