package io.tiktoken.catalog.stock;

import io.tiktoken.catalog.product.ProductId;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many of which products: each product once, in the order of their ids, so that equal wishes look equal. */
public record Lines(List<Line> each) {

    public static final Lines NONE = new Lines(List.of());

    public Lines {
        each = List.copyOf(each);
    }

    /** Lines that name the same product become one. */
    public static Lines merged(Collection<Line> lines) {
        var quantities = new TreeMap<ProductId, Integer>();
        lines.forEach(line -> quantities.merge(line.productId(), line.quantity(), Math::addExact));
        return new Lines(quantities.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .toList());
    }

    /** One text for one wish, to take a fingerprint of. */
    String canonical() {
        return each.stream()
                .map(line -> line.productId() + " " + line.quantity())
                .collect(Collectors.joining("\n"));
    }
}
