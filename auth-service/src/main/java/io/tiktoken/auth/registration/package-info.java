/** How a person comes to be known here, and how they come back after losing the password. */
package io.tiktoken.auth.registration;
