package io.tiktoken.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.TypedText;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientNameTests {

    static final List<TypedText> CASES = TypedText.ALL;

    static final ShopSettings SHOP = new ShopSettings(UUID.randomUUID(), "Harbour Market");

    @ParameterizedTest(name = "\"{0}\" looks like \"{1}\"")
    @CsvSource({
        "Corner Books, CORNER  books",
        "Corner Books, Corner-Books!",
        "Corner Books, Cornér Books",
        "Corner Books, C0rner B00ks",
        "Corner Books, Соrnеr Вооks",
        "Kiosk 1, Kiosk l"
    })
    void twoNamesThatTheEyeConfusesAreOne(String name, String other) {
        assertThat(name(name).likeness()).isEqualTo(name(other).likeness());
    }

    @Test
    void differentNamesStayDifferent() {
        assertThat(name("Corner Books").likeness())
                .isNotEqualTo(name("Corner Book").likeness());
        assertThat(name("书店").likeness()).isNotEqualTo(name("商店").likeness());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"TikToken", "tik token official", "T1kT0ken", "ТikТоkеn", "Harbour Market", "harbour-markét 2"})
    void theShopIsNotImitated(String name) {
        assertThat(name(name).imitates(SHOP)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Harbour Books", "Market", "Token Books"})
    void whatOnlyRemindsOfTheShopIsAllowed(String name) {
        assertThat(name(name).imitates(SHOP)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", " x ", "\u200b\u200b\u200b", "...", "\u202e", "€€€"})
    void aNameHasSomethingToSee(String typed) {
        assertThat(ClientName.typed(typed)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("CASES")
    void isWhatPayersCanSee(TypedText text) {
        assertThat(ClientName.typed("Books " + text.typed()))
                .hasValue(new ClientName(("Books " + text.visible()).strip()));
    }

    @Test
    void aNameHasTwoToSixtyCharacters() {
        assertThat(ClientName.typed("x".repeat(2))).isPresent();
        assertThat(ClientName.typed("x".repeat(60))).isPresent();
        assertThat(ClientName.typed("x".repeat(61))).isEmpty();
    }

    private static ClientName name(String text) {
        return ClientName.typed(text).orElseThrow();
    }
}
