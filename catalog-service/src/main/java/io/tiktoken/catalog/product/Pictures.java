package io.tiktoken.catalog.product;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The picture of each product. */
@Repository
class Pictures {

    private final JdbcClient jdbc;

    Pictures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ProductId product, Picture picture) {
        jdbc.sql("INSERT INTO pictures (product_id, content_type, bytes, sha256) VALUES (?, ?, ?, ?)")
                .param(product)
                .param(picture.contentType())
                .param(picture.bytes())
                .param(picture.sha256())
                .update();
    }

    Optional<Picture> find(ProductId product) {
        return jdbc.sql("SELECT content_type, bytes, sha256 FROM pictures WHERE product_id = ?")
                .param(product)
                .query(Picture.class)
                .optional();
    }
}
