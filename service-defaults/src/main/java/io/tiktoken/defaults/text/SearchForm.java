package io.tiktoken.defaults.text;

import static java.lang.Character.UnicodeScript.CYRILLIC;
import static java.lang.Character.UnicodeScript.GREEK;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.KHMER;
import static java.lang.Character.UnicodeScript.LAO;
import static java.lang.Character.UnicodeScript.LATIN;
import static java.lang.Character.UnicodeScript.MYANMAR;
import static java.lang.Character.UnicodeScript.THAI;
import static java.util.stream.Collectors.joining;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How text is searched: the stored form of what is there is compared with the form of what is looked for. Neither case
 * nor compatibility variants nor invisible characters nor the amount of white space count, and accents do not on Latin,
 * Greek and Cyrillic letters. In every other script a mark is a letter of its own: மலை is not மாலை.
 *
 * <p>The form is made here and stored, because no database folds like another, and SQLite only A to Z.
 */
public final class SearchForm {

    private static final Set<UnicodeScript> WITH_ACCENTS = EnumSet.of(LATIN, GREEK, CYRILLIC);

    /** They write no space between words, so a word may begin anywhere. */
    private static final Set<UnicodeScript> WITHOUT_SPACES =
            EnumSet.of(HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR);

    /** Latin letters with a stroke, which Unicode does not take for an accent, above the letters that people type. */
    private static final String STROKED = "đħłøŧ";

    private static final String PLAIN = "dhlot";

    private static final Pattern IGNORED =
            Pattern.compile("(?:%s|%s|%s)+".formatted(VisibleText.UNSEEN, VisibleText.JOINER, VisibleText.SELECTOR));

    private static final Pattern SPACES = Pattern.compile(VisibleText.WHITE + "+");
    private static final Pattern WILDCARDS = Pattern.compile("[\\\\%_]");
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x20-\\x7E]");

    private SearchForm() {}

    /** The form of several texts, with a line end between them, so that nothing is found across two of them. */
    public static String of(@Nullable String... texts) {
        return Arrays.stream(texts)
                .filter(Objects::nonNull)
                .map(SearchForm::folded)
                .collect(joining("\n"));
    }

    /** Whether nothing is looked for: no text, or none of which a form keeps anything. */
    public static boolean isEmpty(@Nullable String text) {
        return text == null || folded(text).isEmpty();
    }

    /** What a form must be {@code LIKE … ESCAPE '\'} to hold this text anywhere. */
    public static String anywhere(String text) {
        return "%" + literally(folded(text)) + "%";
    }

    /** What a form must be {@code LIKE … ESCAPE '\'} to begin with this text. */
    public static String atItsBeginning(String text) {
        return literally(folded(text)) + "%";
    }

    /** What a form with a space before it must be {@code LIKE … ESCAPE '\'} to hold a word that begins with this text. */
    public static String atTheBeginningOfAWord(String text) {
        var form = folded(text);
        var script = form.isEmpty() ? UnicodeScript.COMMON : UnicodeScript.of(form.codePointAt(0));
        return (WITHOUT_SPACES.contains(script) ? "%" : "% ") + literally(form) + "%";
    }

    private static String folded(String text) {
        var seen = NOT_ASCII.matcher(text).find() ? letters(text) : text.toLowerCase(Locale.ROOT);
        return SPACES.matcher(seen).replaceAll(" ").strip();
    }

    private static String letters(String text) {
        var plain = IGNORED.matcher(text).replaceAll("");
        return Normalizer.normalize(caseFolded(withoutAccents(plain)), Normalizer.Form.NFKC);
    }

    private static String withoutAccents(String text) {
        var letters = new StringBuilder(text.length());
        var accents = false;
        for (var letter :
                Normalizer.normalize(text, Normalizer.Form.NFKD).codePoints().toArray()) {
            if (!isMark(letter)) {
                accents = WITH_ACCENTS.contains(UnicodeScript.of(letter));
                letters.appendCodePoint(letter);
            } else if (!accents) {
                letters.appendCodePoint(letter);
            }
        }
        return letters.toString();
    }

    /** First to small letters, for ẞ has no large one of its own; then to large ones, where ß is SS and ς is Σ; and back. */
    private static String caseFolded(String text) {
        var folded = new StringBuilder(text.length());
        small(small(text).toUpperCase(Locale.ROOT))
                .codePoints()
                .map(SearchForm::withoutStroke)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** Each letter by itself: within a word, {@code toLowerCase} would make a final sigma of the last one. */
    private static String small(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int withoutStroke(int letter) {
        var place = STROKED.indexOf(letter);
        return place < 0 ? letter : PLAIN.charAt(place);
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** Whoever looks for "100%" means a per cent sign, not anything at all. */
    private static String literally(String form) {
        return WILDCARDS.matcher(form).replaceAll("\\\\$0");
    }
}
