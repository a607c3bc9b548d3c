package io.tiktoken.auth.administration;

import static io.tiktoken.auth.user.Role.ADMIN;
import static io.tiktoken.auth.user.Role.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.administration.Outcome.Done;
import io.tiktoken.auth.user.Role;
import io.tiktoken.auth.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AdministrationTest
class ChangeRolesTests {

    @Autowired
    Staff staff;

    @Autowired
    ChangeRoles changeRoles;

    @Autowired
    Administrators administrators;

    @Test
    void makesAnAdministratorWhoHasToLogInAgain() {
        var carol = staff.onlyAdministrator();
        var bob = staff.customer();
        staff.logIn(bob);

        var details = done(changeRoles.change(bob.id(), Set.of(CUSTOMER, ADMIN), staff.actor(carol)));

        assertThat(details.summary().user().roles()).containsExactly(CUSTOMER, ADMIN);
        assertThat(details.sessions()).isZero();
        assertThat(staff.eventsAbout(bob.id())).contains("ROLES_CHANGED by %s: CUSTOMER, ADMIN".formatted(carol.id()));
    }

    @Test
    void changesNothingWhenTheRolesAreTheSame() {
        var carol = staff.actor(staff.administrator());
        var bob = staff.customer();
        staff.logIn(bob);

        var details = done(changeRoles.change(bob.id(), Set.of(CUSTOMER), carol));

        assertThat(details.sessions()).isOne();
        assertThat(staff.eventsAbout(bob.id())).noneMatch(event -> event.startsWith("ROLES_CHANGED"));
    }

    @Test
    void everybodyStaysACustomer() {
        var carol = staff.onlyAdministrator();
        var bob = staff.customer();

        assertThat(rolesAfter(changeRoles.change(bob.id(), Set.of(ADMIN), staff.actor(carol))))
                .containsExactly(CUSTOMER, ADMIN);
        staff.enableTotp(bob);
        assertThat(rolesAfter(changeRoles.change(bob.id(), Set.of(), staff.actor(bob))))
                .containsExactly(CUSTOMER);
    }

    @Test
    void onesOwnRoleIsOnesOwnToGiveUp() {
        var carol = staff.administrator();
        staff.administrator();

        assertThat(rolesAfter(demote(carol, carol))).containsExactly(CUSTOMER);
    }

    @Test
    void theLastAdministratorStaysOne() {
        var carol = staff.onlyAdministrator();

        assertThat(demote(carol, carol)).isEqualTo(Outcome.refused(Refusal.LAST_ADMINISTRATOR));
        staff.administrator();
        assertThat(rolesAfter(demote(carol, carol))).containsExactly(CUSTOMER);
    }

    @Test
    void whoIsSuspendedDoesNotCountAsTheOneWhoIsLeft() {
        var carol = staff.onlyAdministrator();
        staff.suspend(staff.administrator(), Duration.ZERO);

        assertThat(demote(carol, carol)).isEqualTo(Outcome.refused(Refusal.LAST_ADMINISTRATOR));
    }

    @RepeatedTest(20)
    void twoWhoGiveUpTheirRolesAtOnceLeaveOne() {
        var carol = staff.onlyAdministrator();
        var dave = staff.administrator();

        var outcomes = AtOnce.run(List.of(() -> demote(carol, carol), () -> demote(dave, dave)));

        assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(administrators.includeAble(carol.id())).isNotEqualTo(administrators.includeAble(dave.id()));
    }

    private Outcome<UserDetails> demote(User whom, User by) {
        return changeRoles.change(whom.id(), Set.of(CUSTOMER), staff.actor(by));
    }

    private static List<Role> rolesAfter(Outcome<UserDetails> outcome) {
        return done(outcome).summary().user().roles();
    }

    private static UserDetails done(Outcome<UserDetails> outcome) {
        return ((Done<UserDetails>) outcome).result();
    }
}
