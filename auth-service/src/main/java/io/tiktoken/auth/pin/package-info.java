/** The six digits with which a person approves; guessing them is stopped by counting. */
package io.tiktoken.auth.pin;
