package io.tiktoken.order.cart.web;

import io.tiktoken.order.cart.CartItem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How many of a product the customer wants. */
record QuantityRequest(
        @Min(1) @Max(CartItem.LARGEST_QUANTITY) int quantity) {}
