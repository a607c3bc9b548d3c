/** The rates over HTTP. */
@NullMarked
package io.tiktoken.fx.rate.web;

import org.jspecify.annotations.NullMarked;
