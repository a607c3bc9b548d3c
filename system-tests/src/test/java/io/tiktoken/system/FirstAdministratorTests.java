package io.tiktoken.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Administrator;
import io.tiktoken.system.customer.Browser;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** The shop's first administrator starts with a password from a file, and may do nothing until it is replaced. */
@InTheShop
class FirstAdministratorTests {

    private final Shop shop;

    FirstAdministratorTests(Shop shop) {
        this.shop = shop;
    }

    @Test
    void mayDoEverythingOnceThePasswordIsTheirOwnAndAnAuthenticatorIsSetUp() {
        var administrator = Administrator.of(shop); // Tells, step by step, what was refused on the way.

        administrator.browser().get("/api/admin/clients").expect(200);
        administrator.browser().get("/api/admin/keys").expect(200);
    }

    @Test
    void isAskedForTheAuthenticatorAtEveryLogIn() {
        var administrator = Administrator.of(shop);

        administrator.credentials().logIn(new Browser(shop)).expectProblem(401, "otp_required");
        administrator.credentials().logIn(new Browser(shop), "000000").expectProblem(401, "otp_incorrect");
    }

    @Test
    void isKnownToTheOperatorOnly() throws IOException {
        var file = shop.data().resolve("first-administrator.txt");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
