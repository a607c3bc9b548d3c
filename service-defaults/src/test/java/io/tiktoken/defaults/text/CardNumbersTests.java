package io.tiktoken.defaults.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.problem.ProblemException;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTests {

    /** How each network's numbers begin, and how many digits they have. */
    private record Network(String beginning, int length) {}

    private static final List<Network> NETWORKS = List.of(
            new Network("4", 13),
            new Network("4", 16),
            new Network("4", 19),
            new Network("51", 16),
            new Network("55", 16),
            new Network("2221", 16),
            new Network("2720", 16),
            new Network("2200", 16),
            new Network("34", 15),
            new Network("37", 15),
            new Network("30", 14),
            new Network("36", 14),
            new Network("3528", 16),
            new Network("5018", 13),
            new Network("6011", 16),
            new Network("62", 17),
            new Network("6759", 18));

    private static final List<UnaryOperator<String>> DISGUISES = List.of(
            number -> number,
            number -> inDigitsFrom('０', number),
            number -> inDigitsFrom('٠', number),
            number -> inDigitsFrom(0x1D7D8, number),
            number -> number.replaceAll("(.{4})", "$1/"),
            number -> number.replaceAll("(.{4})", "$1 -  "),
            number -> String.join("\u200B", number.split("")),
            number -> number.replaceAll("(.)", "$1\uFE0F\u20E3"),
            number -> "my card is " + number.replaceAll("(.{4})", "$1.") + " 12/29 123");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424242",
                "4242 4242 4242 4242",
                "4242-4242-4242-4242",
                "4242.4242.4242.4242",
                "4242_4242_4242_4242",
                "4242/4242/4242/4242",
                "4242  4242  4242  4242",
                "4242--4242--4242--4242",
                "4242 - 4242 - 4242 - 4242",
                "4242\u200B4242\u200B4242\u200B4242",
                "4242\u00AD4242\u00AD4242\u00AD4242",
                "4\u20602\u20604\u20602\u20604\u20602\u20604\u20602\u20604\u20602\u20604\u20602\u20604\u20602\u20604\u20602",
                "4242\u00A04242\u20034242\u30004242",
                "4242–4242—4242‐4242",
                "4242·4242•4242|4242",
                "4242+4242+4242+4242",
                "(4242) 4242, 4242; 4242",
                "4242\n4242\t4242\r\n4242",
                "4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2",
                "４２４２４２４２４２４２４２４２",
                "４２４２　４２４２　４２４２　４２４２",
                "٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢",
                "۴۲۴۲ ۴۲۴۲ ۴۲۴۲ ۴۲۴۲",
                "४२४२४२४२४२४२४२४२",
                "௪௨௪௨௪௨௪௨௪௨௪௨௪௨௪௨",
                "𝟒𝟐𝟒𝟐𝟒𝟐𝟒𝟐𝟒𝟐𝟒𝟐𝟒𝟐𝟒𝟐",
                "④②④②④②④②④②④②④②④②",
                "⁴²⁴²⁴²⁴²⁴²⁴²⁴²⁴²",
                "4٢４2 4242 ٤٢٤٢ 4242",
                "my card is 5555555555554444, expires 12/29",
                "5555 5555 5555 4444 12/29 123",
                "card5555555555554444",
                "卡号4242424242424242。",
                "order 12 5555555555554444",
                "378282246310005",
                "3782 822463 10005",
                "30569309025904",
                "6011111111111117",
                "2223003122003222",
                "3530111333300000",
                "4222222222222",
                "6205500000000000004",
                "6759649826438453",
                "$20, 5555555555554444",
                "42424242-4242-4242-4242-424242424242",
                "019a9e00-0000-7000-8000-000000000000 4242424242424242"
            })
    void areRecognizedHoweverTheyAreWritten(String text) {
        assertThatThrownBy(() -> CardNumbers.refuse(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageNotContaining("4");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "for lunch",
                "pm_card_visa",
                "pm_1NvQ4EeZvKYlo2C1234567890",
                "4242424242424241",
                "4242 4242 4242 4241",
                "42424242424242424242",
                "424242424242",
                "1763809123456",
                "1763809123456789012",
                "44444444-4444-4444-8444-444444444442",
                "019a9e00-4242-7242-8242-424242424242",
                "order 019a9e3c-8f11-7c3e-9d04-563412345678, thanks",
                "+65 9123 4567",
                "+65 6123 4567, +65 6223 4567",
                "+65 9123 4567 / +65 8123 4567",
                "9123 4567 or 8123 4567",
                "0065-9123-4567",
                "1,234,567.89 TTK",
                "$4,200.00 + $3,100.00 = $7,300.00",
                "S$4200.00, S$3100.00, S$1200.00",
                "IDR 4242424242",
                "2026-11-26 12:30:45",
                "2026-11-26T12:30:45.123456+08:00",
                "26/11/2026 12:30",
                "20261126123045123",
                "INV-2026-000123",
                "ISBN 978-3-16-148410-0",
                "IBAN DE89 3704 0044 0532 0130 00",
                "room 4242, table 4242, seat 4242, row 4242",
                "4242 apples 4242 pears 4242 plums 4242",
                "1 2 3 4 5 6 7 8 9",
                "八八八八八八八八八八八八八八八八",
                "127.0.0.1:8103",
                "9876543210 9876543210"
            })
    void areNotSeenWhereThereAreNone(String text) {
        assertThatCode(() -> CardNumbers.refuse(text)).doesNotThrowAnyException();
    }

    static Stream<Network> networks() {
        return NETWORKS.stream();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void ofAllNetworksAreRecognizedInEveryDisguise(Network network) {
        var seed = Long.getLong("tiktoken.seed", System.nanoTime());
        System.out.printf("CardNumbersTests: seed %d (repeat with -Dtiktoken.seed)%n", seed);
        var random = new Random(seed);
        for (var trial = 0; trial < 200; trial++) {
            var number = randomNumber(network, random);
            for (var disguise : DISGUISES) {
                var written = disguise.apply(number);
                assertThat(CardNumbers.appearIn(written))
                        .as("seed %d: %s", seed, written)
                        .isTrue();
            }
        }
    }

    /** One digit wrong, and it is no card number any more: that is what the check digit is for. */
    @Test
    void withOneDigitWrongAreNone() {
        var random = new Random(42);
        for (var trial = 0; trial < 1_000; trial++) {
            var number = randomNumber(new Network("4", 16), random);
            var place = 1 + random.nextInt(15);
            var wrong = (number.charAt(place) - '0' + 1 + random.nextInt(9)) % 10;

            assertThat(CardNumbers.appearIn(number.substring(0, place) + wrong + number.substring(place + 1)))
                    .isFalse();
        }
    }

    private static String randomNumber(Network network, Random random) {
        var digits = network.beginning()
                + random.ints(network.length() - 1L - network.beginning().length(), 0, 10)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining());
        return IntStream.range(0, 10)
                .mapToObj(check -> digits + check)
                .filter(CardNumbersTests::passesLuhn)
                .findFirst()
                .orElseThrow();
    }

    /** Written otherwise than what is tested: digits doubled from the left, with the nine taken off. */
    private static boolean passesLuhn(String number) {
        var parity = number.length() % 2;
        return IntStream.range(0, number.length())
                                .map(i -> {
                                    var digit = number.charAt(i) - '0';
                                    var doubled = i % 2 == parity ? 2 * digit : digit;
                                    return doubled > 9 ? doubled - 9 : doubled;
                                })
                                .sum()
                        % 10
                == 0;
    }

    private static String inDigitsFrom(int zero, String number) {
        return number.chars()
                .mapToObj(digit -> Character.toString(zero + digit - '0'))
                .collect(Collectors.joining());
    }
}
