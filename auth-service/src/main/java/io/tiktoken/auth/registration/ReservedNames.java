package io.tiktoken.auth.registration;

import io.tiktoken.auth.user.Username;
import java.util.Arrays;
import java.util.Set;

/** Usernames with which a stranger could pass for the shop or for those who run it; nobody can register with one. */
final class ReservedNames {

    private static final String OURS = "tiktoken";

    private static final Set<String> RESERVED = Set.of("""
            abuse accounts admin administration administrator anonymous api auth bank billing cashier
            compliance contact customer customercare customerservice finance fraud gateway guest help helpdesk
            info kiosk legal manager merchant moderator nobody noreply null official operator owner payment
            payments postmaster privacy refund refunds root security service shop staff store superuser
            support sysadmin system team undefined user wallet webmaster
            """.strip().split("\\s+"));

    private ReservedNames() {}

    /** Also when it only looks like one: {@code adm1n}, {@code shop.support}, {@code support24}. */
    static boolean include(Username username) {
        var letters = asLetters(username.value());
        return letters.contains(OURS)
                || RESERVED.contains(letters)
                || RESERVED.contains(asLetters(username.value().replaceAll("[._-]*[0-9]+$", "")))
                || isMadeOfReserved(username.value().split("[._-]+"));
    }

    private static boolean isMadeOfReserved(String... words) {
        return Arrays.stream(words).map(ReservedNames::asLetters).allMatch(RESERVED::contains);
    }

    /** As it is read at a glance, where some digits pass for letters and what stands between them is overlooked. */
    private static String asLetters(String name) {
        return name.replaceAll("[._-]", "")
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't');
    }
}
