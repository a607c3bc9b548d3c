package io.tiktoken.catalog.product;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.text.SearchForm;
import org.springframework.stereotype.Service;

/** Puts a product on sale, together with its picture. None of it is in stock yet. */
@Service
public class AddProduct {

    private final SingleWriter writer;
    private final Products products;
    private final Pictures pictures;

    AddProduct(SingleWriter writer, Products products, Pictures pictures) {
        this.writer = writer;
        this.products = products;
        this.pictures = pictures;
    }

    public void add(Product product, Picture picture) {
        writer.run(() -> {
            products.add(product, SearchForm.of(product.name(), product.description()));
            pictures.add(product.id(), picture);
        });
    }
}
