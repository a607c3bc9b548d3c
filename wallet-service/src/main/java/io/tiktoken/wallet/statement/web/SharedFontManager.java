package io.tiktoken.wallet.statement.web;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.GlyphLayoutFontManager;

/** Remembers which AWT font lays out which font of a document; unlike OpenPDF's own, while others are being loaded. */
final class SharedFontManager extends GlyphLayoutFontManager {

    private final Map<BaseFont, Font> fonts = new ConcurrentHashMap<>();

    @Override
    protected void loadAwtFontFromInputStream(
            Map<TextAttribute, Object> attributes, InputStream file, BaseFont baseFont)
            throws FontFormatException, IOException {
        fonts.put(baseFont, Font.createFont(Font.TRUETYPE_FONT, file));
    }

    @Override
    public boolean supportsFont(BaseFont baseFont) {
        return fonts.containsKey(baseFont) || super.supportsFont(baseFont);
    }

    @Override
    public Font getAwtFont(BaseFont baseFont, float fontSize) {
        var font = fonts.get(baseFont);
        return font == null ? super.getAwtFont(baseFont, fontSize) : font.deriveFont(fontSize);
    }
}
