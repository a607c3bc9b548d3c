package io.tiktoken.auth.administration;

import io.tiktoken.auth.user.Role;
import io.tiktoken.defaults.paging.PageQuery;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;

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

    /** LIKE knows the two cases of A to Z only; of all other letters it is told. */
    private void narrowToNames(String beginning) {
        var names = new StringJoiner(" OR ", "(", ")");
        var lower = beginning.toLowerCase(Locale.ROOT);
        var spellings = Stream.of(beginning, lower, lower.toUpperCase(Locale.ROOT), capitalised(lower))
                .distinct()
                .toList();
        for (var spelling : spellings) {
            var name = "name" + parameters.size();
            names.add("username LIKE :%1$s ESCAPE '\\' OR ' ' || display_name LIKE '%% ' || :%1$s ESCAPE '\\'"
                    .formatted(name));
            parameters.put(name, literally(spelling) + "%");
        }
        where.add(names.toString());
    }

    private void narrow(String condition, String name, Object value) {
        where.add(condition);
        parameters.put(name, value);
    }

    private static String capitalised(String lower) {
        var rest = lower.offsetByCodePoints(0, 1);
        return lower.substring(0, rest).toUpperCase(Locale.ROOT) + lower.substring(rest);
    }

    /** Whoever looks for "a_b" means an underscore, not any letter. */
    private static String literally(String text) {
        return text.replaceAll("[\\\\%_]", "\\\\$0");
    }
}
