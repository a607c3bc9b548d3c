package io.tiktoken.auth.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.People;
import io.tiktoken.auth.registration.RegisterUser;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.user.DisplayName;
import io.tiktoken.auth.user.Role;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.Username;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.text.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@AdministrationTest
class UserDirectoryTests {

    @Autowired
    UserDirectory directory;

    @Autowired
    RegisterUser registerUser;

    @Autowired
    Staff staff;

    @Autowired
    SuspendUser suspendUser;

    @BeforeEach
    void somePeople() {
        register("zoe_100", "Zoë Quack-Lim");
        register("zoex100", "Étienne  van der Zee");
        register("yusuf", "100% Yusuf");
        register("ming", "王小明");
        register("arun", "அருண் குமார்");
        register("heidi", "Heidi Straße");
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "zoe, zoe_100 zoex100",
        "ZOE_, zoe_100",
        "oe_, ''",
        "zoë, zoe_100 zoex100",
        "ZOË, zoe_100 zoex100",
        "étienne v, zoex100",
        "ÉTIENNE, zoex100",
        "DER, zoex100",
        "quack, zoe_100",
        "100%, yusuf",
        "%, ''",
        "zoe\\, ''",
        "' der', zoex100",
        "zoe  quack, zoe_100",
        "zoe\u0308, zoe_100 zoex100",
        "ＱＵＡＣＫ, zoe_100",
        "etienne, zoex100",
        "明, ming",
        "王, ming",
        "கு, arun",
        "மார், ''",
        "strasse, heidi",
    })
    void findsByTheBeginningOfANameInEitherCase(String beginning, String usernames) {
        var found = directory.search(new UserFilter(beginning.toString(), null, null), new PageQuery(100, null));

        assertThat(found.data().stream().map(it -> it.user().username().value()).sorted())
                .containsExactlyElementsOf(usernames.isEmpty() ? List.of() : List.of(usernames.split(" ")));
    }

    @Test
    void goesThroughEverybodyPageByPageNewestFirst() {
        for (var i = 0; i < 5; i++) {
            staff.customer();
        }
        var all = usernames(page(100, null, null));

        var found = new ArrayList<String>();
        UUID before = null;
        do {
            var page = directory.search(new UserFilter(null, null, null), new PageQuery(3, before));
            found.addAll(usernames(page.data()));
            before = page.nextCursor() == null ? null : UUID.fromString(page.nextCursor());
        } while (before != null);

        assertThat(found).isEqualTo(all).doesNotHaveDuplicates();
    }

    @Test
    void narrowsToAdministratorsAndToWhoIsSuspended() {
        var carol = staff.onlyAdministrator();
        var bob = staff.customer();
        suspendUser.suspend(bob.id(), new Reason("For the test"), staff.actor(carol));

        assertThat(usernames(page(100, Role.ADMIN, null)))
                .containsExactly(carol.username().value());
        assertThat(usernames(page(100, null, true))).contains(bob.username().value());
        assertThat(usernames(page(100, null, false)))
                .contains(carol.username().value())
                .doesNotContain(bob.username().value());
    }

    @Test
    void showsHowAnAccountStands() {
        var alice = staff.customer();
        assertThat(directory.get(alice.id()).lastLoginAt()).isNull();

        staff.logIn(alice);
        staff.logIn(alice);

        var details = directory.get(alice.id());
        assertThat(details.sessions()).isEqualTo(2);
        assertThat(details.lastLoginAt()).isNotNull();
        assertThat(details.pinLocked()).isFalse();
        assertThat(details.passwordMustChange()).isFalse();
    }

    private void register(String username, String displayName) {
        var name = new Username(username.toLowerCase(Locale.ROOT));
        registerUser.register(
                new RegisterUser.Request(name, People.PASSWORD, DisplayName.typed(displayName, name)),
                People.CALLER,
                Keep.nothing());
    }

    private List<UserSummary> page(int limit, @Nullable Role role, @Nullable Boolean suspended) {
        return directory
                .search(new UserFilter(null, role, suspended), new PageQuery(limit, null))
                .data();
    }

    private static List<String> usernames(List<UserSummary> people) {
        return people.stream()
                .map(UserSummary::user)
                .map(User::username)
                .map(Username::value)
                .toList();
    }
}
