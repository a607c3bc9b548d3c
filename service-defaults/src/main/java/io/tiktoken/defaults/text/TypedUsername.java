package io.tiktoken.defaults.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a username is read wherever one is typed: its case does not count, nor do full-width letters, nor the white space
 * and invisible marks around it that keyboards and copying add. Whether anybody can be called so is for others to say.
 */
public final class TypedUsername {

    private static final Pattern AROUND =
            Pattern.compile("^[\\p{IsWhite_Space}\\p{Cf}]+|[\\p{IsWhite_Space}\\p{Cf}]+$");

    private TypedUsername() {}

    /** The username that was meant. */
    public static String read(String typed) {
        var alone = AROUND.matcher(typed).replaceAll("");
        return Normalizer.normalize(alone, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
