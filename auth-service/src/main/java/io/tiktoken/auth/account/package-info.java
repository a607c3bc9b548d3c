/** What people change about their own account. */
@NullMarked
package io.tiktoken.auth.account;

import org.jspecify.annotations.NullMarked;
