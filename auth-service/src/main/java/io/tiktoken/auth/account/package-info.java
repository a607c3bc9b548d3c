/** What people change about their own account. */
package io.tiktoken.auth.account;
