package io.tiktoken.catalog.stock.web;

import io.tiktoken.catalog.product.ProductId;
import io.tiktoken.catalog.stock.Line;
import io.tiktoken.catalog.stock.Lines;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/** One line of a reservation or a return, as order-service sends it. */
record LineBody(@NotNull UUID productId, @Min(1) @Max(99) int quantity) {

    static final int MOST_LINES = 50;

    static Lines merged(List<LineBody> lines) {
        return Lines.merged(lines.stream()
                .map(line -> new Line(new ProductId(line.productId), line.quantity))
                .toList());
    }
}
