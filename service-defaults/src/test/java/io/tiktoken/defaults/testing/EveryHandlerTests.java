package io.tiktoken.defaults.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.time.DayOrInstant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationPropertiesBean;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What holds for every handler of a service, found by looking which there are: whoever adds one need not think of this. A
 * service extends it with its own whole-service annotation. The doors are left aside, so that each handler is reached.
 */
public abstract class EveryHandlerTests {

    private static final Set<Class<?>> TIMES =
            Set.of(Instant.class, LocalDate.class, YearMonth.class, DayOrInstant.class);

    private static final Set<Class<?>> NUMBERS = Set.of(int.class, long.class, Integer.class, Long.class);

    /** What timers write, whatever a test does. */
    private static final Set<String> TIMERS_TABLES = Set.of("anchor_receipts", "purge_clock");

    /** One is read by itself, and the other, a default for all services, only where neighbours are called. */
    private static final Set<String> NOT_BOUND =
            Set.of("tiktoken.request.largest-body", "tiktoken.credentials.token-uri");

    @Autowired
    WebApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    JdbcClient jdbc;

    private MockMvcTester http;
    private JwtAuthenticationToken caller;

    @BeforeEach
    void somebodyCalls() {
        http = MockMvcTester.from(context);
        caller = new JwtAuthenticationToken(Jwt.withTokenValue("unseen")
                .header("alg", "none")
                .subject(UUID.randomUUID().toString())
                .claim("preferred_username", "alice")
                .claim("name", "Alice")
                .claim("sid", UUID.randomUUID().toString())
                .build());
        SecurityContextHolder.getContext().setAuthentication(caller);
    }

