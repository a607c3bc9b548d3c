package io.tiktoken.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tiktoken.defaults.SampleService;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

class HandlerAuthorizationManagerTests {

    @Test
    void aHandlerThatDeclaresNothingIsRefusedByName() {
        assertRefused(Undeclared.class, "Undeclared#forgotten()", "GET [/api/forgotten]", "declare who may call it");
    }

    @Test
    void aServiceWithSuchAHandlerDoesNotStart() {
        var service = new SpringApplicationBuilder(SampleService.class, Undeclared.class)
                .properties(
                        "server.port=0",
                        "tiktoken.database.file=target/test-databases/%s.db".formatted(UUID.randomUUID()));

        assertThatExceptionOfType(BeanCreationException.class)
                .isThrownBy(service::run)
                .withStackTraceContaining("Undeclared#forgotten()")
                .withStackTraceContaining("does not declare who may call it");
    }

    @Test
    void aHandlerMayNotDeclareTwoKindsOfCallers() {
        assertRefused(Undecided.class, "Undecided.either()", "declares two kinds of callers");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {Outside.class, AlmostInside.class, Inside.class, InsideByVariable.class, InsideByRest.class})
    void whatIsUnderInternalIsForServicesAndNothingElseIs(Class<?> controller) {
        assertRefused(controller, controller.getSimpleName() + "#handle()", "what is under /internal/ is for services");
    }

