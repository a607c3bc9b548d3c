package io.tiktoken.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.SampleService;
import io.tiktoken.defaults.testing.TestTokens;
import java.net.URI;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.example.LibraryController;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        classes = SampleService.class,
        properties = "tiktoken.database.file=target/test-databases/${random.uuid}.db")
@AutoConfigureMockMvc
@Import({TestTokens.class, DoorTests.Endpoints.class, LibraryController.class})
class DoorTests {

    @Autowired
    MockMvcTester http;

    @Test
    void theOpenPathNeedsNoToken() {
        assertThat(http.get().uri("/api/open")).hasStatus(200);
        assertThat(http.head().uri("/api/open")).hasStatus(200);
    }

    @Test
    void aPersonIsWhoTheirTokenSays() {
        var token = TestTokens.person(UUID.randomUUID(), "alice");

        assertThat(http.get().uri("/api/mine").header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .hasStatus(200)
                .hasBodyTextEqualTo("alice");
    }

    @Test
    void aPersonKnowsTheirSession() {
        var session = UUID.randomUUID();
        var token = TestTokens.signed(claims -> claims.audience("tiktoken-api")
                .subject(UUID.randomUUID().toString())
                .claim("preferred_username", "alice")
                .claim("name", "Alice")
                .claim("sid", session.toString())
                .claim("roles", List.of("CUSTOMER")));

        assertThat(asked(HttpMethod.GET, "/api/mine/session", token)).hasBodyTextEqualTo(session.toString());
    }

    @Test
    void withoutATokenTheAnswerIsAProblemDocument() {
        var answer = assertThat(http.get().uri("/api/mine"));

        answer.hasStatus(401).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        answer.bodyJson().extractingPath("$.code").isEqualTo("unauthenticated");
    }

    @Test
    void aTokenForTheApiDoesNotOpenTheInternalDoorAndTheOtherWayRound() {
        var person = TestTokens.person(UUID.randomUUID(), "alice", "CUSTOMER");
        var service = TestTokens.service("order-service", "sample-service", "notes:read");

        assertThat(http.get().uri("/internal/notes").header(HttpHeaders.AUTHORIZATION, "Bearer " + service))
                .hasStatus(200);
        assertThat(http.get().uri("/internal/notes").header(HttpHeaders.AUTHORIZATION, "Bearer " + person))
                .hasStatus(401);
        assertThat(http.get().uri("/api/mine").header(HttpHeaders.AUTHORIZATION, "Bearer " + service))
                .hasStatus(401);
    }

    @ParameterizedTest
    @CsvSource({"\u0085, 400", "\u007f, 400", "\uffff, 400", "ë, 401", "午, 401"})
    void aHeaderWithALetterThatCannotBeSeenIsRefused(String letter, int status) {
        assertThat(http.get().uri("/api/mine").header(HttpHeaders.AUTHORIZATION, "Bearer a" + letter + "b"))
                .hasStatus(status);
    }

    /** 401 for whom this door does not know, 404 or 405 where nothing would run, 403 only where a right is missing. */
    @ParameterizedTest(
            name = "{0} {1}: {2} for a stranger, {3} for a customer, {4} for an administrator, {5} for a service")
    @CsvSource({
        "GET,     /api/unheard-of,      401, 404, 404, 401",
        "POST,    /api/unheard-of,      401, 404, 404, 401",
        "OPTIONS, /api/unheard-of,      401, 404, 404, 401",
        "DELETE,  /api/mine,            401, 405, 405, 401",
        "PATCH,   /api/open,            401, 405, 405, 401",
        "OPTIONS, /api/mine,            401, 200, 200, 401",
        "GET,     /api/admin/notes,     401, 403, 200, 401",
        "DELETE,  /api/admin/notes,     401, 405, 405, 401",
        "GET,     /api/forgotten,       401, 403, 403, 401",
        "HEAD,    /api/forgotten,       401, 403, 403, 401",
        "POST,    /api/forgotten,       401, 403, 403, 401",
        "DELETE,  /api/forgotten,       401, 405, 405, 401",
        "GET,     /api/people/bob,      401, 403, 200, 401",
        "HEAD,    /api/people/bob,      401, 403, 200, 401",
        "GET,     /api/people/me,       401, 200, 200, 401",
        "HEAD,    /api/people/me,       401, 200, 200, 401",
        "GET,     /api/people/m%65,     401, 200, 200, 401",
        "GET,     /api/letters/1,       401, 200, 200, 401",
        "GET,     /api/letters/all,     401, 403, 200, 401",
        "GET,     /api/letters/al%6c,   401, 403, 200, 401",
        "HEAD,    /api/letters/all,     401, 403, 200, 401",
        "GET,     /v3/api-docs,         200, 200, 200, 401",
        "GET,     /v3/api-docs.yaml,    401, 403, 403, 401",
        "GET,     /internal/notes,      401, 401, 401, 200",
        "POST,    /internal/notes,      401, 401, 401, 405",
        "GET,     /internal/unheard-of, 401, 401, 401, 404",
        "GET,     /internal/forgotten,  401, 401, 401, 403"
    })
    void aRefusalSaysWhatIsMissing(
            HttpMethod method, String path, int stranger, int customer, int administrator, int service) {
        assertThat(asked(method, path, null)).hasStatus(stranger);
        assertThat(asked(method, path, TestTokens.person(UUID.randomUUID(), "alice")))
                .hasStatus(customer);
        assertThat(asked(method, path, TestTokens.administrator(UUID.randomUUID(), "carol")))
                .hasStatus(administrator);
        assertThat(asked(method, path, TestTokens.service("order-service", "sample-service", "notes:read")))
                .hasStatus(service);
    }

    @Test
    void aServiceWithoutTheScopeHearsThatARightIsMissing() {
        assertThat(asked(
                        HttpMethod.GET,
                        "/internal/notes",
                        TestTokens.service("order-service", "sample-service", "others:read")))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("forbidden");
    }

    @Test
    void aWrongMethodIsToldWhichOnesThereAre() {
        var answer =
                assertThat(asked(HttpMethod.DELETE, "/api/admin/notes", TestTokens.person(UUID.randomUUID(), "alice")));

        answer.hasStatus(405).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        answer.headers().hasValue(HttpHeaders.ALLOW, "GET, POST");
        answer.bodyJson().extractingPath("$.code").isEqualTo("method_not_allowed");
    }

    @Test
    void aStrangerIsAskedToLogInBeforeTheRequestIsJudged() {
        assertThat(http.post()
                        .uri("/api/forgotten")
                        .contentType(MediaType.TEXT_PLAIN)
                        .accept(MediaType.IMAGE_PNG)
                        .content("hello"))
                .hasStatus(401);
    }

    private MvcTestResult asked(HttpMethod method, String path, String token) {
        var request = http.method(method).uri(URI.create(path));
        return (token == null ? request : request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token)).exchange();
    }