    @AfterEach
    void nobodyCalls() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest(name = "Accept: {0}")
    @ValueSource(
            strings = {"text/html", "image/png", "application/xml", "application/jsonx;q=1, text/plain", "///", "json"})
    void anAnswerThatCannotBeAcceptedIsRefusedBeforeAnythingIsDone(String accept) {
        var before = rows();

        assertThat(endpoints())
                .isNotEmpty()
                .filteredOn(endpoint -> !canAnswer(endpoint, accept))
                .isNotEmpty()
                .allSatisfy(endpoint -> assertRefused(negotiate(endpoint, accept, "application/json"), 406));

        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest(name = "Content-Type: {0}")
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "multipart/form-data"})
    void aBodyOfAnotherTypeIsRefusedBeforeAnythingIsDone(String type) {
        var before = rows();

        assertThat(endpoints())
                .filteredOn(Endpoint::takesABody)
                .allSatisfy(endpoint -> assertRefused(negotiate(endpoint, "*/*", type), 415));

        assertThat(rows()).isEqualTo(before);
    }

    static Stream<String> unusableTimes() {
        return Stream.of(
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z",
                "+292278994-08-17T07:12:55.808Z",
                "-292275055-05-16T16:47:04.191Z",
                "+10000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "2200-01-01T00:00:00Z",
                "1999-12-31T23:59:59.999Z",
                "0000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "+999999999-12-31",
                "-999999999-01-01",
                "9999-12-31",
                "2200-01-01",
                "1999-12-31",
                "0000-00-00",
                "+999999999-12",
                "2200-01",
                "1999-12",
                "2026-00",
                "2026-02-30",
                "2026-02-30T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-01-01T25:00:00Z",
                "2026-01-01T00:00:00",
                "2026-01-01T00:00:00+99:00",
                "2026-01-01 00:00:00Z",
                "2026-01-01T00:00:00Z\0",
                "２０２６-01-01",
                "1767225600",
                "9".repeat(1_000),
                "1e300",
                "NaN",
                "now",
                "' OR 1=1 --",
                " ",
                "");
    }

    @ParameterizedTest
    @MethodSource("unusableTimes")
    void aTimeThatCannotBeIsRefusedByName(String text) {
        assertThat(endpoints())
                .allSatisfy(endpoint -> assertThat(endpoint.variablesOf(TIMES)).allSatisfy(name -> {
                    var answer = send(endpoint, name, text);
                    assertRefused(answer, 400);
                    assertThat(answer)
                            .bodyJson()
                            .extractingPath("$.detail")
                            .asString()
                            .startsWith(name + ": must be ");
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2147483648000", "9223372036854775808", "-9223372036854775809", "1e9", "1.5", "NaN", "x", " "})
    void aNumberThatCannotBeIsRefused(String text) {
        assertThat(endpoints())
                .allSatisfy(endpoint -> assertThat(endpoint.variablesOf(NUMBERS))
                        .allSatisfy(name -> assertRefused(send(endpoint, name, text), 400)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "-1", "0", "101", "1e1", "NaN", "", " "})
    void aPageThatCannotBeIsRefused(String text) {
        assertThat(endpoints())
                .filteredOn(endpoint -> endpoint.takes(PageQuery.class))
                .allSatisfy(endpoint -> {
                    assertRefused(send(endpoint, "limit", text), 400);
                    assertRefused(send(endpoint, "cursor", text), 400);
                });
    }

    @Test
    void theReadmeHasARowForEachHandlerAndNoOther() {
        assertThat(Readme.ofThisModule().calls())
                .as("calls in the tables of README.md")
                .containsExactlyInAnyOrderElementsOf(
                        endpoints().stream().map(Endpoint::toString).toList());
    }

    @Test
    void theReadmeNamesOnlySettingsThatThereAre() {
        var known = Stream.concat(settingsInUse(), boundSettings()).collect(Collectors.toSet());

        assertThat(Readme.ofThisModule().settings())
                .as("settings in the tables of README.md")
                .allMatch(name -> known.stream().anyMatch(one -> one.equals(name) || one.startsWith(name + ".")));
    }

    /** A name that nobody reads is a slip: its default would be in force, without a word. */
    @Test
    void everySettingInUseIsRead() {
        var read = Stream.concat(boundSettings(), Stream.concat(NOT_BOUND.stream(), settingsReadByName()))
                .collect(Collectors.toSet());

        assertThat(settingsInUse().filter(name -> name.startsWith("tiktoken.")))
                .allMatch(name -> read.stream()
                        .anyMatch(one -> (one + ".").startsWith(name + ".") || name.startsWith(one + ".")));
    }

    /** Settings of this service that no class is bound to. */
    protected Stream<String> settingsReadByName() {
        return Stream.of();
    }

    private Stream<String> settingsInUse() {
        var environment = (ConfigurableEnvironment) context.getEnvironment();
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()));
    }

    private Stream<String> boundSettings() {
        return ConfigurationPropertiesBean.getAll(context).values().stream()
                .flatMap(bean -> settingsOf(
                        bean.getAnnotation().prefix(),
                        bean.asBindTarget().getType().toClass()));
    }

    private static Stream<String> settingsOf(String prefix, Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .flatMap(part -> settingsOf(
                                prefix + "." + DataObjectPropertyName.toDashedForm(part.getName()), part.getType()))
                : Stream.of(prefix);
    }

    private List<Endpoint> endpoints() {
        return Endpoint.of(mappings);
    }

    private static boolean canAnswer(Endpoint endpoint, String accept) {
        try {
            return MediaType.parseMediaTypes(accept).stream().anyMatch(endpoint::mayAnswerWith);
        } catch (InvalidMediaTypeException garbage) {
            return false;
        }
    }

    private MvcTestResult negotiate(Endpoint endpoint, String accept, String contentType) {
        return request(endpoint, Map.of())
                .header(HttpHeaders.ACCEPT, accept)
                .header(HttpHeaders.CONTENT_TYPE, contentType)
                .exchange();
    }

    private MvcTestResult send(Endpoint endpoint, String variable, String text) {
        return request(endpoint, Map.of(variable, text))
                .contentType(MediaType.APPLICATION_JSON)
                .param(variable, text)
                .exchange();
    }

    /** As complete as can be without knowing the endpoint: variables of its path that are not given are ids or 1. */
    private MockMvcTester.MockMvcRequestBuilder request(Endpoint endpoint, Map<String, String> given) {
        var numbers = endpoint.variablesOf(NUMBERS);
        var uri = UriComponentsBuilder.fromPath(endpoint.path())
                .build()
                .expand(name -> given.getOrDefault(
                        name, numbers.contains(name) ? "1" : UUID.randomUUID().toString()))
                .encode()
                .toUri();
        return http.method(endpoint.method())
                .uri(uri)
                .principal(caller)
                .header("Idempotency-Key", UUID.randomUUID())
                .content("{}");
    }

    private static void assertRefused(MvcTestResult answer, int status) {
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private Map<String, Integer> rows() {
        var rows = new TreeMap<String, Integer>();
        jdbc
                .sql("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !TIMERS_TABLES.contains(table))
                .forEach(table -> rows.put(
                        table,
                        jdbc.sql("SELECT count(*) FROM " + table)
                                .query(Integer.class)
                                .single()));
        return rows;
    }
}
