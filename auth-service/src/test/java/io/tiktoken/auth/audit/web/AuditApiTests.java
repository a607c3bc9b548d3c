package io.tiktoken.auth.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import io.tiktoken.auth.administration.web.Administrator;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AuthServiceTest
@Import(Administrator.class)
class AuditApiTests {

    @Autowired
    Caller caller;

    @Autowired
    Administrator administrator;

    String token = "";

    @BeforeEach
    void logIn() {
        token = administrator.token();
    }

    @Test
    void tellsWhoDidWhatToWhomNewestFirst() throws Exception {
        var alice = caller.register();
        caller.logIn(alice.username(), "not her password");
        caller.personToken(alice);

        var answer = audit("subject=" + alice.id());

        assertThat(answer).hasStatus(200);
        assertThat(all(answer, "$.data[*].kind")).containsExactly("LOGIN_SUCCEEDED", "LOGIN_FAILED", "REGISTERED");
        assertThat(all(answer, "$.data[*].result")).containsExactly("SUCCEEDED", "REFUSED", "SUCCEEDED");
        assertThat(all(answer, "$.data[*].subjectName")).containsOnly(alice.username());
        assertThat(all(answer, "$.data[0].actorName")).containsExactly(alice.username());
        assertThat(all(answer, "$.data[*].address")).containsOnly("127.0.0.1");
    }

    @Test
    void theFiltersNarrowEachOther() throws Exception {
        var before = Instant.now();
        var alice = caller.register();
        caller.logIn(alice.username(), "not her password");
        var after = Instant.now().plusMillis(1);

        assertThat(all(audit("subject=%s&kind=LOGIN_FAILED".formatted(alice.id())), "$.data[*].kind"))
                .containsExactly("LOGIN_FAILED");
        assertThat(all(audit("actor=%s".formatted(alice.id())), "$.data[*].kind"))
                .containsExactly("REGISTERED");
        assertThat(all(audit("actor=%s&kind=LOGIN_FAILED".formatted(alice.id())), "$.data"))
                .isEqualTo(List.of(List.of()));
        assertThat(all(audit("subject=%s&from=%s&to=%s".formatted(alice.id(), before, after)), "$.data[*].kind"))
                .hasSize(2);
        assertThat(all(audit("subject=%s&to=%s".formatted(alice.id(), before)), "$.data[*].kind"))
                .isEmpty();
        assertThat(all(audit("subject=%s&from=%s".formatted(alice.id(), after)), "$.data[*].kind"))
                .isEmpty();
    }

    @Test
    void whatHappensMeanwhileDoesNotMoveThePages() throws Exception {
        var alice = caller.register();
        caller.logIn(alice.username(), "wrong once");
        caller.logIn(alice.username(), "wrong twice");
        var whole = all(audit("subject=" + alice.id()), "$.data[*].id");

        var first = audit("limit=2&subject=" + alice.id());
        caller.logIn(alice.username(), "wrong again");
        var second = audit("limit=2&subject=%s&cursor=%s".formatted(alice.id(), Caller.text(first, "$.nextCursor")));

        assertThat(all(first, "$.data[*].id")).isEqualTo(whole.subList(0, 2));
        assertThat(all(second, "$.data[*].id")).isEqualTo(whole.subList(2, 3));
        assertThat(second).bodyJson().doesNotHavePath("$.nextCursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kind=NOTHING", "from=yesterday", "cursor=x", "limit=0", "limit=101", "to=2026-13-01T00:00:00Z"})
    void nonsenseIsRefused(String query) {
        assertThat(audit(query)).hasStatus(400);
    }

    private MvcTestResult audit(String query) {
        return caller.get("/api/admin/audit?" + query, token);
    }

    private static List<Object> all(MvcTestResult answer, String path) throws Exception {
        Object found = JsonPath.read(answer.getResponse().getContentAsString(), path);
        return found instanceof List<?> list && path.contains("*") ? List.copyOf(list) : List.of(found);
    }
}
