package io.tiktoken.launcher.shop;

/** What the services prove themselves to each other with, or seal data with. */
public enum Secret {
    GATEWAY_SECRET,
    WALLET_SECRET,
    ORDER_SECRET,
    KEY_ENCRYPTION_KEY,
    PIN_PEPPER,
    APPROVAL_KEY;

    public String variable() {
        return "TIKTOKEN_" + name();
    }

    /** Without these two the signing keys and the customers' PINs in an existing database would be worthless for ever. */
    boolean isIrreplaceable() {
        return this == KEY_ENCRYPTION_KEY || this == PIN_PEPPER;
    }
}
