package io.tiktoken.auth.administration.web;

import io.tiktoken.auth.user.Role;
import jakarta.validation.constraints.NotNull;
import java.util.Set;

/** Which roles a person shall have; CUSTOMER is always among them. */
record RolesRequest(@NotNull Set<@NotNull Role> roles) {}
