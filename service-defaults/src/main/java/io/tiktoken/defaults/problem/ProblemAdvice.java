package io.tiktoken.defaults.problem;

import io.tiktoken.defaults.database.WriteUnavailableException;
import io.tiktoken.defaults.time.UnusableTimeException;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Turns every exception that reaches the web layer into a problem document that gives no internals away. It
 * comes last: a service's own advice with any {@code @Order} is asked first.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> onProblem(ProblemException exception) {
        return exception.problem().response();
    }

    @ExceptionHandler({
        WriteUnavailableException.class,
        CannotAcquireLockException.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<Object> onDatabaseUnavailable(Exception exception) {
        log.warn("The database could not do its part, the client is asked to repeat: {}", exception.toString());
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "temporarily_unavailable",
                        "This could not be stored just now. Nothing was changed; please try again.")
                .retryAfterSeconds(1)
                .response();
    }

    /**
     * Tomcat reads parameters and bodies only when they are asked for, and the firewall judges a header when it is, so
     * what is wrong with them shows here.
     */
    @ExceptionHandler({InvalidParameterException.class, BadRequestException.class, RequestRejectedException.class})
    ResponseEntity<Object> onUnreadableRequest(Exception exception) {
        log.debug("A request could not be read to its end: {}", exception.toString());
        return Problem.of(HttpStatus.BAD_REQUEST).response();
    }

    /** Nobody is there any more whom an answer could reach. */
    @ExceptionHandler
    void onClientGone(ClientAbortException exception) {
        log.debug("A client left before its answer had ended: {}", exception.toString());
    }

    @ExceptionHandler
    ResponseEntity<Object> onAnythingElse(Exception exception) throws Exception {
        if (exception instanceof AccessDeniedException || exception instanceof AuthenticationException) {
            throw exception; // Spring Security's filter answers these.
        }
        log.error("A request ended in an error that nobody expected", exception);
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR).response();
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(exception.getAllErrors().stream()
                .map(error -> violation(nameOf(error), error.getDefaultMessage()))
                .toList());
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return invalid(exception.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> violation(
                                nameOf(error, result.getMethodParameter().getParameterName()),
                                error.getDefaultMessage())))
                .toList());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var name = exception instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : exception.getPropertyName();
        return NestedExceptionUtils.getMostSpecificCause(exception) instanceof UnusableTimeException unusable
                ? invalid(List.of(violation(name, unusable.getMessage())))
                : handleExceptionInternal(exception, null, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof ErrorResponse cutOff) { // The body was too long, and reading it was ended.
                return handleExceptionInternal(exception, null, headers, cutOff.getStatusCode(), request);
            }
        }
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed_request", whatCouldNotBeRead(exception))
                .response();
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode statusCode,
            WebRequest request) {
        var status = HttpStatus.valueOf(statusCode.value());
        if (status.is5xxServerError()) {
            log.error("The framework ended a request with {}", status, exception);
        }
        return Problem.of(status).with(headers).response();
    }

    private static ResponseEntity<Object> invalid(List<Map<String, String>> errors) {
        var first = errors.getFirst();
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "validation_failed",
                        "%s: %s".formatted(first.get("field"), first.get("message")))
                .with("errors", errors)
                .response();
    }

    private static Map<String, String> violation(@Nullable String field, @Nullable String message) {
        return Map.of("field", field == null ? "request" : field, "message", message == null ? "is invalid" : message);
    }

    private static String nameOf(ObjectError error) {
        return error instanceof FieldError field ? field.getField() : error.getObjectName();
    }

    private static @Nullable String nameOf(MessageSourceResolvable error, @Nullable String parameter) {
        return error instanceof FieldError field ? field.getField() : parameter;
    }

    private static String whatCouldNotBeRead(HttpMessageNotReadableException exception) {
        return switch (exception.getCause()) {
            case UnrecognizedPropertyException unknown -> "There is no field " + quoted(unknown.getPropertyName());
            case DatabindException mismatch
            when !mismatch.getPath().isEmpty() ->
                "The field %s has a value of the wrong kind".formatted(quoted(pathOf(mismatch)));
            case null, default -> "The request's body is missing or is not the JSON that is expected here";
        };
    }

    private static String pathOf(DatabindException mismatch) {
        return String.join(
                ".",
                mismatch.getPath().stream()
                        .map(step -> step.getPropertyName() == null
                                ? Integer.toString(step.getIndex())
                                : step.getPropertyName())
                        .toList());
    }

    private static String quoted(String name) {
        return "'" + (name.length() > 64 ? name.substring(0, 64) + "…" : name) + "'";
    }
}
