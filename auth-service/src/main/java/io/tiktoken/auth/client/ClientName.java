package io.tiktoken.auth.client;

import io.tiktoken.auth.user.DisplayName;
import io.tiktoken.defaults.text.VisibleText;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people read when they pay a merchant or stand before a kiosk. */
public record ClientName(String value) {

    public static final int SHORTEST = 2;
    public static final int LONGEST = DisplayName.LONGEST;

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final String PRODUCT = likenessOf("TikToken");

    /** Cyrillic and Greek letters and digits, each above the Latin letter that the eye takes it for. */
    private static final String LOOKS = "авекмнорстухіѕјԁαικνορτυχ01i";

    private static final String LIKE = "abekmhopctyxlsjdalkvoptuxoll";

    public ClientName {
        if (!isOne(value)) {
            throw new IllegalArgumentException("This is not a client's name");
        }
    }

    /** The name that was meant, without what cannot be seen; nothing when no name is left. */
    public static Optional<ClientName> typed(String text) {
        return Optional.of(VisibleText.of(text)).filter(ClientName::isOne).map(ClientName::new);
    }

    private static boolean isOne(String name) {
        var length = name.codePointCount(0, name.length());
        return length >= SHORTEST && length <= LONGEST && !likenessOf(name).isEmpty();
    }

    /** What is left of it for the eye: neither case nor accents nor spaces, and no foreign letter that looks Latin. */
    public String likeness() {
        return likenessOf(value);
    }

    /** Whether somebody who pays it could believe to be paying the shop itself. */
    boolean imitates(ShopSettings shop) {
        return likeness().contains(PRODUCT) || likeness().contains(likenessOf(shop.name()));
    }

    private static String likenessOf(String name) {
        var plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("");
        var letters =
                NEITHER_LETTER_NOR_DIGIT.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
        return letters.codePoints()
                .map(ClientName::looksLike)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static int looksLike(int letter) {
        var place = LOOKS.indexOf(letter);
        return place < 0 ? letter : LIKE.charAt(place);
    }

    @Override
    public String toString() {
        return value;
    }
}
