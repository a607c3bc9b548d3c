/** The seven products with which a new shop opens. */
package io.tiktoken.catalog.seed;
