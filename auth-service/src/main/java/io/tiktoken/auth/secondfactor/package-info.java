/** How a person gets an authenticator, and how they get rid of it. */
package io.tiktoken.auth.secondfactor;
