package io.tiktoken.catalog.product;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All products, with what is available of each. */
interface Products extends Repository<Offer, ProductId> {

    String OFFERS = """
            SELECT p.id, p.name, p.description, p.category, p.price_amount, p.price_currency, p.featured,
                   COALESCE(s.on_hand - s.reserved, 0) AS available
            FROM products p LEFT JOIN stock s ON s.product_id = p.id
            """;

    @Modifying
    @Query("""
            INSERT INTO products (id, name, description, search_text, category, price_amount, price_currency, featured)
            VALUES (:#{#product.id}, :#{#product.name}, :#{#product.description}, :searchText, :#{#product.category},
                    :#{#product.price.amount}, :#{#product.price.currency}, :#{#product.featured})
            """)
    void add(Product product, String searchText);

    /**
     * What is on sale, newest first; what is null narrows nothing.
     *
     * @param text a pattern for {@code LIKE}
     */
    @Query(OFFERS + """
            WHERE (:before IS NULL OR p.id < :before)
                AND (:featured IS NULL OR p.featured = :featured)
                AND (:category IS NULL OR p.category = :category)
                AND (:text IS NULL OR p.search_text LIKE :text ESCAPE '\\')
            ORDER BY p.id DESC LIMIT :rows
            """)
    List<Offer> search(
            @Nullable UUID before,
            @Nullable Boolean featured,
            @Nullable Category category,
            @Nullable String text,
            int rows);

    @Query(OFFERS + "WHERE p.id = :id")
    Optional<Offer> find(ProductId id);

    @Query(OFFERS + "WHERE p.id IN (:ids) ORDER BY p.id DESC")
    List<Offer> findAll(Collection<ProductId> ids);
}
