/** What happened to whom: security events, written once and never changed. */
@NullMarked
package io.tiktoken.auth.audit;

import org.jspecify.annotations.NullMarked;