    @Test
    void anAdministratorLooksWithAPasswordButChangesNothingWithoutASecondFactor() {
        var half = TestTokens.person(UUID.randomUUID(), "alice", "CUSTOMER", "ADMIN");
        var whole = TestTokens.administrator(UUID.randomUUID(), "alice");

        assertThat(http.get().uri("/api/admin/notes").header(HttpHeaders.AUTHORIZATION, "Bearer " + half))
                .hasStatus(200);
        var refusal =
                assertThat(http.post().uri("/api/admin/notes").header(HttpHeaders.AUTHORIZATION, "Bearer " + half));
        refusal.hasStatus(403).bodyJson().extractingPath("$.code").isEqualTo("second_factor_required");
        assertThat(http.post().uri("/api/admin/notes").header(HttpHeaders.AUTHORIZATION, "Bearer " + whole))
                .hasStatus(200);
    }

    @Test
    void aCustomerIsNotToldWhatElseAnAdministratorNeeds() {
        var customer = TestTokens.person(UUID.randomUUID(), "bob");

        assertThat(http.post().uri("/api/admin/notes").header(HttpHeaders.AUTHORIZATION, "Bearer " + customer))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("forbidden");
    }

    @Test
    void aMachineIsWhoItsTokenSays() {
        var merchant = UUID.randomUUID();
        var client = TestTokens.signed(claims -> claims.audience("tiktoken-api")
                .subject("client-7")
                .claim("scope", "notes:write notes:read")
                .claim("merchant_id", merchant.toString()));
        var kiosk = UUID.randomUUID();
        var till = TestTokens.signed(claims -> claims.audience("tiktoken-api")
                .subject("till-1")
                .claim("scope", "notes:write")
                .claim("kiosk_id", kiosk.toString()));

        assertThat(asked(HttpMethod.PUT, "/api/machines/me", client))
                .hasStatus(200)
                .hasBodyTextEqualTo("client-7 [notes:read, notes:write] %s null".formatted(merchant));
        assertThat(asked(HttpMethod.PUT, "/api/machines/me", till))
                .hasStatus(200)
                .hasBodyTextEqualTo("till-1 [notes:write] null %s".formatted(kiosk));
    }

