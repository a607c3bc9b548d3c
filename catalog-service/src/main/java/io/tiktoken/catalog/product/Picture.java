package io.tiktoken.catalog.product;

import io.tiktoken.catalog.Fingerprint;

/** What a product looks like. */
public final class Picture {

    private final String contentType;
    private final byte[] bytes;
    private final Fingerprint fingerprint;

    private Picture(String contentType, byte[] bytes, Fingerprint fingerprint) {
        this.contentType = contentType;
        this.bytes = bytes;
        this.fingerprint = fingerprint;
    }

    public static Picture svg(byte[] bytes) {
        return new Picture("image/svg+xml", bytes.clone(), Fingerprint.of(bytes));
    }

    static Picture stored(String contentType, byte[] bytes, Fingerprint fingerprint) {
        return new Picture(contentType, bytes, fingerprint);
    }

    public String contentType() {
        return contentType;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public Fingerprint fingerprint() {
        return fingerprint;
    }
}
