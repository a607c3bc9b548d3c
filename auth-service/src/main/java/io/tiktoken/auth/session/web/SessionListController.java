package io.tiktoken.auth.session.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.session.EndSessions;
import io.tiktoken.auth.session.EndSessions.Outcome;
import io.tiktoken.auth.session.OpenSessions;
import io.tiktoken.auth.session.Session;
import io.tiktoken.auth.session.SessionId;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.web.Code;
import io.tiktoken.auth.web.Refuses;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows a person where they are logged in, and lets them log out there. */
@RestController
@RequestMapping("/api/auth/sessions")
@ForCustomers
@Tag(name = "Sessions")
class SessionListController {

    /**
     * What a person sees of one of their sessions.
     *
     * @param current whether it is the one that they are looking through
     */
    record SessionView(
            UUID id,
            @Schema(example = "Firefox on Linux") String device,
            Instant createdAt,
            Instant lastUsedAt,
            boolean current,
            boolean secondFactor) {

        static SessionView of(Session session, SessionId current) {
            return new SessionView(
                    session.id().value(),
                    session.device().value(),
                    session.createdAt(),
                    session.lastUsedAt(),
                    session.id().equals(current),
                    session.secondFactor());
        }
    }

    private final OpenSessions sessions;
    private final EndSessions endSessions;

    SessionListController(OpenSessions sessions, EndSessions endSessions) {
        this.sessions = sessions;
        this.endSessions = endSessions;
    }

    /** They are few: one more log-in ends the oldest. */
    @GetMapping
    @Operation(summary = "Where the caller is logged in", description = "Newest first, all on one page.")
    Page<SessionView> all(Person person) {
        var current = new SessionId(person.session());
        var views = sessions.of(new UserId(person.id())).stream()
                .map(session -> SessionView.of(session, current))
                .toList();
        return new Page<>(views, null);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Ends one session of the caller", description = "Somebody else's does not exist here.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Refuses(Code.OWN_SESSION_UNKNOWN)
    void end(Person person, @PathVariable UUID id, Actor actor) {
        switch (endSessions.end(new UserId(person.id()), new SessionId(id), actor)) {
            case Outcome.Ended() -> {}
            case Outcome.SessionUnknown() -> throw Code.OWN_SESSION_UNKNOWN.exception();
        }
    }

    @DeleteMapping
    @Operation(summary = "Ends all sessions of the caller but this one", description = "May be repeated.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(Person person, Actor actor) {
        endSessions.endOthers(new UserId(person.id()), new SessionId(person.session()), actor);
    }
}
