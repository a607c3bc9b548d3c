package io.tiktoken.order.cart;

import io.tiktoken.order.purchase.PurchaseId;

/** Breaks a rule of architecture on purpose: a cart that knows of purchases. */
public class CartOffender {
    PurchaseId purchase;
}
