/** What machines may know before they have a token, and how administrators look after them. */
@NullMarked
package io.tiktoken.auth.client.web;

import org.jspecify.annotations.NullMarked;
