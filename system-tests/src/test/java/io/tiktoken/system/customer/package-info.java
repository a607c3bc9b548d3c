/** The people in front of the shop, and the small part of its answers that they look at. */
@NullMarked
package io.tiktoken.system.customer;

import org.jspecify.annotations.NullMarked;
