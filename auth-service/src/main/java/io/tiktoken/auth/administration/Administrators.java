package io.tiktoken.auth.administration;

import io.tiktoken.auth.user.UserId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is able to administer: has the role, is not suspended, and has a second factor. Asked inside the write that
 * depends on it; the view of that name says it once.
 */
@Repository
public class Administrators {

    private final JdbcClient jdbc;

    Administrators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean includeAble(UserId id) {
        return thereIsOne("=", id);
    }

    /** All of them, as of now. */
    @Transactional(readOnly = true)
    public List<UserId> able() {
        return jdbc.sql("SELECT id FROM able_administrators ORDER BY id")
                .query((row, _) -> UserId.of(row.getString("id")))
                .list();
    }

    /** Whether anybody could still administer without this one. */
    public boolean includeAbleBesides(UserId id) {
        return thereIsOne("<>", id);
    }

    private boolean thereIsOne(String comparedWith, UserId id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM able_administrators WHERE id %s ?)".formatted(comparedWith))
                .param(id.toString())
                .query(Boolean.class)
                .single();
    }
}
