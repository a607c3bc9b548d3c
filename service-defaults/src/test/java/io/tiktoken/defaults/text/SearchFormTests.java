package io.tiktoken.defaults.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchFormTests {

    @ParameterizedTest(name = "{0} is found by {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    For Lunch           | LUNCH         | true
                    ÀLICE               | àlice         | true
                    àlice               | ÀLICE         | true
                    café                | cafe          | true
                    CAFE\u0301         | café          | true
                    cafe                | café          | true
                    Straße              | STRASSE       | true
                    STRASSE             | straße        | true
                    STRAẞE              | strasse       | true
                    İstanbul            | istanbul      | true
                    istanbul            | İSTANBUL      | true
                    Diyarbakır          | diyarbakir    | true
                    ΟΔΟΣ                | οδος          | true
                    οδος                | ΟΔΟΣ          | true
                    Οδυσσέας            | ΟΔΥΣΣΕΑΣ      | true
                    ᾳδης                | αδης          | true
                    Алёна               | АЛЕНА         | true
                    Андрей              | андреи        | true
                    ŁÓDŹ                | łódź          | true
                    Łódź                | lodz          | true
                    Đà Nẵng             | da nang       | true
                    Ørsted              | orsted        | true
                    ＴＥＡ               | tea           | true
                    tea                 | ＴＥＡ         | true
                    ﬁsh                 | FISH          | true
                    ①                   | 1             | true
                    红茶                 | 茶            | true
                    茶                  | 红茶           | false
                    ｶﾌｪ                 | カフェ         | true
                    か                  | が             | false
                    மலை                 | மலை           | true
                    மாலை                | மலை           | false
                    மலை                 | மாலை          | false
                    க\u0BCA             | க\u0BC6\u0BBE | true
                    क                   | की            | false
                    की                  | क             | true
                    שלום                | שָלום          | false
                    ශ්\u200Dරී           | ශ්රී           | true
                    می\u200Cخواهم      | میخواهم       | true
                    lunch               | lun\u00ADch   | true
                    'a \u00A0  b'      | 'A B'         | true
                    100% wool           | 100%          | true
                    1000 wool           | 100%          | false
                    a_b                 | A_B           | true
                    axb                 | a_b           | false
                    a\\\\b              | a\\\\B        | true
                    tea                 | teapot        | false
                    🍜 Laksa            | 🍜            | true
                    """)
    void findsWhatPeopleTakeForTheSame(String text, String query, boolean found) {
        assertThat(matches(SearchForm.of(text.translateEscapes()), SearchForm.anywhere(query.translateEscapes())))
                .isEqualTo(found);
    }

    @ParameterizedTest(name = "a word of {0} begins with {1}: {2}")
    @CsvSource({
        "Alice Lim, lim, true",
        "Alice Lim, ali, true",
        "Alice Lim, ice, false",
        "Élodie, elo, true",
        "王小明, 明, true",
        "สมชาย ใจดี, ชาย, true",
        "அருண் குமார், கு, true",
        "அருண் குமார், மார், false"
    })
    void aWordBeginsBehindASpaceWhereSpacesAreWritten(String name, String beginning, boolean found) {
        assertThat(matches(" " + SearchForm.of(name), SearchForm.atTheBeginningOfAWord(beginning)))
                .isEqualTo(found);
    }

    @Test
    void nothingIsFoundAcrossTwoTexts() {
        var form = SearchForm.of("Cap", null, "A cotton cap");

        assertThat(form).isEqualTo("cap\na cotton cap");
        assertThat(matches(form, SearchForm.anywhere("cap a"))).isFalse();
    }

    @Test
    void theFormOfAFormIsTheForm() {
        for (var text : new String[] {"Straße İstanbul ΟΔΟΣ", "க\u0BC6\u0BBE", "ＴＥＡ ﬁ ⅷ", "ŉ ǰ ΐ ẞ"}) {
            assertThat(SearchForm.of(SearchForm.of(text))).isEqualTo(SearchForm.of(text));
        }
    }

    /** As a database does it. */
    private static boolean matches(String form, String pattern) {
        var regex = new StringBuilder();
        var characters = pattern.codePoints().mapToObj(Character::toString).iterator();
        while (characters.hasNext()) {
            var character = characters.next();
            regex.append(
                    switch (character) {
                        case "%" -> ".*";
                        case "_" -> ".";
                        case "\\" -> Pattern.quote(characters.next());
                        default -> Pattern.quote(character);
                    });
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(form).matches();
    }
}
