/** What a person approved with the PIN: one exact operation, for two minutes. */
package io.tiktoken.auth.approval;
