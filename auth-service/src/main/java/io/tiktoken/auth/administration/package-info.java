/** What administrators do to people's accounts, never to their money; every action is audited. */
package io.tiktoken.auth.administration;
