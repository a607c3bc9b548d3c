/** What machines may know before they have a token. */
@NullMarked
package io.tiktoken.auth.client.web;

import org.jspecify.annotations.NullMarked;
