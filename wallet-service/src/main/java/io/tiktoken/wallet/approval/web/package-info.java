/** What becomes of approvals over HTTP. */
@NullMarked
package io.tiktoken.wallet.approval.web;

import org.jspecify.annotations.NullMarked;
