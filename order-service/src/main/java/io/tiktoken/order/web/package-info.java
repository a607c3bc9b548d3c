/** What all controllers of this service have in common: how they refuse. */
@NullMarked
package io.tiktoken.order.web;

import org.jspecify.annotations.NullMarked;
