/** Registration and recovery over HTTP. */
@NullMarked
package io.tiktoken.auth.registration.web;

import org.jspecify.annotations.NullMarked;
