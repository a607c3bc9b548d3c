/** The web page and the files it needs. */
@NullMarked
package io.tiktoken.gateway.page;

import org.jspecify.annotations.NullMarked;
