/** What may become of something that is set aside for a purchase: one truth table for money and stock. */
@NullMarked
package io.tiktoken.defaults.reservation;

import org.jspecify.annotations.NullMarked;
