/** What the shop sells: products, what they look like, and how to find them. */
package io.tiktoken.catalog.product;
