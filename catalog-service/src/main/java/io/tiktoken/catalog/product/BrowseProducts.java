package io.tiktoken.catalog.product;

import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks around in the shop. */
@Service
@Transactional(readOnly = true)
public class BrowseProducts {

    private final Products products;
    private final Pictures pictures;

    BrowseProducts(Products products, Pictures pictures) {
        this.products = products;
        this.pictures = pictures;
    }

    public Page<Offer> search(ProductFilter filter, PageQuery page) {
        var rows = products.search(
                page.before(), filter.featured(), filter.category(), filter.pattern(), page.rowsToRead());
        return Page.of(rows, page, offer -> offer.product().id().value());
    }

    public Optional<Offer> find(ProductId id) {
        return products.find(id);
    }

    /** Those of the products that exist. */
    public List<Offer> findAll(Collection<ProductId> ids) {
        return products.findAll(ids);
    }

    public Optional<Picture> pictureOf(ProductId id) {
        return pictures.find(id);
    }
}
