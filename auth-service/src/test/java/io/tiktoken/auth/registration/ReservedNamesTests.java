package io.tiktoken.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.user.Username;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedNamesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin",
                "administrator",
                "adm1n",
                "a.d.m.i.n",
                "admin-7",
                "r00t",
                "support24",
                "supp0rt",
                "shop.support",
                "customer_service",
                "tiktoken",
                "t1kt0k3n",
                "the-tiktoken-shop"
            })
    void whatPassesForTheShopIsReserved(String name) {
        assertThat(ReservedNames.include(new Username(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "bob7", "alice.support", "adminah", "shopper", "rooter", "system-of-a-down"})
    void whatOnlyResemblesItIsFree(String name) {
        assertThat(ReservedNames.include(new Username(name))).isFalse();
    }
}
