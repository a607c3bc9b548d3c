package io.tiktoken.wallet.statement.web;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.statement.Period;
import io.tiktoken.wallet.statement.Statement;
import io.tiktoken.wallet.statement.Transaction;
import java.awt.Color;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A statement on paper: whose it is, what it came to, each movement, and the ledger's seal at the foot. It is written as
 * it is drawn: no more than some rows are in memory, however many there are.
 */
final class PdfStatement {

    /** Whose statement it is, and of which days. */
    record Heading(String username, String name, LocalDate first, LocalDate last) {}

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(Period.SINGAPORE);
    private static final float[] COLUMNS = {19, 17, 36, 14, 14};
    private static final Color GREY = new Color(0x5f, 0x63, 0x6b);
    private static final Color RULE = new Color(0xd9, 0xdc, 0xe1);
    private static final float MARGIN = 48;
    /** Times the size of the letters: some scripts reach far above and below their line. */
    private static final float LINE_SPACING = 1.3f;

    /** How many rows are laid out before they are written to the page and forgotten. */
    private static final int ROWS_AT_ONCE = 40;

    private final StatementFonts fonts;
    private final StatementText title;
    private final StatementText bold;
    private final StatementText plain;
    private final StatementText small;
    private final Statement statement;

    private PdfStatement(Statement statement, StatementFonts fonts) {
        this.statement = statement;
        this.fonts = fonts;
        this.title = new StatementText(fonts, fonts.bold(), 18, Color.BLACK);
        this.bold = new StatementText(fonts, fonts.bold(), 9, Color.BLACK);
        this.plain = new StatementText(fonts, fonts.plain(), 9, Color.BLACK);
        this.small = new StatementText(fonts, fonts.plain(), 7.5f, GREY);
    }

    static void write(Statement statement, Heading heading, StatementFonts fonts, OutputStream out) {
        new PdfStatement(statement, fonts).write(heading, out);
    }

    private void write(Heading heading, OutputStream out) {
        var days = "%s to %s".formatted(heading.first(), heading.last());
        try (var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + 16)) {
            var writer = PdfWriter.getInstance(document, out);
            writer.setCloseStream(false); // It is not ours.
            writer.setGlyphLayoutManager(fonts.layout());
            writer.setPageEvent(new Foot());
            document.addTitle("TikToken statement, " + days);
            document.open();
            document.add(new Paragraph(title.of("TikToken statement")));
            document.add(new Paragraph(plain.of(heading.name())));
            document.add(new Paragraph(plain.of(heading.username())));
            document.add(new Paragraph(plain.of(days + ", Singapore time")));
            document.add(totals());
            addMovements(document);
        }
    }

    private PdfPTable totals() {
        var table = new PdfPTable(4);
        table.setWidthPercentage(100);
        table.setSpacingBefore(14);
        table.setSpacingAfter(14);
        total(table, "Opening balance", statement.opening());
        total(table, "Came in", statement.in());
        total(table, "Went out", statement.out());
        total(table, "Closing balance", statement.closing());
        return table;
    }

    private void total(PdfPTable table, String label, Money money) {
        var phrase = small.of(label + "\n");
        phrase.addAll(bold.of(money.toString()));
        table.addCell(cell(phrase, Element.ALIGN_LEFT, Rectangle.NO_BORDER));
    }

    private void addMovements(Document document) {
        var table = movements();
        var rows = 0;
        for (var transaction : statement.transactions()) {
            row(table, transaction);
            if (++rows % ROWS_AT_ONCE == 0) {
                document.add(table); // Writes its rows to the page and forgets them: it is not complete.
            }
        }
        if (rows == 0) {
            var nothing = cell(plain.of("Nothing happened in these days."), Element.ALIGN_LEFT, Rectangle.NO_BORDER);
            nothing.setColspan(COLUMNS.length);
            table.addCell(nothing);
        }
        table.setComplete(true);
        document.add(table);
    }

    private PdfPTable movements() {
        var table = new PdfPTable(COLUMNS);
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        table.setComplete(false);
        for (var heading : new String[] {"When", "What", "With whom, and why", "Amount", "Balance"}) {
            var align =
                    heading.equals("Amount") || heading.equals("Balance") ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT;
            table.addCell(cell(bold.of(heading), align, Rectangle.BOTTOM));
        }
        return table;
    }

    private void row(PdfPTable table, Transaction transaction) {
        left(table, MOMENT.format(transaction.createdAt()), null);
        left(table, words(transaction), null);
        left(
                table,
                transaction.counterparty() == null ? transaction.description() : transaction.counterparty(),
                transaction.counterparty() == null ? null : transaction.description());
        right(table, transaction.amount());
        right(table, transaction.balanceAfter());
    }

    private void left(PdfPTable table, String text, @Nullable String below) {
        var phrase = plain.of(text);
        if (below != null) {
            phrase.addAll(small.of("\n" + below));
        }
        table.addCell(cell(phrase, Element.ALIGN_LEFT, Rectangle.BOTTOM));
    }

    private void right(PdfPTable table, Money money) {
        table.addCell(cell(plain.of(money.toString()), Element.ALIGN_RIGHT, Rectangle.BOTTOM));
    }

    private static PdfPCell cell(Phrase phrase, int align, int border) {
        var cell = new PdfPCell(phrase);
        cell.setLeading(0, LINE_SPACING);
        cell.setHorizontalAlignment(align);
        cell.setBorder(border);
        cell.setBorderColor(RULE);
        cell.setPadding(4);
        return cell;
    }

    /** {@code TRANSFER_OUT} as people say it. */
    private static String words(Transaction transaction) {
        return switch (transaction.type()) {
            case TOP_UP -> "Top-up";
            case TRANSFER_OUT -> "Transfer sent";
            case TRANSFER_IN -> "Transfer received";
            case PURCHASE -> "Purchase";
            case SALE -> "Sale";
            case REFUND -> "Refund";
            case ADJUSTMENT -> "Correction";
        };
    }

    /** The seal and the page's number, under each page. */
    private final class Foot extends PdfPageEventHelper {

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            line(
                    writer,
                    34,
                    "Page %d. Drawn up %s.".formatted(writer.getPageNumber(), MOMENT.format(statement.drawnAt())));
            line(
                    writer,
                    24,
                    "Ledger sealed at entry %d with %s"
                            .formatted(
                                    statement.journal().height(),
                                    statement.journal().hash().hex()));
        }

        private void line(PdfWriter writer, float height, String text) {
            ColumnText.showTextAligned(
                    writer.getDirectContent(), Element.ALIGN_LEFT, small.of(text), MARGIN, height, 0);
        }
    }
}
