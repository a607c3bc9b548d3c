package io.tiktoken.defaults.decision;

import java.util.UUID;

/**
 * An administrator who asks for a decision, or makes it.
 *
 * @param name the username, as it was then
 */
public record Signatory(UUID id, String name) {}
