/** How people change their own account, over HTTP. */
@NullMarked
package io.tiktoken.auth.account.web;

import org.jspecify.annotations.NullMarked;
