/** What every service's OpenAPI document says in the same way. */
@NullMarked
package io.tiktoken.defaults.openapi;

import org.jspecify.annotations.NullMarked;
