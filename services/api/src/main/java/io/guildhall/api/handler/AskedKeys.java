package io.guildhall.api.handler;

import java.util.Optional;

/** What somebody's browser is asked who may show a key of a device beside the password. */
public interface AskedKeys {
    /** Empty for an account without keys. */
    Optional<String> of(long userId, String ticket);
}
