package io.tiktoken.catalog.product;

import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.text.SearchForm;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;

/** A filter and a page, as the database is asked for them. */
final class ProductSearch {

    private final StringJoiner where = new StringJoiner(" AND ", "WHERE ", "").setEmptyValue("");
    private final Map<String, Object> parameters = new HashMap<>();
    private final int rows;

    ProductSearch(ProductFilter filter, PageQuery page) {
        rows = page.rowsToRead();
        if (page.before() != null) {
            narrow("p.id < :before", "before", page.before().toString());
        }
        if (filter.featured() != null) {
            narrow("p.featured = :featured", "featured", filter.featured() ? 1 : 0);
        }
        if (filter.category() != null) {
            narrow("p.category = :category", "category", filter.category().name());
        }
        if (filter.text() != null) {
            narrow("p.search_text LIKE :text ESCAPE '\\'", "text", SearchForm.anywhere(filter.text()));
        }
    }

    String where() {
        return where.toString();
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }

    int rows() {
        return rows;
    }

    private void narrow(String condition, String name, Object value) {
        where.add(condition);
        parameters.put(name, value);
    }
}
