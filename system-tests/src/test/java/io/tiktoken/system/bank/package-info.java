/** The ledger under load and alone: tens of thousands of operations at its own door, while it is killed again and again. */
package io.tiktoken.system.bank;
