package io.tiktoken.system.access;

import java.util.List;
import java.util.stream.Stream;

/** Who may call what, as people wrote it down in {@code access-matrix.txt}. */
record AccessMatrix(List<Row> rows) {

    static AccessMatrix written() {
        return new AccessMatrix(
                Table.lines("/access-matrix.txt").map(Row::parse).toList());
    }

    /** What the parts' own documents should list. */
    Stream<Endpoint> documented() {
        return rows.stream().filter(Row::documented).map(Row::endpoint);
    }
}
