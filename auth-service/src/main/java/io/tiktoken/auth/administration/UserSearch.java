package io.tiktoken.auth.administration;

import io.tiktoken.auth.user.Role;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.text.SearchForm;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;

/** A filter and a page, as the database is asked for them. */
final class UserSearch {

    private final StringJoiner where = new StringJoiner(" AND ", "WHERE ", "").setEmptyValue("");
    private final Map<String, Object> parameters = new HashMap<>();

    UserSearch(UserFilter filter, PageQuery page) {
        if (page.before() != null) {
            narrow("id < :before", "before", page.before().toString());
        }
        if (filter.role() == Role.ADMIN) { // Everybody is a customer.
            where.add("administrator = 1");
        }
        if (filter.suspended() != null) {
            where.add(filter.suspended() ? "suspended_at IS NOT NULL" : "suspended_at IS NULL");
        }
        if (filter.beginning() != null) {
            narrowToNames(filter.beginning());
        }
    }

    String where() {
        return where.toString();
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }

    private void narrowToNames(String beginning) {
        where.add("(username LIKE :name ESCAPE '\\' OR ' ' || search_text LIKE :word ESCAPE '\\')");
        parameters.put("name", SearchForm.atItsBeginning(beginning));
        parameters.put("word", SearchForm.atTheBeginningOfAWord(beginning));
    }

    private void narrow(String condition, String name, Object value) {
        where.add(condition);
        parameters.put(name, value);
    }
}
