/** The OAuth2 token endpoint: client credentials and nothing else. */
@NullMarked
package io.tiktoken.auth.client.config;

import org.jspecify.annotations.NullMarked;
