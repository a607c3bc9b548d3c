/** Replaces the signing keys, on demand and by their age, so that no token notices. */
package io.tiktoken.auth.rotation;
