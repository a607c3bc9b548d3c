package io.tiktoken.system.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * One line of the access matrix.
 *
 * @param openTo everybody else is refused
 * @param endsSomething whether the call, made as it is here, would end what its caller needs for the next one
 * @param documented whether the part's own OpenAPI document names it
 */
record Row(Endpoint endpoint, Set<Group> openTo, boolean endsSomething, boolean documented) {

    private static final String NOBODY_AT_ALL = "none";

    /** @param line method, path, part, groups, and any remarks */
    static Row parse(String line) {
        var words = Arrays.asList(line.strip().split("\\s+"));
        var endpoint = Endpoint.parse(words);
        var remarks = Set.copyOf(words.subList(4, words.size()));
        return new Row(
                endpoint, groups(words.get(3)), remarks.contains("ends-something"), !remarks.contains("undocumented"));
    }

    private static Set<Group> groups(String words) {
        var groups = EnumSet.noneOf(Group.class);
        if (!words.equals(NOBODY_AT_ALL)) {
            Arrays.stream(words.split(",")).map(Group::named).forEach(groups::add);
        }
        return groups;
    }

    @Override
    public String toString() {
        return endpoint.toString();
    }
}
