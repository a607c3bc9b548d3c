package io.tiktoken.wallet.statement.web;

import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.GlyphLayoutManager;
import org.openpdf.text.pdf.PdfContentByte;

/**
 * Lays out glyphs, joiners included. OpenPDF takes U+200C and U+200D out of the text of tables, as if they were only
 * invisible; but in Sinhala, Persian and other scripts they make other letters of their neighbours. So they go through
 * the tables as two characters of a private area, which are the joiners again when the glyphs are chosen.
 */
final class JoinerKeepingLayout extends GlyphLayoutManager {

    private static final String JOINERS = "\u200C\u200D";
    private static final String STAND_INS = "\uE00C\uE00D";

    JoinerKeepingLayout(SharedFontManager fonts) {
        super(fonts);
        setWriteActualText(true);
    }

    /** The text as it must be put into a table. */
    static String forTables(String text) {
        return replaced(text, JOINERS, STAND_INS);
    }

    @Override
    public void showText(PdfContentByte page, BaseFont font, float size, String text) {
        super.showText(page, font, size, replaced(text, STAND_INS, JOINERS));
    }

    private static String replaced(String text, String these, String others) {
        return text.replace(these.charAt(0), others.charAt(0)).replace(these.charAt(1), others.charAt(1));
    }
}
