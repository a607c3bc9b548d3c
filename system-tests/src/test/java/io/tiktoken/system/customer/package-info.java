/** The people in front of the shop, and the small part of its answers that they look at. */
package io.tiktoken.system.customer;
