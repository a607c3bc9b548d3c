package io.tiktoken.defaults.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What somebody types for others to read: on one line, as it is spelled, and without what cannot be seen. Text that
 * shows nothing is as good as nothing typed.
 *
 * <p>A line end or any other white space is one space, and none at either end. Joiners are spelling (Sinhala, Persian,
 * families of emoji) and stay inside a word; so does one variation selector behind what it varies. What turns the text
 * around, hides in it or means nothing to others (other format and control characters, fillers, tags, private use,
 * unassigned code points) is taken out without a trace. The spelling is NFC.
 */
public final class VisibleText {

    /** Burmese and Khmer write five in a row; twenty are a tower that covers the lines above. */
    static final int MOST_MARKS = 6;

    /** A cell of Braille without a dot is the space of Braille. */
    static final String WHITE = "[\\p{IsWhite_Space}\\u2800]";

    static final String JOINER = "[\\u200C\\u200D]";
    static final String SELECTOR = "[\\u180B-\\u180D\\u180F\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]";

    /**
     * Characters without a glyph: by category, and those letters, marks and symbols that have none either (fillers, the
     * grapheme joiner, inherent vowels, the null note head). Not among them are the signs that Arabic, Syriac and Kaithi
     * write around numbers, which are format characters with a glyph, and emoji newer than this Java.
     */
    static final String UNSEEN = "[\\p{C}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u3164\\uFFA0\\uFFFC\\x{1D159}"
            + "&&[^\\p{IsWhite_Space}\\u200C\\u200D\\u0600-\\u0605\\u06DD\\u070F\\u0890\\u0891\\u08E2"
            + "\\x{110BD}\\x{110CD}\\p{IsExtended_Pictographic}]]";

    /** A flag such as Scotland's, which is spelled with tags; other tags carry text that nobody sees. */
    private static final String FLAG = "(\\x{1F3F4}[\\x{E0030}-\\x{E0039}\\x{E0061}-\\x{E007A}]{3,6}\\x{E007F})";

    private static final Pattern FLAG_OR_UNSEEN = Pattern.compile(FLAG + "|" + UNSEEN);

    private static final Pattern MARKS_ON_NOTHING =
            Pattern.compile("(^|%s)[\\p{M}%s]+".formatted(WHITE, "\\u200C\\u200D"));

    private static final Pattern MARKS_TOO_MANY =
            Pattern.compile("((?:%s?\\p{M}){%d})[\\p{M}\\u200C\\u200D]+".formatted(JOINER, MOST_MARKS));

    private static final Pattern SELECTORS_TOO_MANY = Pattern.compile("(%s)%<s+".formatted(SELECTOR));

    /** Behind a letter, digit, mark or emoji, and before a letter, emoji or mark of a script, it joins something. */
    private static final String JOINING = "[\\p{L}\\p{N}\\p{M}\\p{IsExtended_Pictographic}\\p{IsEmoji_Modifier}]%s"
            + "(?=[\\p{L}\\p{IsExtended_Pictographic}[\\p{M}&&\\P{IsInherited}]])";

    private static final Pattern JOINING_OR_JOINER = Pattern.compile(("(" + JOINING + ")|%<s").formatted(JOINER));

    private static final Pattern SPACES = Pattern.compile(WHITE + "+");

    private VisibleText() {}

    /** What was meant by what was typed; empty when there is nothing to see. */
    public static String of(String typed) {
        // Cleaned before NFC, whose time grows with the square of a run of marks, and after it, which may make more of
        // them.
        return cleaned(Normalizer.normalize(cleaned(typed), Normalizer.Form.NFC));
    }

    private static String cleaned(String text) {
        var seen = FLAG_OR_UNSEEN.matcher(text).replaceAll("$1");
        var standing = MARKS_ON_NOTHING.matcher(seen).replaceAll("$1");
        var varied = SELECTORS_TOO_MANY.matcher(standing).replaceAll("$1");
        var bounded = MARKS_TOO_MANY.matcher(varied).replaceAll("$1");
        var joined = JOINING_OR_JOINER.matcher(bounded).replaceAll("$1");
        return SPACES.matcher(joined).replaceAll(" ").strip();
    }
}
