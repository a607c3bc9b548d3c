package io.tiktoken.wallet.statement.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;

/** Whatever somebody's name is and in whatever letters they write, the statement has it. */
class PdfStatementTests {

    private static final List<String> TEXTS = List.of(
            "陈小明 午餐 红茶",
            "வணக்கம் நன்றி தேநீர்",
            "ශ්\u200Dරී ලංකාව ආයුබෝවන්",
            "Terima kasih, Aïcha, Đặng Łukasz",
            "شكرا لك على الغداء",
            "תודה רבה",
            "ขอบคุณสำหรับอาหาร",
            "धन्यवाद । १२३",
            "ধন্যবাদ",
            "ありがとう カタカナ",
            "Спасибо, ευχαριστώ",
            "50% → ★ ✓ ∑ €",
            "午餐 lunch நன்றி 123, شكرا!");

    private final StatementFonts fonts = Statements.fontsIn(Statements.DEBIANS_FOLDERS);

    @Test
    void keepsTheLettersOfEveryScript() throws IOException {
        requireDebiansFonts();
        for (var text : TEXTS) {
            var pdf = Statements.pdf(Statements.of(text, text), text, fonts);

            assertThat(PdfText.of(pdf))
                    .contains(PdfText.withoutBlanks(text + "\nalice"))
                    .contains(PdfText.withoutBlanks(text + "\n" + text))
                    .doesNotContain("[U+");
        }
    }

    @Test
    void aPageOfManyScriptsIsSmallAndHasOnlyPartsOfItsFonts() throws IOException {
        requireDebiansFonts();

        var pdf = Statements.pdf(Statements.of("陈小明", TEXTS.toArray(String[]::new)), "陈小明", fonts);

        Files.write(Path.of("target/statement-in-many-scripts.pdf"), pdf); // To be looked at.
        assertThat(pdf).hasSizeLessThan(200_000);
        assertThat(namesOfFonts(pdf)).isNotEmpty().allMatch(name -> name.matches("/[A-Z]{6}\\+.+"));
    }

    @ParameterizedTest
    @CsvSource({
        "🙂, [U+1F642]",
        "red 🍜 tea, red [U+1F35C] tea",
        "👨\u200D👩, [U+1F468]\u200D[U+1F469]",
        "한국, [U+D55C][U+AD6D]",
        "𠮷野, [U+20BB7]野",
        "❤\uFE0F, ❤"
    })
    void showsTheCodeOfWhatNoFontHas(String text, String shown) throws IOException {
        requireDebiansFonts();

        var pdf = Statements.pdf(Statements.of("bob", text), text, fonts);

        assertThat(PdfText.of(pdf)).contains(PdfText.withoutBlanks("bob\n" + shown));
    }

    @Test
    void withoutOtherFontsThereAreStillLatinGreekAndCyrillicOnesAndNoGaps() throws IOException {
        var none = Statements.fontsIn(List.of("target/no-such-folder"));

        var pdf = Statements.pdf(Statements.of("Łukasz", "Спасибо 茶 ευχαριστώ"), "陈小明", none);

        assertThat(PdfText.of(pdf))
                .contains("[U+9648][U+5C0F][U+660E]alice")
                .contains(PdfText.withoutBlanks("Łukasz\nСпасибо [U+8336] ευχαριστώ"));
    }

    @Test
    void datesAreIso() throws IOException {
        var pdf = Statements.pdf(Statements.of("bob", "lunch"), "Alice", fonts);

        assertThat(PdfText.of(pdf)).contains("2026-02-01to2026-02-28", "2026-02-0112:00Transferreceived");
    }

    @Test
    void manyRowsAreAllThereUnderTheirHeading() throws IOException {
        var notes = IntStream.range(0, 500).mapToObj("note-%d;"::formatted).toArray(String[]::new);

        var pdf = Statements.pdf(Statements.of("bob", notes), "Alice", fonts);

        var text = PdfText.of(pdf);
        assertThat(IntStream.range(0, 500)).allMatch(number -> text.contains("bobnote-%d;".formatted(number)));
        assertThat(text.split("Transferreceived", -1)).hasSize(501);
        try (var reader = new PdfReader(pdf)) {
            assertThat(text.split("Withwhom,andwhy", -1)).hasSize(reader.getNumberOfPages() + 1);
        }
    }

    @Test
    void manyAtOnceShareTheirFonts() throws Exception {
        requireDebiansFonts();
        var shared = Statements.fontsIn(Statements.DEBIANS_FOLDERS);
        var drawings = IntStream.range(0, 64)
                .<Callable<String>>mapToObj(number -> () -> {
                    var text = TEXTS.get(number % TEXTS.size());
                    var drawn = PdfText.of(Statements.pdf(Statements.of(text, text), text, shared));
                    return drawn.contains(PdfText.withoutBlanks(text)) ? "" : "%s is not in %s".formatted(text, drawn);
                })
                .toList();

        try (var threads = Executors.newFixedThreadPool(8)) {
            assertThat(threads.invokeAll(drawings))
                    .extracting(future -> future.get())
                    .containsOnly("");
        }
    }

    private static List<String> namesOfFonts(byte[] pdf) throws IOException {
        var names = new ArrayList<String>();
        try (var reader = new PdfReader(pdf)) {
            for (var number = 1; number < reader.getXrefSize(); number++) {
                if (reader.getPdfObject(number) instanceof PdfDictionary object
                        && PdfName.FONTDESCRIPTOR.equals(object.get(PdfName.TYPE))) {
                    names.add(object.get(PdfName.FONTNAME).toString());
                }
            }
        }
        return names;
    }

    /** The build server has them: .ci/run installs fonts-noto-core and fonts-droid-fallback. */
    private static void requireDebiansFonts() {
        assumeThat(Statements.DEBIANS_FOLDERS).allMatch(folder -> Files.isDirectory(Path.of(folder)));
    }
}
