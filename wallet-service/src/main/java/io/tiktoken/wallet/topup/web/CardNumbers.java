package io.tiktoken.wallet.topup.web;

import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** Recognizes card numbers, so that they are turned away before anything can store or log them. */
final class CardNumbers {

    /** 13 to 19 digits, grouped or not; the cards of all payment networks begin with 2 to 6 (a timestamp does not). */
    private static final Pattern CANDIDATE = Pattern.compile("(?<!\\d)[2-6](?:[ ._-]?\\d){12,18}(?!\\d)");

    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private CardNumbers() {}

    /** Ends the request, without repeating the number, if there is one in the text. */
    static void refuse(String text) {
        if (!UUID.matcher(text).matches()
                && CANDIDATE.matcher(text).results().anyMatch(candidate -> passesLuhn(candidate.group()))) {
            throw new ProblemException(Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "card_number_refused",
                    "This looks like a card number. Never send one here: send the token of a payment method."));
        }
    }

    /** ISO/IEC 7812: every second digit from the right doubled, all digits summed, must be a multiple of ten. */
    private static boolean passesLuhn(String candidate) {
        var digits =
                candidate.chars().filter(Character::isDigit).map(c -> c - '0').toArray();
        var sum = 0;
        for (var i = 0; i < digits.length; i++) {
            var fromTheRight = digits.length - 1 - i;
            var weighted = digits[i] * (fromTheRight % 2 == 0 ? 1 : 2);
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10 == 0;
    }
}
