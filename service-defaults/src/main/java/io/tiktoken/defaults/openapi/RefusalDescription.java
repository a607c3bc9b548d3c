package io.tiktoken.defaults.openapi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.tiktoken.defaults.problem.ProblemCode;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.web.method.HandlerMethod;

/** What a handler says that it may refuse with: each code under its status, with the document that a client gets. */
final class RefusalDescription {

    private RefusalDescription() {}

    static void describe(Operation operation, HandlerMethod handler) {
        Map<Integer, List<ProblemCode>> byStatus = refusals(handler)
                .collect(groupingBy(code -> code.meaning().status().value(), TreeMap::new, toList()));
        byStatus.forEach((status, codes) -> operation
                .getResponses()
                .addApiResponse(
                        status.toString(),
                        new ApiResponse()
                                .description(codes.stream()
                                        .map(code -> "`%s`: %s".formatted(code.code(), readable(code)))
                                        .collect(joining("; ")))
                                .content(examples(codes))));
    }

    /** Adds what follows from what a handler takes or for whom it is, to what it says itself. */
    static void add(Operation operation, String status, String codes) {
        operation
                .getResponses()
                .merge(
                        status,
                        new ApiResponse().description(codes),
                        (own, _) -> own.description(own.getDescription() + ", " + codes));
    }

    private static Stream<ProblemCode> refusals(HandlerMethod handler) {
        return Arrays.stream(handler.getMethod().getAnnotations()).flatMap(RefusalDescription::refusals);
    }

    private static Stream<ProblemCode> refusals(Annotation annotation) {
        return AnnotationUtils.getValue(annotation) instanceof ProblemCode[] codes
                ? Arrays.stream(codes)
                : Stream.empty();
    }

    private static Content examples(List<ProblemCode> codes) {
        var document = new MediaType();
        codes.forEach(
                code -> document.addExamples(code.name().toLowerCase(Locale.ROOT), new Example().value(example(code))));
        return new Content().addMediaType("application/problem+json", document);
    }

    private static Map<String, Object> example(ProblemCode code) {
        return Map.of(
                "type", "urn:tiktoken:problem:" + code.code(),
                "title", code.meaning().status().getReasonPhrase(),
                "status", code.meaning().status().value(),
                "detail", readable(code),
                "code", code.code(),
                "traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
    }

    private static String readable(ProblemCode code) {
        return code.meaning().sentence().replaceAll("%[sd]", "…").replace("%%", "%");
    }
}
