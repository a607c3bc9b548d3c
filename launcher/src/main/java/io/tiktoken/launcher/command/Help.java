package io.tiktoken.launcher.command;

/** What there is. */
public final class Help {

    public static final String TEXT = """
            TikToken: a wallet and a shop on one machine.

              ./tiktoken up [--detach] [--demo] [--json-logs]
                                          build what is stale, start what is not running, wait until all is ready, and
                                          start again whatever dies; stays in the foreground (Ctrl-C stops all) unless
                                          --detach is given
                                            --demo       adds alice (500.00 TTK) and bob (50.00 TTK), prints how to log in
                                            --json-logs  writes structured logs
              ./tiktoken down             stop all services
              ./tiktoken status           what runs, where, how much memory it takes, and what keeps dying
              ./tiktoken logs [service] [-f]
                                          the end of the logs; -f follows them. A log of 10 MB is packed away beside it, and of
                                          those the newest 100 MB of each service are kept, for 30 days. With --detach,
                                          "launcher" tells what was started again
              ./tiktoken train            make the start caches, with which services start quicker; two minutes after
                                          an up that found none, the same is done in the background
              ./tiktoken secrets          print the secrets as an env file, for docker compose
              ./tiktoken admin-reset [username]
                                          bring back an administrator (default: admin) who lost password or authenticator, or
                                          was shut out, or without whom the others can decide nothing: a new password, to be
                                          changed; the shop must be stopped
              ./tiktoken reset [--yes]    stop all services and delete all data: customers, money, secrets, logs
              ./tiktoken help             this text

            Environment: TIKTOKEN_DATA (folder, default ./data), TIKTOKEN_PORT_OFFSET (added to every port, default 0),
            TIKTOKEN_PUBLIC_URL (default http://localhost:8080), TIKTOKEN_BIND (default 127.0.0.1), NO_COLOR,
            TIKTOKEN_TRUSTED_PROXIES (whose X-Forwarded-For is believed), TIKTOKEN_FX_API_KEY (of ExchangeRate-API; none is needed),
            TIKTOKEN_START_WITHIN (seconds that a service may take, default 120), TIKTOKEN_TRAIN_AFTER (seconds until training begins in
            the background, default 120), TIKTOKEN_JAVA_OPTIONS (for every service).""";

    private Help() {}
}
