/** What one administrator asked for and another one decides about. */
package io.tiktoken.auth.administration.decision;
