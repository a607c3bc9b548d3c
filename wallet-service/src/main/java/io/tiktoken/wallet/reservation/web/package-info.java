/** Reservations and refunds over HTTP, for the services that run purchases. */
@NullMarked
package io.tiktoken.wallet.reservation.web;

import org.jspecify.annotations.NullMarked;
