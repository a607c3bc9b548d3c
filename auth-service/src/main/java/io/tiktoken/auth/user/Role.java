package io.tiktoken.auth.user;

/** What a person may do here: everybody is a customer, a few also administer. */
public enum Role {
    CUSTOMER,
    ADMIN
}
