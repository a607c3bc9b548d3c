/** Who may call: two audiences, two filter chains, deny by default. */
package io.tiktoken.defaults.security;
