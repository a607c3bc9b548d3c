/** What happened to whom: security events, written once and never changed. */
package io.tiktoken.auth.audit;
