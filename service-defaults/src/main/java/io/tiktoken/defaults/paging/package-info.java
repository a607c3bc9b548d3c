/** Lists in pages, newest first. */
package io.tiktoken.defaults.paging;
