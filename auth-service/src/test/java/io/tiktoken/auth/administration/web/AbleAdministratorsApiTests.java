package io.tiktoken.auth.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

@AuthServiceTest
@Import(Administrator.class)
class AbleAdministratorsApiTests {

    @Autowired
    Administrator administrator;

    @Autowired
    Caller caller;

    @Autowired
    MockMvcTester http;

    @Autowired
    JsonMapper json;

    @Test
    void countsThoseWhoCouldActRightNow() {
        administrator.nobodyElse();
        assertAble();

        var alice = caller.register();
        administrator.token(alice);
        administrator.tokenWithoutSecondFactor();
        assertAble(alice.id());

        var bob = caller.register();
        var bobsToken = administrator.token(bob);
        assertAble(alice.id(), bob.id());

        assertThat(http.put()
                        .uri("/api/admin/users/%s/suspension".formatted(alice.id()))
                        .header("Authorization", "Bearer " + bobsToken)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(Map.of("reason", "lost the phone"))))
                .hasStatus(200);
        assertAble(bob.id());
    }

    @Test
    void onlyWalletServiceMayAsk() {
        for (var scope : new String[] {"users:read", "anchors:write"}) {
            assertThat(caller.get("/internal/administrators", caller.serviceToken("wallet-service", scope)))
                    .hasStatus(403);
        }
        assertThat(caller.get("/internal/administrators", caller.serviceToken("gateway", "sessions:exchange")))
                .hasStatus(403);
        assertThat(caller.get("/internal/administrators", administrator.token()))
                .hasStatus(401);
    }

    private void assertAble(String... ids) {
        var answer =
                caller.get("/internal/administrators", caller.serviceToken("wallet-service", "administrators:read"));
        assertThat(answer).hasStatus(200).bodyJson().extractingPath("$.able").isEqualTo(ids.length);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.ids")
                .asArray()
                .containsExactlyInAnyOrder((Object[]) ids)
                .allSatisfy(id -> assertThat(UUID.fromString(id.toString())).isNotNull());
    }
}
