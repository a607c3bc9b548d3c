package io.tiktoken.auth.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.audit.SecurityEvents.Kind;
import io.tiktoken.defaults.paging.PageQuery;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class AuditSearchTests {

    static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @Autowired
    JdbcClient jdbc;

    static Stream<Arguments> filters() {
        return Stream.of(
                arguments(new AuditFilter(null, null, null, null, null), "sqlite_autoindex_security_events_1"),
                arguments(new AuditFilter("a", null, null, null, null), "security_events_by (actor=? AND id<?)"),
                arguments(new AuditFilter(null, "s", null, null, null), "security_events_about (subject=? AND id<?)"),
                arguments(
                        new AuditFilter(null, null, Kind.LOGIN_FAILED, null, null),
                        "security_events_of_a_kind (kind=? AND id<?)"),
                arguments(
                        new AuditFilter(null, null, null, NOON, NOON.plusSeconds(60)),
                        "sqlite_autoindex_security_events_1 (id>? AND id<?)"),
                arguments(
                        new AuditFilter("a", null, null, NOON, NOON), "security_events_by (actor=? AND id>? AND id<?)"),
                arguments(new AuditFilter("a", "s", Kind.LOGIN_FAILED, NOON, NOON), "AND id>? AND id<?)"));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void everyFilterWalksAnIndexInItsOrder(AuditFilter filter, String index) {
        var search = new Audit.Search(filter, new PageQuery(20, UUID.randomUUID()));

        var plan = jdbc.sql("EXPLAIN QUERY PLAN " + search.sql())
                .params(search.parameters())
                .query((row, _) -> row.getString("detail"))
                .list();

        assertThat(plan.getFirst()).contains(index);
        assertThat(plan).noneMatch(step -> step.contains("TEMP B-TREE") || step.startsWith("SCAN"));
    }
}