    @Test
    void aServiceIsAMachineToo() {
        var service = TestTokens.service("order-service", "sample-service", "notes:read");

        assertThat(asked(HttpMethod.GET, "/internal/machines/me", service))
                .hasStatus(200)
                .hasBodyTextEqualTo("order-service [notes:read] null null");
    }

    @Test
    void aClientNeedsTheScopeAndNoPersonHasIt() {
        var otherScope = TestTokens.signed(
                claims -> claims.audience("tiktoken-api").subject("client-7").claim("scope", "notes:read"));

        assertThat(asked(HttpMethod.PUT, "/api/machines/me", otherScope)).hasStatus(403);
        assertThat(asked(HttpMethod.PUT, "/api/machines/me", TestTokens.administrator(UUID.randomUUID(), "carol")))
                .hasStatus(403);
        assertThat(asked(HttpMethod.PUT, "/api/machines/me", null)).hasStatus(401);
        assertThat(asked(HttpMethod.GET, "/api/mine", otherScope)).hasStatus(403);
    }

    @RestController
    @ForCustomers
    static class Endpoints {

        @GetMapping("/api/open")
        @ForAnyone
        String open() {
            return "open";
        }

        @GetMapping("/api/mine")
        String mine(Person person) {
            return person.username();
        }

        @GetMapping("/api/mine/session")
        String session(Person person) {
            return person.session().toString();
        }

        @RequestMapping(
                path = "/api/admin/notes",
                method = {RequestMethod.GET, RequestMethod.POST})
        @ForAdministrators
        String adminNotes() {
            return "for administrators";
        }

        @GetMapping("/internal/notes")
        @ForService("notes:read")
        String notes() {
            return "notes";
        }

        @GetMapping("/internal/machines/me")
        @ForService("notes:read")
        String service(Machine machine) {
            return text(machine);
        }

        @PutMapping("/api/machines/me")
        @ForClients("notes:write")
        String client(Machine machine) {
            return text(machine);
        }

        @GetMapping("/api/people/{name}")
        @ForAdministrators
        String somebody(@PathVariable String name) {
            return name;
        }

        @GetMapping("/api/people/me")
        String me() {
            return "me";
        }

        @GetMapping("/api/letters/{name}")
        String letter(@PathVariable String name) {
            return name;
        }

        @GetMapping("/api/letters/all")
        @ForAdministrators
        String letters() {
            return "all";
        }

        private static String text(Machine machine) {
            return "%s %s %s %s"
                    .formatted(
                            machine.clientId(),
                            new TreeSet<>(machine.scopes()),
                            machine.merchantId(),
                            machine.kioskId());
        }
    }
}
