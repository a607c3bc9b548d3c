/** The front door: routes, sessions, security headers and the web page. */
@NullMarked
package io.tiktoken.gateway;

import org.jspecify.annotations.NullMarked;
