package io.tiktoken.wallet.moneyrequest;

/** From which side somebody looks at money requests. */
public enum Side {
    SENT("requester"),
    RECEIVED("payer");

    private final String column;

    Side(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
