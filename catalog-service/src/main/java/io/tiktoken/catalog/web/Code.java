package io.tiktoken.catalog.web;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.tiktoken.defaults.problem.ProblemCode;
import org.springframework.http.HttpStatus;

/** Every refusal of this service. */
public enum Code implements ProblemCode {
    @Means(status = HttpStatus.NOT_FOUND, sentence = "There is no such product, or no picture of it")
    NOT_FOUND,

    @Means(status = CONFLICT, sentence = "There is not enough in stock for this reservation")
    OUT_OF_STOCK,
    @Means(status = HttpStatus.NOT_FOUND, sentence = "Nothing was reserved under this id")
    NOT_RESERVED,
    @Means(
            status = UNPROCESSABLE_CONTENT,
            sentence = "This id was used with another body; repeat the same body or take a new id")
    BODY_DIFFERS,
    @Means(status = CONFLICT, sentence = "The stock has been committed; a return brings it back")
    ALREADY_COMMITTED,
    @Means(status = CONFLICT, sentence = "Nothing is set aside under this id, and nothing ever will be")
    ALREADY_RELEASED,
    @Means(status = CONFLICT, sentence = "The stock was set aside too long ago and can be bought by others")
    EXPIRED,
    @Means(status = CONFLICT, sentence = "More would come back than was taken and is still out")
    EXCEEDS_COMMITTED
}
