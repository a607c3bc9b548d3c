package io.tiktoken.wallet.statement.web;

import static java.util.stream.Collectors.joining;

import io.tiktoken.wallet.statement.StatementSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.GlyphLayoutFontManager.FontLoadException;
import org.openpdf.text.pdf.GlyphLayoutManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The fonts of statements: Liberation, which comes with this program, and for each other script the Noto or Droid font
 * that the operator has installed. Each is loaded once, when a text first needs it, and shared by all statements.
 */
@Component
class StatementFonts {

    private static final Logger log = LoggerFactory.getLogger(StatementFonts.class);

    private static final String CHINESE_JAPANESE_KOREAN = "DroidSansFallbackFull";

    /** What is in no script of its own: arrows, stars, signs of mathematics. */
    private static final List<String> SIGNS = List.of(
            "NotoSans-Regular",
            "NotoSansSymbols2-Regular",
            "NotoSansSymbols-Regular",
            "NotoSansMath-Regular",
            CHINESE_JAPANESE_KOREAN);

    private final List<Path> folders;
    private final GlyphLayoutManager layout = new JoinerKeepingLayout(new SharedFontManager());
    private final Map<String, Optional<BaseFont>> loaded = new ConcurrentHashMap<>();

    StatementFonts(StatementSettings settings) {
        this.folders = settings.fontFolders().stream().map(Path::of).toList();
    }

    /** Sets the glyphs of all of these fonts, and writes beside them what they mean, for whoever copies the text. */
    GlyphLayoutManager layout() {
        return layout;
    }

    BaseFont plain() {
        return bundled("LiberationSans-Regular");
    }

    BaseFont bold() {
        return bundled("LiberationSans-Bold");
    }

    /** A font that has a character; nothing if there is none. */
    Optional<BaseFont> with(int character) {
        return candidates(UnicodeScript.of(character))
                .flatMap(name -> loaded.computeIfAbsent(name, this::installed).stream())
                .filter(font -> font.charExists(character))
                .findFirst();
    }

    private static Stream<String> candidates(UnicodeScript script) {
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> Stream.of(CHINESE_JAPANESE_KOREAN);
            case COMMON, INHERITED, LATIN, GREEK, CYRILLIC, UNKNOWN -> SIGNS.stream();
            default ->
                Stream.of("NotoSans%s-Regular", "NotoSerif%s-Regular", CHINESE_JAPANESE_KOREAN)
                        .map(name -> name.formatted(nameOf(script)));
        };
    }

    /** {@code CANADIAN_ABORIGINAL} as Noto calls it: {@code CanadianAboriginal}. */
    private static String nameOf(UnicodeScript script) {
        return Arrays.stream(script.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(joining());
    }

    private BaseFont bundled(String name) {
        return loaded.computeIfAbsent(name, _ -> {
                    var resource = "liberation/" + name + ".ttf";
                    try (var font = StatementFonts.class.getClassLoader().getResourceAsStream(resource)) {
                        return Optional.of(load(resource, font));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } catch (FontLoadException e) {
                        throw new IllegalStateException("The font %s is not in this program".formatted(name), e);
                    }
                })
                .orElseThrow();
    }

    private Optional<BaseFont> installed(String name) {
        var file = folders.stream()
                .map(folder -> folder.resolve(name + ".ttf"))
                .filter(Files::isReadable)
                .findFirst();
        if (file.isEmpty()) {
            log.warn(
                    "The font {} is in none of {}; statements show the codes of characters that it has", name, folders);
            return Optional.empty();
        }
        try (var font = Files.newInputStream(file.get())) {
            return Optional.of(load(file.get().toString(), font));
        } catch (IOException | FontLoadException e) {
            log.warn("The font {} cannot be read; statements show the codes of characters that it has", name, e);
            return Optional.empty();
        }
    }

    /** The size does not matter here: a font is asked for in a size when it is used. */
    private BaseFont load(String name, InputStream font) throws FontLoadException {
        return layout.loadFont(name, font, 1).getBaseFont();
    }
}
