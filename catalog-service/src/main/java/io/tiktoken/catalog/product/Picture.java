package io.tiktoken.catalog.product;

import io.tiktoken.defaults.crypto.Sha256;

/** What a product looks like. */
public final class Picture {

    private final String contentType;
    private final byte[] bytes;
    private final Sha256 sha256;

    private Picture(String contentType, byte[] bytes, Sha256 sha256) {
        this.contentType = contentType;
        this.bytes = bytes;
        this.sha256 = sha256;
    }

    public static Picture svg(byte[] bytes) {
        return new Picture("image/svg+xml", bytes.clone(), Sha256.of(bytes));
    }

    public String contentType() {
        return contentType;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public Sha256 sha256() {
        return sha256;
    }
}
