/** The machines that may ask for access tokens, and what their scopes open. */
package io.tiktoken.auth.client;
