package io.tiktoken.order.cart;

/** So many of one product. */
public record CartItem(ProductId productId, int quantity) {

    public static final int LARGEST_QUANTITY = 99;

    public CartItem {
        if (quantity < 1 || quantity > LARGEST_QUANTITY) {
            throw new IllegalArgumentException(
                    "A cart holds 1 to %d of a product, not %d of %s".formatted(LARGEST_QUANTITY, quantity, productId));
        }
    }
}
