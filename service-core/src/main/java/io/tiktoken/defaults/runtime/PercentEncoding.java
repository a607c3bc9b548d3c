package io.tiktoken.defaults.runtime;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes written as {@code %41} in a request's target (RFC 3986), which here must be UTF-8. */
public final class PercentEncoding {

    private static final int HEX = 16;

    private PercentEncoding() {}

    /**
     * Whether every percent sign is followed by two digits, and all bytes together are UTF-8. The usual decoders
     * either throw at half of this or put a replacement character in the place of the other half.
     */
    public static boolean isWellFormed(String raw) {
        return raw.indexOf('%') < 0 || isUtf8(raw);
    }

    private static boolean isUtf8(String raw) {
        var bytes = new ByteArrayOutputStream(raw.length());
        for (var i = 0; i < raw.length(); i++) {
            var letter = raw.charAt(i);
            if (letter != '%') {
                bytes.write(letter);
            } else if (i + 2 < raw.length() && isHex(raw.charAt(i + 1)) && isHex(raw.charAt(i + 2))) {
                bytes.write(Integer.parseInt(raw, i + 1, i + 3, HEX));
                i += 2;
            } else {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    private static boolean isHex(char letter) {
        return letter < 128 && Character.digit(letter, HEX) >= 0;
    }
}
