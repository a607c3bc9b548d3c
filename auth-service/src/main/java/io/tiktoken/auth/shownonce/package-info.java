/**
 * Answers that show a secret once are kept for some minutes, sealed, for whoever repeats the request because the
 * answer got lost.
 */
package io.tiktoken.auth.shownonce;
