package io.tiktoken.auth.client.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Text that may be encoded as in a form. */
final class FormText {

    private FormText() {}

    /** What it says, decoded; itself when it is not encoded at all. */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException strayPerCentSign) {
            return text;
        }
    }
}
