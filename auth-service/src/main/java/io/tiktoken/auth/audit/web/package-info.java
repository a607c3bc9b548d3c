/** How the audit is spoken of over HTTP. */
@NullMarked
package io.tiktoken.auth.audit.web;

import org.jspecify.annotations.NullMarked;
