package io.tiktoken.wallet.statement.web;

import java.io.IOException;
import java.util.ArrayList;
import org.openpdf.text.pdf.PRTokeniser;
import org.openpdf.text.pdf.PdfContentParser;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;

/**
 * What a reader copies out of a PDF: the text that stands beside the glyphs, without the blanks in it, some of which
 * become line ends. OpenPDF's own extractor reads the glyphs instead, which are in another order in many scripts.
 */
final class PdfText {

    private PdfText() {}

    static String of(byte[] pdf) throws IOException {
        var text = new StringBuilder();
        try (var reader = new PdfReader(pdf)) {
            for (var page = 1; page <= reader.getNumberOfPages(); page++) {
                var parser = new PdfContentParser(new PRTokeniser(reader.getPageContent(page)));
                var operands = new ArrayList<PdfObject>();
                while (!parser.parse(operands).isEmpty()) {
                    if (operands.getLast().toString().equals("BDC")) {
                        var properties = (PdfDictionary) operands.get(1);
                        text.append(properties.getAsString(PdfName.ACTUALTEXT).toUnicodeString());
                    }
                }
            }
        }
        return withoutBlanks(text.toString());
    }

    static String withoutBlanks(String text) {
        return text.replaceAll("\\s", "");
    }
}
