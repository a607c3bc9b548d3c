package io.tiktoken.auth.administration.web;

import static io.tiktoken.auth.administration.web.Answers.answer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.administration.ChangeRoles;
import io.tiktoken.auth.administration.Outcome;
import io.tiktoken.auth.administration.ReinstateUser;
import io.tiktoken.auth.administration.SuspendUser;
import io.tiktoken.auth.administration.UserDetails;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.user.Role;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.web.Code;
import io.tiktoken.auth.web.Refuses;
import io.tiktoken.defaults.security.ForAdministrators;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators decide who may do what: suspensions and roles. Every call may be repeated. */
@RestController
@RequestMapping("/api/admin/users/{id}")
@ForAdministrators
@Tag(name = "People")
class StandingController {

    /** Which roles a person shall have; CUSTOMER is always among them. */
    record RolesRequest(@NotNull Set<@NotNull Role> roles) {}

    private final SuspendUser suspendUser;
    private final ReinstateUser reinstateUser;
    private final ChangeRoles changeRoles;

    StandingController(SuspendUser suspendUser, ReinstateUser reinstateUser, ChangeRoles changeRoles) {
        this.suspendUser = suspendUser;
        this.reinstateUser = reinstateUser;
        this.changeRoles = changeRoles;
    }

    @PutMapping("/suspension")
    @Operation(
            summary = "Suspends a person and ends all their sessions; their money stays untouched",
            description = "Suspending an administrator takes two, as long as there are two.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = UserDetailsView.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = DecisionView.class)))
    @Refuses({
        Code.CARD_NUMBER_REFUSED,
        Code.ID_UNKNOWN,
        Code.NO_LONGER_ABLE,
        Code.LAST_ADMINISTRATOR,
        Code.CANNOT_SUSPEND_YOURSELF
    })
    ResponseEntity<?> suspend(@PathVariable UUID id, @Valid @RequestBody ReasonRequest body, Actor actor) {
        return shown(suspendUser.suspend(new UserId(id), body.toReason(), actor));
    }

    @DeleteMapping("/suspension")
    @Operation(
            summary = "Lets a suspended person in again",
            description = "Letting an administrator in again takes two, as long as there are two.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = UserDetailsView.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = DecisionView.class)))
    @Refuses({Code.ID_UNKNOWN, Code.NO_LONGER_ABLE})
    ResponseEntity<?> reinstate(@PathVariable UUID id, Actor actor) {
        return shown(reinstateUser.reinstate(new UserId(id), actor));
    }

    @PutMapping("/roles")
    @Operation(
            summary = "Makes an administrator of a person, or takes that back; their sessions end",
            description =
                    "It takes two administrators, as long as there are two; one's own role can be given up alone.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = UserDetailsView.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = DecisionView.class)))
    @Refuses({Code.ID_UNKNOWN, Code.NO_LONGER_ABLE, Code.LAST_ADMINISTRATOR})
    ResponseEntity<?> changeRoles(@PathVariable UUID id, @Valid @RequestBody RolesRequest body, Actor actor) {
        return shown(changeRoles.change(new UserId(id), body.roles(), actor));
    }

    private static ResponseEntity<?> shown(Outcome<UserDetails> outcome) {
        return answer(outcome, details -> ResponseEntity.ok(UserDetailsView.of(details)));
    }
}
