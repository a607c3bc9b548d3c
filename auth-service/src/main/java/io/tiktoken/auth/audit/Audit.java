package io.tiktoken.auth.audit;

import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what {@link SecurityEvents} has recorded. */
@Repository
public class Audit {

    private final JdbcClient jdbc;

    Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Page<SecurityEvent> search(AuditFilter filter, PageQuery page) {
        var search = new AuditSearch(filter, page);
        var rows = jdbc.sql(search.sql())
                .params(search.parameters())
                .query((row, _) -> event(row))
                .list();
        return Page.of(rows, page, SecurityEvent::id);
    }

    private static SecurityEvent event(ResultSet row) throws SQLException {
        return new SecurityEvent(
                UUID.fromString(row.getString("id")),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("kind"),
                row.getString("result"),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("subject"),
                row.getString("subject_name"),
                row.getString("address"),
                row.getString("detail"));
    }
}
