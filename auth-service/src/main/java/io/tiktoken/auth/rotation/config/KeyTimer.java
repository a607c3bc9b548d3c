package io.tiktoken.auth.rotation.config;

import io.tiktoken.auth.key.SigningKeys;
import io.tiktoken.auth.rotation.RotateKeys;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks after the keys. What it is late with harms nobody: keys follow each other by their times. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class KeyTimer {

    private final SigningKeys keys;
    private final RotateKeys rotateKeys;

    KeyTimer(SigningKeys keys, RotateKeys rotateKeys) {
        this.keys = keys;
        this.rotateKeys = rotateKeys;
    }

    /** Another replica's new key must be published here, too, long before it signs. */
    @Scheduled(initialDelay = 15, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void seeWhatOthersDid() {
        keys.reload();
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void replaceAndDestroy() {
        rotateKeys.rotateWhenDue();
        rotateKeys.destroyOld();
    }
}
