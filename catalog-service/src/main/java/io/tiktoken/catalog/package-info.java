/** Products, their pictures and their stock. */
package io.tiktoken.catalog;
