package io.tiktoken.auth.session;

import java.time.Duration;

/**
 * How long a session may last.
 *
 * @param idle one that nobody used for so long is over
 * @param longest every one is over after so long, however much it is used
 */
public record SessionLimits(Duration idle, Duration longest) {}
