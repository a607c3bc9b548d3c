package io.tiktoken.system.access;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of callers that there are. An administrator is a customer too. */
enum Caller {
    NOBODY,
    EXPIRED(Group.CUSTOMER),
    ALICE(Group.CUSTOMER),
    BOB(Group.CUSTOMER),
    MERCHANT_1(Group.MERCHANT),
    MERCHANT_2(Group.MERCHANT),
    KIOSK(Group.KIOSK),
    ADMINISTRATOR(Group.CUSTOMER, Group.ADMINISTRATOR),
    ADMINISTRATOR_WITHOUT_SECOND_FACTOR(Group.CUSTOMER, Group.ADMINISTRATOR),
    GATEWAY(Group.GATEWAY),
    AUTH_SERVICE(Group.AUTH_SERVICE),
    ORDER_SERVICE(Group.ORDER_SERVICE),
    WALLET_SERVICE(Group.WALLET_SERVICE);

    private final Set<Group> groups;

    Caller(Group... groups) {
        this.groups = EnumSet.noneOf(Group.class);
        this.groups.addAll(Set.of(groups));
    }

    boolean isOneOf(Set<Group> groups) {
        return this.groups.stream().anyMatch(groups::contains);
    }
}
