package io.guildhall.api.account;

import io.guildhall.api.handler.AskedKeys;
import io.guildhall.identity.passkey.PasskeyRecords;
import io.guildhall.identity.passkey.PasskeyRecords.Passkey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Has browsers ask for one of a person's keys. */
@ApplicationScoped
public class AskedPasskeys implements AskedKeys {
    private final PasskeyRecords passkeys;
    private final PasskeyCeremonies ceremonies;

    @Inject
    public AskedPasskeys(PasskeyRecords passkeys, PasskeyCeremonies ceremonies) {
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
    }

    @Override
    public Optional<String> of(long userId, String ticket) {
        List<Passkey> keys = passkeys.of(userId);
        return keys.isEmpty() ? Optional.empty() : Optional.of(ceremonies.signing(ticket, keys));
    }
}
