package io.tiktoken.fx.web;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.GONE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.tiktoken.defaults.problem.ProblemCode;

/** Every refusal of this service. */
public enum Code implements ProblemCode {
    @Means(
            status = SERVICE_UNAVAILABLE,
            sentence = "There are no recent exchange rates just now. Please try again later.")
    RATES_UNAVAILABLE,

    @Means(status = UNPROCESSABLE_CONTENT, sentence = "There is no rate for this currency")
    UNKNOWN_CURRENCY,
    @Means(status = UNPROCESSABLE_CONTENT, sentence = "This is worth less than the smallest TikToken amount")
    AMOUNT_TOO_SMALL,
    @Means(status = UNPROCESSABLE_CONTENT, sentence = "A quote may be worth at most %s")
    AMOUNT_TOO_LARGE,

    @Means(status = NOT_FOUND, sentence = "This customer has no such quote")
    QUOTE_NOT_FOUND,
    @Means(status = UNPROCESSABLE_CONTENT, sentence = "This quote is for another amount")
    QUOTE_MISMATCH,
    @Means(status = CONFLICT, sentence = "Another top-up uses this quote")
    QUOTE_REDEEMED,
    @Means(status = CONFLICT, sentence = "This top-up gave the quote back")
    QUOTE_GIVEN_BACK,
    @Means(status = GONE, sentence = "This quote has expired; ask for a new one")
    QUOTE_EXPIRED
}
