package io.tiktoken.catalog.seed;

import io.tiktoken.catalog.product.Category;
import io.tiktoken.catalog.product.Picture;
import io.tiktoken.catalog.product.Product;
import io.tiktoken.catalog.product.ProductId;
import io.tiktoken.defaults.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;

/**
 * A product with which a new shop opens. The ids are fixed, so that examples can name them, and descend,
 * because lists show the largest first.
 *
 * @param onHand how many are on the shelf when the shop opens
 */
public record FirstProduct(Product product, int onHand) {

    public static final FirstProduct JERSEY_TOP =
            of(7, "Jersey top", "clothing", "15.00", 8, "A sporty striped top in soft jersey for every day.");
    public static final FirstProduct SCRUNCHED_TOP =
            of(6, "Scrunched top", "clothing", "13.50", 2, "A light top, gathered down the front, for warm evenings.");
    public static final FirstProduct CARDIGAN = of(
                    5, "Cardigan", "clothing", "18.80", 15, "A roomy knitted cardigan with two deep pockets.")
            .inTheWindow();
    public static final FirstProduct LIPSTICK =
            of(4, "Lipstick", "beauty", "7.90", 46, "A creamy lipstick in a warm red that stays where you put it.");
    public static final FirstProduct CAP = of(
                    3, "Cap", "accessories", "15.99", 0, "A cotton cap with a curved brim and an adjustable strap.")
            .inTheWindow();
    public static final FirstProduct HUGGABLE = of(
                    2, "Huggable", "toys", "23.50", 5, "A plump plush bear that is exactly as soft as it looks.")
            .inTheWindow();
    public static final FirstProduct EARRING =
            of(1, "Earring", "accessories", "2.49", 9, "A slender golden hoop with a drop that catches the light.");

    public static final List<FirstProduct> ALL =
            List.of(JERSEY_TOP, SCRUNCHED_TOP, CARDIGAN, LIPSTICK, CAP, HUGGABLE, EARRING);

    private static FirstProduct of(
            int number, String name, String category, String price, int onHand, String description) {
        var id = ProductId.of("019a0000-0000-7000-8000-%012d".formatted(number));
        return new FirstProduct(
                new Product(id, name, description, new Category(category), Money.of(price, "TTK"), false), onHand);
    }

    private FirstProduct inTheWindow() {
        return new FirstProduct(product.inTheWindow(), onHand);
    }

    public ProductId id() {
        return product.id();
    }

    Picture picture() {
        var file =
                "seed/%s.svg".formatted(product.name().toLowerCase(Locale.ROOT).replace(' ', '-'));
        try {
            return Picture.svg(new ClassPathResource(file).getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