    @ParameterizedTest
    @ValueSource(classes = {AnyMethod.class, Head.class})
    void aHandlerNamesItsMethodsAndHeadFollowsGet(Class<?> controller) {
        assertRefused(controller, controller.getSimpleName() + "#handle()", "must name its methods, and not HEAD");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                OtherAnswer.class,
                OtherBody.class,
                OtherParameter.class,
                OtherHeader.class,
                SamePattern.class,
                AsSpecific.class,
                UnderTheRest.class,
                ByExpression.class
            })
    void handlersForDifferentCallersMustBeToldApartByMethodAndPath(Class<?> controllers) {
        assertRefused(controllers, controllers.getSimpleName(), "declare different callers", "may match the same");
    }

    @Test
    void handlersForTheSameCallersMayShareAPattern() {
        assertThatCode(() -> managerFor(SameCallers.class)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} {1} runs {2}")
    @CsvSource({
        "GET,    /api/things,               list",
        "HEAD,   /api/things,               list",
        "POST,   /api/things,               create",
        "GET,    /api/things/1,             show",
        "GET,    /api/things/mine,          mine",
        "HEAD,   /api/things/mine,          mine",
        "GET,    /api/things/min%65,        mine",
        "GET,    /api/things/Mine,          show",
        "PUT,    /api/things/mine,          change",
        "DELETE, /api/things/mine,          deleteMine",
        "DELETE, /api/things/1,             delete",
        "GET,    /api/things/1/parts,       parts",
        "GET,    /api/things/mine/parts,    partsOfMine",
        "GET,    /api/things/mine/parts/1,  part",
        "GET,    /api/things/2/parts/3/4/5, rest"
    })
    void theHandlerThatRunsIsTheOneThatIsJudged(String method, String path, String expected) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        var handler =
                (HandlerMethod) mappingOf(Things.class).getHandler(request).getHandler();

        assertThat(handler.getMethod().getName()).isEqualTo(expected);
        var callers = AllowedCallers.of(handler).orElseThrow();
        for (var authority : List.of("ROLE_CUSTOMER", "ROLE_ADMIN", "SCOPE_a", "SCOPE_b", "SCOPE_c", "NOTHING")) {
            assertThat(isGranted(managerFor(Things.class), method, path, authority))
                    .as("%s of %s, which is for %s", authority, expected, callers)
                    .isEqualTo(
                            switch (callers) {
                                case AllowedCallers.Anyone() -> true;
                                case AllowedCallers.Customers() -> authority.equals("ROLE_CUSTOMER");
                                // Changes need the second factor, which nobody has here.
                                case AllowedCallers.Administrators() ->
                                    authority.equals("ROLE_ADMIN") && !method.equals("PUT") && !method.equals("DELETE");
                                case AllowedCallers.Clients(var scope) -> authority.equals("SCOPE_" + scope);
                                case AllowedCallers.Services(var scope) -> authority.equals("SCOPE_" + scope);
                            });
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/other", "PATCH, /api/things/1", "TRACE, /api/things", "get, /api/things"})
    void whatNoHandlerOfOursServesIsJudgedElsewhere(String method, String path) {
        assertThat(isGranted(managerFor(Things.class), method, path, "ROLE_CUSTOMER"))
                .isFalse();
        assertThat(isGranted(managerFor(Things.class), method, path, "UNMAPPED"))
                .isTrue();
    }

    private static boolean isGranted(
            HandlerAuthorizationManager manager, String method, String path, String authority) {
        var caller = new TestingAuthenticationToken("somebody", "", authority);
        var result = manager.authorize(
                () -> caller, new RequestAuthorizationContext(new MockHttpServletRequest(method, path)));
        assertThat(result).isNotNull();
        return result.isGranted();
    }

    private static void assertRefused(Class<?> controller, String... words) {
        assertThatIllegalStateException()
                .isThrownBy(() -> managerFor(controller))
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(words));
    }

    private static HandlerAuthorizationManager managerFor(Class<?> controller) {
        return new HandlerAuthorizationManager(
                Stream.of(mappingOf(controller)),
                (caller, _) -> new AuthorizationDecision(caller.get().getAuthorities().stream()
                        .anyMatch(authority -> "UNMAPPED".equals(authority.getAuthority()))));
    }

    private static RequestMappingHandlerMapping mappingOf(Class<?> controller) {
        var context = new StaticWebApplicationContext();
        context.registerSingleton("controller", controller);
        context.refresh();
        var mapping = new RequestMappingHandlerMapping();
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
        return mapping;
    }

    @RestController
    @ForAdministrators
    static class Things {

        @GetMapping("/api/things/{*rest}")
        void rest() {}

        @GetMapping("/api/things/{id}")
        void show() {}

        @GetMapping("/api/things")
        @ForAnyone
        void list() {}

        @PostMapping("/api/things")
        @ForClients("a")
        void create() {}

        @GetMapping("/api/things/{id}/parts")
        @ForClients("b")
        void parts() {}

        @GetMapping("/api/things/mine")
        @ForCustomers
        void mine() {}

        @PutMapping({"/api/things/{id}", "/api/things/{id}/name"})
        void change() {}

        @DeleteMapping("/api/things/mine")
        @ForCustomers
        void deleteMine() {}

        @DeleteMapping("/api/things/{id}")
        void delete() {}

        @GetMapping("/api/things/mine/parts")
        @ForClients("c")
        void partsOfMine() {}

        @GetMapping("/api/things/{id}/parts/{number}")
        @ForCustomers
        void part() {}
    }

    @RestController
    static class Undeclared {
        @GetMapping("/api/forgotten")
        void forgotten() {}
    }

    @RestController
    static class Undecided {
        @GetMapping("/api/either")
        @ForAnyone
        @ForCustomers
        void either() {}
    }

    @RestController
    static class Outside {
        @GetMapping("/api/notes")
        @ForService("a")
        void handle() {}
    }

    @RestController
    static class AlmostInside {
        @GetMapping({"/internal/notes", "/internals/notes"})
        @ForService("a")
        void handle() {}
    }

    @RestController
    static class Inside {
        @GetMapping("/internal/notes")
        @ForCustomers
        void handle() {}
    }

    @RestController
    static class InsideByVariable {
        @GetMapping("/{where}/notes")
        @ForAnyone
        void handle() {}
    }

    @RestController
    static class InsideByRest {
        @GetMapping("/**")
        @ForAnyone
        void handle() {}
    }

    @RestController
    static class AnyMethod {
        @RequestMapping("/api/notes")
        @ForAnyone
        void handle() {}
    }

    @RestController
    static class Head {
        @RequestMapping(path = "/api/notes", method = RequestMethod.HEAD)
        @ForAnyone
        void handle() {}
    }

    @RestController
    @ForAnyone
    static class OtherAnswer {
        @GetMapping(path = "/api/users/me", produces = MediaType.TEXT_PLAIN_VALUE)
        void one() {}

        @GetMapping(path = "/api/users/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
        @ForAdministrators
        void other() {}
    }

    @RestController
    @ForAnyone
    static class OtherBody {
        @PostMapping(path = "/api/users/me", consumes = MediaType.APPLICATION_JSON_VALUE)
        void one() {}

        @PostMapping("/api/users/{name}")
        @ForAdministrators
        void other() {}
    }

    @RestController
    @ForAnyone
    static class OtherParameter {
        @GetMapping(path = "/api/users/me", params = "short")
        void one() {}

        @GetMapping("/api/{*everything}")
        @ForAdministrators
        void other() {}
    }

    @RestController
    @ForAnyone
    static class OtherHeader {
        @GetMapping(path = "/api/users/me", headers = "Short")
        void one() {}

        @GetMapping("/api/users/*")
        @ForAdministrators
        void other() {}
    }

    @RestController
    @ForAnyone
    static class SamePattern {
        @GetMapping("/api/users/{id}")
        void one() {}

        @GetMapping("/api/users/{no}")
        @ForAdministrators
        void other() {}
    }

    @RestController
    @ForAnyone
    static class AsSpecific {
        @GetMapping("/api/users/{x}/a")
        void one() {}

        @GetMapping("/api/users/a/{x}")
        @ForAdministrators
        void other() {}
    }

    @RestController
    @ForAnyone
    static class UnderTheRest {
        @GetMapping(path = "/api/users/me/notes", params = "short")
        void one() {}

        @GetMapping("/api/users/**")
        @ForAdministrators
        void other() {}
    }

    @RestController
    @ForAnyone
    static class ByExpression {
        @GetMapping(path = "/api/users/me", params = "short")
        void one() {}

        @GetMapping("/api/users/{name:[a-z]+}")
        @ForAdministrators
        void other() {}
    }

    @RestController
    @ForCustomers
    static class SameCallers {
        @GetMapping(path = "/api/statement", params = "format=csv")
        void csv() {}

        @GetMapping("/api/statement")
        void json() {}

        @GetMapping(path = "/api/{what}", headers = "Short")
        void anything() {}
    }
}
