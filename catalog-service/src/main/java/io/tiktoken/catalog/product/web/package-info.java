/** Products over HTTP: for anyone who looks around, and for order-service. */
@NullMarked
package io.tiktoken.catalog.product.web;

import org.jspecify.annotations.NullMarked;
