/** Exchange rates and quotes that hold. */
package io.tiktoken.fx;
