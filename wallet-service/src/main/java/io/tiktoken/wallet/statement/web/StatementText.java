package io.tiktoken.wallet.statement.web;

import java.awt.Color;
import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.Optional;
import org.openpdf.text.Chunk;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;

/**
 * Text in one size and colour, in as many fonts as its characters need. OpenPDF's own FontSelector leaves out what no
 * font has; here its code stands in its place, as in {@code [U+1F35C]}, so that nobody takes it for nothing.
 */
final class StatementText {

    private final StatementFonts fonts;
    private final BaseFont first;
    private final float size;
    private final Color colour;

    /** @param first the font of everything that it has */
    StatementText(StatementFonts fonts, BaseFont first, float size, Color colour) {
        this.fonts = fonts;
        this.first = first;
        this.size = size;
        this.colour = colour;
    }

    Phrase of(String text) {
        var writing = new Writing();
        text.codePoints().forEach(writing::write);
        return writing.done();
    }

    /** Gathers what has the same font. */
    private final class Writing {

        private final Phrase phrase = new Phrase(size * 1.4f);
        private final StringBuilder run = new StringBuilder();
        private BaseFont font = first;

        void write(int character) {
            if (character == '\n') {
                run.append('\n');
                return;
            }
            var chosen = fontFor(character);
            if (chosen.isPresent()) {
                in(chosen.get(), Character.toString(character));
            } else if (!isInvisible(character)) {
                in(first, "[U+%04X]".formatted(character));
            }
        }

        /** What belongs to its neighbours, like an accent or a space, stays in their font if that has it. */
        private Optional<BaseFont> fontFor(int character) {
            if (belongsToItsNeighbours(character) && font.charExists(character)) {
                return Optional.of(font);
            }
            if (first.charExists(character)) {
                return Optional.of(first);
            }
            return font.charExists(character) ? Optional.of(font) : fonts.with(character);
        }

        private void in(BaseFont chosen, String characters) {
            if (!chosen.equals(font)) {
                endRun();
                font = chosen;
            }
            run.append(characters);
        }

        private void endRun() {
            if (!run.isEmpty()) {
                phrase.add(new Chunk(
                        JoinerKeepingLayout.forTables(run.toString()), new Font(font, size, Font.NORMAL, colour)));
                run.setLength(0);
            }
        }

        Phrase done() {
            endRun();
            return phrase;
        }
    }

    private static boolean belongsToItsNeighbours(int character) {
        return Character.isSpaceChar(character) || UnicodeScript.of(character) == UnicodeScript.INHERITED;
    }

    /** Joiners and selectors say how their neighbours look; without a font for these there is nothing to show. */
    private static boolean isInvisible(int character) {
        var block = UnicodeBlock.of(character);
        return Character.getType(character) == Character.FORMAT
                || UnicodeBlock.VARIATION_SELECTORS.equals(block)
                || UnicodeBlock.VARIATION_SELECTORS_SUPPLEMENT.equals(block);
    }
}
