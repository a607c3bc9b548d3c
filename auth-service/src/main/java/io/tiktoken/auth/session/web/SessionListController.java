package io.tiktoken.auth.session.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.session.EndSessions;
import io.tiktoken.auth.session.EndSessions.Outcome.Ended;
import io.tiktoken.auth.session.EndSessions.Outcome.SessionUnknown;
import io.tiktoken.auth.session.SessionId;
import io.tiktoken.auth.session.Sessions;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows a person where they are logged in, and lets them log out there. */
@RestController
@RequestMapping("/api/auth/sessions")
@ForCustomers
class SessionListController {

    private final Sessions sessions;
    private final EndSessions endSessions;

    SessionListController(Sessions sessions, EndSessions endSessions) {
        this.sessions = sessions;
        this.endSessions = endSessions;
    }

    /** They are few: one more log-in ends the oldest. */
    @Operation(summary = "Where the caller is logged in, newest first")
    @ApiResponse(responseCode = "200")
    @GetMapping
    Page<SessionView> all(Person person) {
        var current = new SessionId(person.session());
        var views = sessions.of(new UserId(person.id())).stream()
                .map(session -> SessionView.of(session, current))
                .toList();
        return new Page<>(views, null);
    }

    @Operation(summary = "Ends one session of the caller")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "404", description = "`not_found`, also for somebody else's")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> end(Person person, @PathVariable UUID id, Actor actor) {
        return switch (endSessions.end(new UserId(person.id()), new SessionId(id), actor)) {
            case Ended() -> ResponseEntity.noContent().build();
            case SessionUnknown() -> throw ProblemException.notFound("You have no such session");
        };
    }

    @Operation(summary = "Ends all sessions of the caller but this one")
    @ApiResponse(responseCode = "204")
    @DeleteMapping
    ResponseEntity<Void> endOthers(Person person, Actor actor) {
        endSessions.endOthers(new UserId(person.id()), new SessionId(person.session()), actor);
        return ResponseEntity.noContent().build();
    }
}
