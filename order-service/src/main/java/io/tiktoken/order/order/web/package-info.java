/** Orders over HTTP. */
@NullMarked
package io.tiktoken.order.order.web;

import org.jspecify.annotations.NullMarked;
