package io.tiktoken.order.order.web;

import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.order.cart.CartItem;
import io.tiktoken.order.cart.Carts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a customer orders. There is no field for a price or a total: those are ours to say.
 *
 * @param items absent to order what is in the cart
 */
record OrderRequest(
        @Size(min = 1, max = Carts.MOST_LINES) @Nullable List<@NotNull @Valid Item> items) {

    record Item(
            @NotNull UUID productId,
            @Min(1) @Max(CartItem.LARGEST_QUANTITY) int quantity) {}

    @Nullable
    List<CartItem> toItems() {
        if (items == null) {
            return null;
        }
        if (items.stream().map(Item::productId).distinct().count() < items.size()) {
            throw new ProblemException(Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "validation_failed",
                    "items: a product is named twice; give its whole quantity in one place"));
        }
        return items.stream()
                .map(item -> new CartItem(item.productId(), item.quantity()))
                .toList();
    }
}
