package io.tiktoken.catalog.web;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.tiktoken.defaults.problem.ProblemCode;
import org.springframework.http.HttpStatus;

/** Every refusal of this service. */
public enum Code implements ProblemCode {
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such product, or no picture of it"),

    OUT_OF_STOCK(CONFLICT, "There is not enough in stock for this reservation"),
    NOT_RESERVED(HttpStatus.NOT_FOUND, "Nothing was reserved under this id"),
    BODY_DIFFERS(UNPROCESSABLE_CONTENT, "This id was used with another body; repeat the same body or take a new id"),
    ALREADY_COMMITTED(CONFLICT, "The stock has been committed; a return brings it back"),
    ALREADY_RELEASED(CONFLICT, "Nothing is set aside under this id, and nothing ever will be"),
    EXPIRED(CONFLICT, "The stock was set aside too long ago and can be bought by others"),
    EXCEEDS_COMMITTED(CONFLICT, "More would come back than was taken and is still out");

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
