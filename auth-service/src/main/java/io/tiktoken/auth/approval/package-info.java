/** What a person approved with the PIN: one exact operation, for two minutes. */
@NullMarked
package io.tiktoken.auth.approval;

import org.jspecify.annotations.NullMarked;
