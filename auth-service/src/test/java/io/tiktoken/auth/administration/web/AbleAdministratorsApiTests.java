package io.tiktoken.auth.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@AuthServiceTest
@Import(Administrator.class)
class AbleAdministratorsApiTests {

    @Autowired
    Administrator administrator;

    @Autowired
    Caller caller;

    @Test
    void countsThoseWhoCouldActRightNow() {
        administrator.nobodyElse();
        assertAble(0);

        var alice = caller.register();
        administrator.token(alice);
        assertAble(1, alice.id());
        administrator.tokenWithoutSecondFactor();
        assertAble(2, alice.id());

        var bob = caller.register();
        var bobsToken = administrator.token(bob);
        assertAble(3, alice.id(), bob.id());

        var carol = caller.register();
        var carolsToken = administrator.token(carol);
        var asked = caller.put(
                "/api/admin/users/%s/suspension".formatted(alice.id()), Map.of("reason", "lost the phone"), bobsToken);
        var confirmation = "/api/admin/decisions/%s/confirmation".formatted(Caller.text(asked, "$.id"));
        assertThat(caller.postText(confirmation, "", carolsToken)).hasStatus(200);
        assertAble(4, bob.id(), carol.id()); // Who was suspended lately still counts as one of them.
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

    private void assertAble(int holders, String... ids) {
        var answer =
                caller.get("/internal/administrators", caller.serviceToken("wallet-service", "administrators:read"));
        assertThat(answer).hasStatus(200).bodyJson().extractingPath("$.able").isEqualTo(ids.length);
        assertThat(answer).bodyJson().extractingPath("$.holders").isEqualTo(holders);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.ids")
                .asArray()
                .containsExactlyInAnyOrder((Object[]) ids)
                .allSatisfy(id -> assertThat(UUID.fromString(id.toString())).isNotNull());
    }
}
