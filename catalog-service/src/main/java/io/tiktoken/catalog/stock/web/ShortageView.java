package io.tiktoken.catalog.stock.web;

import io.tiktoken.catalog.stock.Shortage;
import java.util.UUID;

/** A product of which there is not enough, so that the customer can be told which and how many are left. */
record ShortageView(UUID productId, int requested, int available) {

    static ShortageView of(Shortage shortage) {
        return new ShortageView(shortage.productId().value(), shortage.requested(), shortage.available());
    }
}
