/** What administrators do to people's accounts, never to their money; every action is audited. */
@NullMarked
package io.tiktoken.auth.administration;

import org.jspecify.annotations.NullMarked;
