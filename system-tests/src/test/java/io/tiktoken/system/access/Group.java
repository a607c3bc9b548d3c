package io.tiktoken.system.access;

import java.util.Locale;

/** Whom a row of the matrix lets in; the table writes them in small letters, with hyphens. */
enum Group {
    /** With no token at all, or with any good one. */
    ANYONE,
    /** Tokens are not even looked at here, so a bad one does no harm. */
    ANYTHING,
    /** Only a client's own secret counts here; a token, however good, is no better than none. */
    SECRET,
    CUSTOMER,
    /** Whoever has the role may look; to change something takes a second factor at log-in. */
    ADMINISTRATOR,
    MERCHANT,
    KIOSK,
    GATEWAY,
    AUTH_SERVICE,
    ORDER_SERVICE,
    WALLET_SERVICE;

    static Group named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
