/** What may become of something that is set aside for a purchase: one truth table for money and stock. */
package io.tiktoken.defaults.reservation;
