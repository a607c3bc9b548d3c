/** The front door: routes, sessions, security headers and the web page. */
package io.tiktoken.gateway;
