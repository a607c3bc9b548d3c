package io.tiktoken.system.access;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import io.tiktoken.system.token.Line;
import java.net.URI;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every endpoint, tried by every kind of caller, answers exactly those that the access matrix lets in. */
@InTheShop
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // The callers are the same for all rows.
class AccessMatrixTests {

    private static final AccessMatrix MATRIX = AccessMatrix.written();
    private static final Set<Caller> WITH_A_BROWSER = EnumSet.of(Caller.ALICE, Caller.BOB);

    private final Shop shop;
    private final Callers callers;

    AccessMatrixTests(Shop shop) {
        this.shop = shop;
        this.callers = new Callers(shop);
    }

    static List<Row> rows() {
        return MATRIX.rows();
    }

    static Stream<Row> publicRows() {
        return MATRIX.rows().stream().filter(row -> row.endpoint().isPublic());
    }

    static Stream<Row> hiddenRows() {
        return MATRIX.rows().stream().filter(row -> !row.endpoint().isPublic());
    }

    @Test
    void everyEndpointHasARowAndEveryRowAnEndpoint() {
        var served = new ApiDocuments(shop).endpoints();
        var written = MATRIX.documented().toList();

        var withoutRow = new HashSet<>(served);
        written.forEach(withoutRow::remove);
        var withoutEndpoint = new HashSet<>(written);
        withoutEndpoint.removeAll(served);

        assertThat(sentences(withoutRow, "%s has no row: say in access-matrix.txt who may call it"))
                .isEmpty();
        assertThat(sentences(withoutEndpoint, "%s is in access-matrix.txt, and no part serves it"))
                .isEmpty();
        assertThat(written).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void atThePartItself(Row row) {
        var door = shop.urlOf(row.endpoint().part());

        tryEverybody(row, caller -> Knock.at(door, row.endpoint(), token(caller, row)));
    }

    @ParameterizedTest(name = "{0}, through the gateway")
    @MethodSource("publicRows")
    void throughTheGateway(Row row) {
        tryEverybody(
                row,
                caller -> bringsACookie(caller, row)
                        ? callers.customer(caller).browser().send(Knock.request(shop.url(), row.endpoint()))
                        : Knock.at(shop.url(), row.endpoint(), token(caller, row)));
    }

    @ParameterizedTest(name = "{0} is not there from outside")
    @MethodSource("hiddenRows")
    void isNotThereFromOutside(Row row) {
        var heard = new SoftAssertions();
        for (var caller : Caller.values()) {
            var answer = Knock.at(shop.url(), row.endpoint(), token(caller, row));
            heard.assertThat(answer.status()).as("%s hears %s", caller, answer).isEqualTo(404);
        }
        heard.assertAll();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Part.class)
    void whoeverLooksAfterAPartAsksAtAPortOfItsOwn(Part part) {
        new Line().get(health(shop.managementUrlOf(part))).expect(200);

        assertThat(new Line().get(health(shop.urlOf(part))).status()).isIn(401, 404);
    }

    private void tryEverybody(Row row, Function<Caller, Answer> knock) {
        var heard = new SoftAssertions();
        for (var caller : Caller.values()) {
            var answer = knock.apply(caller);
            var verdict = Verdict.on(caller, token(caller, row), row);
            heard.assertThat(verdict.isHeardIn(answer))
                    .as("%s should be %s, and hears %s", caller, verdict, answer)
                    .isTrue();
        }
        heard.assertAll();
    }

    private boolean bringsACookie(Caller caller, Row row) {
        return WITH_A_BROWSER.contains(caller) && !row.endsSomething();
    }

    private String token(Caller caller, Row row) {
        var part = row.endpoint().part();
        return row.endsSomething() ? callers.throwAwayTokenOf(caller, part) : callers.tokenOf(caller, part);
    }

    private static URI health(URI door) {
        return door.resolve("/actuator/health");
    }

    private static String sentences(Set<Endpoint> endpoints, String sentence) {
        return endpoints.stream()
                .map(endpoint -> sentence.formatted(endpoint))
                .sorted()
                .collect(joining("\n"));
    }
}
