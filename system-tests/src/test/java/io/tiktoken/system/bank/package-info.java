/** The ledger alone under load: tens of thousands of operations at wallet-service's own door, while it is killed again and again. */
package io.tiktoken.system.bank;
