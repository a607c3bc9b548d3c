package io.tiktoken.fx.web;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.GONE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.tiktoken.defaults.problem.ProblemCode;
import org.springframework.http.HttpStatus;

/** Every refusal of this service. */
public enum Code implements ProblemCode {
    RATES_UNAVAILABLE(SERVICE_UNAVAILABLE, "There are no recent exchange rates just now. Please try again later."),

    UNKNOWN_CURRENCY(UNPROCESSABLE_CONTENT, "There is no rate for this currency"),
    AMOUNT_TOO_SMALL(UNPROCESSABLE_CONTENT, "This is worth less than the smallest TikToken amount"),
    AMOUNT_TOO_LARGE(UNPROCESSABLE_CONTENT, "A quote may be worth at most %s"),

    QUOTE_NOT_FOUND(NOT_FOUND, "This customer has no such quote"),
    QUOTE_MISMATCH(UNPROCESSABLE_CONTENT, "This quote is for another amount"),
    QUOTE_REDEEMED(CONFLICT, "Another top-up uses this quote"),
    QUOTE_GIVEN_BACK(CONFLICT, "This top-up gave the quote back"),
    QUOTE_EXPIRED(GONE, "This quote has expired; ask for a new one");

    private final HttpStatus status;
    private final String sentence;

    Code(HttpStatus status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
