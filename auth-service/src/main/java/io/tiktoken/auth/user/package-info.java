/** People: their names, how others see them, and their passwords. */
package io.tiktoken.auth.user;
