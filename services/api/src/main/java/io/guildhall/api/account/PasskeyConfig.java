package io.guildhall.api.account;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Where keys of people's devices are good (WebAuthn). */
@ConfigMapping(prefix = "guildhall.passkeys")
public interface PasskeyConfig {
    /**
     * The domain that keys are made for, such as example.org: keys are good on it and below it, and no other domain gets at them. The host of
     * the web client when not set. Keys that were made for another are lost.
     */
    Optional<String> site();

    /** Pages that may ask for keys, such as https://chat.example.org; where the web client is when not set. */
    Optional<List<String>> origins();
}
