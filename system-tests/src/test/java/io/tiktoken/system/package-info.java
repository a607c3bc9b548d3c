/** The shop from outside: each test is a story that a customer, or an operator, could tell. */
package io.tiktoken.system;
