package io.tiktoken.defaults.text;

import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Recognizes card numbers in what people type, so that they are turned away before anything stores or logs them.
 *
 * <p>A card number is 13 to 19 digits that begin as those of a payment network do and pass the Luhn check. They may be
 * digits of any script, and anything but a letter may stand between them, seen or not. Digits without anything between
 * them are never looked at in part: twenty in a row are no card number.
 */
public final class CardNumbers {

    /** What is told to whoever sent one. */
    public static final String REFUSAL =
            "This looks like a card number. Never send one here: send the token of a payment method.";

    private static final int FEWEST_DIGITS = 13;
    private static final int MOST_DIGITS = 19;

    /** Mir and Mastercard; Diners Club, American Express and JCB; Visa, Mastercard, Maestro, Discover and UnionPay. */
    private static final Pattern NETWORK = Pattern.compile(
            "(220[0-4]|222[1-9]|22[3-9]\\d|2[3-6]\\d\\d|27[01]\\d|2720)\\d{12,15}|3[04-9]\\d{12,17}|[4-6]\\d{12,18}");

    /** Our own ids, whose digits can look like anything. */
    private static final Pattern UUID = Pattern.compile(
            "(?<!\\p{XDigit})\\p{XDigit}{8}-\\p{XDigit}{4}-[1-8]\\p{XDigit}{3}-[89abAB]\\p{XDigit}{3}-\\p{XDigit}{12}(?!\\p{XDigit})");

    /** What begins something new: an amount, or a telephone number with its country. */
    private static final Pattern BEGINNING = Pattern.compile("\\p{Sc}|(?<![\\p{Nd}+])\\+(?=\\p{Nd})");

    /** A letter ends a number, so it stands in the place of what is left out. */
    private static final String LETTER = "x";

    private CardNumbers() {}

    /**
     * Ends the request, without repeating the number, if there is one in the text.
     *
     * @throws ProblemException 400 {@code card_number_refused}
     */
    public static void refuse(@Nullable String text) {
        if (text != null && appearIn(text)) {
            throw new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "card_number_refused", REFUSAL));
        }
    }

    /** Whether there is a card number anywhere in the text. */
    public static boolean appearIn(String text) {
        if (text.length() < FEWEST_DIGITS) {
            return false;
        }
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var withoutIds = UUID.matcher(folded).replaceAll(LETTER);
        var numbers = BEGINNING.matcher(withoutIds).replaceAll(LETTER);
        return Runs.in(numbers).stream().anyMatch(CardNumbers::hasCardNumber);
    }

    /** Tries each stretch of whole groups that is as long as a card number. */
    private static boolean hasCardNumber(List<String> groups) {
        for (var first = 0; first < groups.size(); first++) {
            var digits = new StringBuilder();
            for (var next = first; next < groups.size() && digits.length() <= MOST_DIGITS; next++) {
                digits.append(groups.get(next));
                if (isCardNumber(digits)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isCardNumber(CharSequence digits) {
        return NETWORK.matcher(digits).matches() && passesLuhn(digits);
    }

    /** ISO/IEC 7812: every second digit from the right doubled, all digits summed, must be a multiple of ten. */
    private static boolean passesLuhn(CharSequence digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var fromTheRight = digits.length() - 1 - i;
            var weighted = (digits.charAt(i) - '0') * (fromTheRight % 2 == 0 ? 1 : 2);
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10 == 0;
    }

    /** Splits a text into runs, which end at letters, and each run into its groups of digits, in ASCII. */
    private static final class Runs {

        private final List<List<String>> runs = new ArrayList<>();
        private final StringBuilder group = new StringBuilder();
        private List<String> run = new ArrayList<>();

        static List<List<String>> in(String text) {
            var runs = new Runs();
            text.codePoints().forEach(runs::read);
            runs.endRun();
            return runs.runs;
        }

        private void read(int character) {
            if (Character.isDigit(character)) {
                group.append(Character.digit(character, 10));
            } else if (Character.isLetter(character)) {
                endRun();
            } else {
                endGroup();
            }
        }

        private void endGroup() {
            if (!group.isEmpty()) {
                run.add(group.toString());
                group.setLength(0);
            }
        }

        private void endRun() {
            endGroup();
            runs.add(run);
            run = new ArrayList<>();
        }
    }
}
