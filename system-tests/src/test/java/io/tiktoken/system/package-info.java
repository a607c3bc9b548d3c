/** The shop from outside: each test is a story that a customer, or an operator, could tell. */
@NullMarked
package io.tiktoken.system;

import org.jspecify.annotations.NullMarked;
