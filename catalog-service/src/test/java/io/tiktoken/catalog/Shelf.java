package io.tiktoken.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tiktoken.catalog.product.AddProduct;
import io.tiktoken.catalog.product.Category;
import io.tiktoken.catalog.product.Picture;
import io.tiktoken.catalog.product.Product;
import io.tiktoken.catalog.product.ProductId;
import io.tiktoken.catalog.stock.Line;
import io.tiktoken.catalog.stock.Lines;
import io.tiktoken.catalog.stock.ReceiveGoods;
import io.tiktoken.catalog.stock.ReservationId;
import io.tiktoken.catalog.stock.ReserveStock;
import io.tiktoken.defaults.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Products and reservations in which only the interesting part is said, and a look at what is really stored. */
public class Shelf {

    public static final Duration A_WHILE = Duration.ofMinutes(15);

    /** What the database holds of one product. */
    public record Count(int onHand, int reserved) {}

    private final AddProduct addProduct;
    private final ReceiveGoods receiveGoods;
    private final JdbcClient jdbc;

    Shelf(AddProduct addProduct, ReceiveGoods receiveGoods, JdbcClient jdbc) {
        this.addProduct = addProduct;
        this.receiveGoods = receiveGoods;
        this.jdbc = jdbc;
    }

    /** A product of its own for one test, so many times. */
    public ProductId with(int onHand) {
        var product = product("Sock", "One of a pair.");
        if (onHand > 0) {
            receiveGoods.receive(new Line(product, onHand));
        }
        return product;
    }

    public ProductId product(String name, String description) {
        var id = new ProductId(UUID.randomUUID());
        addProduct.add(
                new Product(id, name, description, new Category("clothing"), Money.of("1.00", "TTK"), false),
                Picture.svg("<svg/>".getBytes(UTF_8)));
        return id;
    }

    public Count count(ProductId product) {
        return jdbc.sql("SELECT on_hand, reserved FROM stock WHERE product_id = ?")
                .param(product.toString())
                .query((row, _) -> new Count(row.getInt("on_hand"), row.getInt("reserved")))
                .single();
    }

    public static ReservationId newId() {
        return new ReservationId(UUID.randomUUID());
    }

    public static Lines lines(ProductId product, int quantity) {
        return Lines.merged(List.of(new Line(product, quantity)));
    }

    public static ReserveStock.Request request(ReservationId id, ProductId product, int quantity) {
        return new ReserveStock.Request(id, lines(product, quantity), A_WHILE);
    }

    public static ReserveStock.Request request(ProductId product, int quantity) {
        return request(newId(), product, quantity);
    }
}
