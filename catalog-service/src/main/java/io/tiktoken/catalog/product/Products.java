package io.tiktoken.catalog.product;

import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.text.SearchForm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All products, with what is available of each. */
@Repository
class Products {

    private static final String OFFERS = """
            SELECT p.id, p.name, p.description, p.category, p.price_amount, p.price_currency, p.featured,
                   COALESCE(s.on_hand - s.reserved, 0) AS available
            FROM products p LEFT JOIN stock s ON s.product_id = p.id
            """;

    private final JdbcClient jdbc;

    Products(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Product product) {
        jdbc.sql("""
                        INSERT INTO products
                        (id, name, description, search_text, category, price_amount, price_currency, featured)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(product.id().toString())
                .param(product.name())
                .param(product.description())
                .param(SearchForm.of(product.name(), product.description()))
                .param(product.category().name())
                .param(product.price().amount())
                .param(product.price().currency().code())
                .param(product.featured() ? 1 : 0)
                .update();
    }

    List<Offer> search(ProductSearch search) {
        return jdbc.sql(OFFERS + search.where() + " ORDER BY p.id DESC LIMIT " + search.rows())
                .params(search.parameters())
                .query(Products::offer)
                .list();
    }

    Optional<Offer> find(ProductId id) {
        return jdbc.sql(OFFERS + "WHERE p.id = ?")
                .param(id.toString())
                .query(Products::offer)
                .optional();
    }

    List<Offer> findAll(Collection<ProductId> ids) {
        return jdbc.sql(OFFERS + "WHERE p.id IN (:ids) ORDER BY p.id DESC")
                .param("ids", ids.stream().map(ProductId::toString).toList())
                .query(Products::offer)
                .list();
    }

    private static Offer offer(ResultSet row, int rowNumber) throws SQLException {
        var product = new Product(
                ProductId.of(row.getString("id")),
                row.getString("name"),
                row.getString("description"),
                new Category(row.getString("category")),
                new Money(row.getLong("price_amount"), Currency.of(row.getString("price_currency"))),
                row.getInt("featured") != 0);
        return new Offer(product, row.getInt("available"));
    }
}
