package io.tiktoken.launcher.command;

import io.tiktoken.launcher.shop.Secret;
import io.tiktoken.launcher.shop.Secrets;

/** Every secret as a line of an env file, for Compose. */
public final class PrintSecrets {

    private final Context context;

    public PrintSecrets(Context context) {
        this.context = context;
    }

    public void run() {
        context.places().make();
        var secrets = Secrets.prepare(context.places(), context.environment());
        for (var secret : Secret.values()) {
            context.terminal().say(secret.variable() + "=" + secrets.of(secret));
        }
    }
}
