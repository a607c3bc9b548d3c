/** Text that people type. */
package io.tiktoken.defaults.text;
