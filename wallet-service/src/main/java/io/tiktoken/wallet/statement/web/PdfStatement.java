package io.tiktoken.wallet.statement.web;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.statement.Period;
import io.tiktoken.wallet.statement.Statement;
import io.tiktoken.wallet.statement.Transaction;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** A statement on paper: whose it is, what it came to, each movement, and the ledger's seal at the foot. */
final class PdfStatement {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH).withZone(Period.SINGAPORE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final float[] COLUMNS = {19, 17, 36, 14, 14};
    private static final Color GREY = new Color(0x5f, 0x63, 0x6b);
    private static final Color RULE = new Color(0xd9, 0xdc, 0xe1);
    private static final float MARGIN = 48;

    private final Font title = font("LiberationSans-Bold", 18, Color.BLACK);
    private final Font bold = font("LiberationSans-Bold", 9, Color.BLACK);
    private final Font plain = font("LiberationSans-Regular", 9, Color.BLACK);
    private final Font small = font("LiberationSans-Regular", 7.5f, GREY);
    private final Statement statement;

    private PdfStatement(Statement statement) {
        this.statement = statement;
    }

    static byte[] of(Statement statement, String username, String name, LocalDate first, LocalDate last) {
        return new PdfStatement(statement).drawn(username, name, first, last);
    }

    private byte[] drawn(String username, String name, LocalDate first, LocalDate last) {
        var bytes = new ByteArrayOutputStream();
        var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + 16);
        var writer = PdfWriter.getInstance(document, bytes);
        writer.setPageEvent(new Foot());
        document.addTitle("TikToken statement, %s to %s".formatted(first, last));
        document.open();
        document.add(new Paragraph("TikToken statement", title));
        document.add(new Paragraph("%s (%s)".formatted(name, username), plain));
        document.add(new Paragraph("%s to %s, Singapore time".formatted(DAY.format(first), DAY.format(last)), plain));
        document.add(totals());
        document.add(movements());
        document.close();
        return bytes.toByteArray();
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
        var cell = cell(new Phrase(label + "\n", small), Element.ALIGN_LEFT, Rectangle.NO_BORDER);
        cell.getPhrase().add(new Phrase(money.toString(), bold));
        table.addCell(cell);
    }

    private PdfPTable movements() {
        var table = new PdfPTable(COLUMNS);
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        for (var heading : new String[] {"When", "What", "With whom, and why", "Amount", "Balance"}) {
            var align =
                    heading.equals("Amount") || heading.equals("Balance") ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT;
            table.addCell(cell(new Phrase(heading, bold), align, Rectangle.BOTTOM));
        }
        statement.transactions().forEach(transaction -> row(table, transaction));
        if (statement.transactions().isEmpty()) {
            var nothing =
                    cell(new Phrase("Nothing happened in these days.", plain), Element.ALIGN_LEFT, Rectangle.NO_BORDER);
            nothing.setColspan(COLUMNS.length);
            table.addCell(nothing);
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
        var phrase = new Phrase(text, plain);
        if (below != null) {
            phrase.add(new Phrase("\n" + below, small));
        }
        table.addCell(cell(phrase, Element.ALIGN_LEFT, Rectangle.BOTTOM));
    }

    private void right(PdfPTable table, Money money) {
        table.addCell(cell(new Phrase(money.toString(), plain), Element.ALIGN_RIGHT, Rectangle.BOTTOM));
    }

    private static PdfPCell cell(Phrase phrase, int align, int border) {
        var cell = new PdfPCell(phrase);
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

    private static Font font(String name, float size, Color colour) {
        try {
            var base = BaseFont.createFont("liberation/" + name + ".ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
            return new Font(base, size, Font.NORMAL, colour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                    writer.getDirectContent(), Element.ALIGN_LEFT, new Phrase(text, small), MARGIN, height, 0);
        }
    }
}
