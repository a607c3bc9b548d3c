package io.tiktoken.system.shop;

import java.util.Locale;

/** One of the six programs that make up the shop. */
public enum Part {
    AUTH("auth-service"),
    CATALOG("catalog-service"),
    FX("fx-service"),
    WALLET("wallet-service"),
    ORDER("order-service"),
    GATEWAY("gateway");

    private final String module;

    Part(String module) {
        this.module = module;
    }

    /** The module's name, which is also its folder's and its jar's. */
    public String module() {
        return module;
    }

    /** The variable that tells the other parts where this one listens. */
    String addressVariable() {
        return "TIKTOKEN_" + name().toUpperCase(Locale.ROOT) + "_URL";
    }
}
