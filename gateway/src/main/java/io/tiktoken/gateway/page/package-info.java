/** The web page and the files it needs. */
package io.tiktoken.gateway.page;
