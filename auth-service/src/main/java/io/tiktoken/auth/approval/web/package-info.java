/** Approvals over HTTP. */
@NullMarked
package io.tiktoken.auth.approval.web;

import org.jspecify.annotations.NullMarked;
