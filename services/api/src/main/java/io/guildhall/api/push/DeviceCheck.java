package io.guildhall.api.push;

import io.guildhall.model.error.ApiException;
import io.guildhall.model.push.DeviceProvider;
import io.guildhall.model.push.DeviceSteps.Registration;
import io.guildhall.outgoing.Fetcher;
import io.guildhall.outgoing.OutgoingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import org.jboss.logging.Logger;

/** Takes only devices that can be told something: an address that may be called, and keys where the provider demands some. */
@ApplicationScoped
public class DeviceCheck {
    private static final Logger LOG = Logger.getLogger(DeviceCheck.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int KEY_BYTES = 65;
    private static final int SECRET_BYTES = 16;

    private final Fetcher fetcher;

    @Inject
    public DeviceCheck(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** What is registered, or a refusal with 50035. */
    Registration check(DeviceBody body, long loginId) {
        DeviceProvider provider = DeviceProvider.of(body.provider().required());
        String address = body.token().required();
        boolean hide = body.hideContent().or(false);
        requireCallable(address);
        if (!body.keys().hasValue()) {
            if (provider == DeviceProvider.WEB_PUSH) {
                throw ApiException.invalidField("keys", "BASE_TYPE_REQUIRED", "This field is required");
            }
            return new Registration(provider, address, "", "", loginId, hide);
        }
        DeviceBody.Keys keys = body.keys().required();
        String key = keys.p256dh().required();
        String secret = keys.auth().required();
        if (length(key) != KEY_BYTES || length(secret) != SECRET_BYTES) {
            throw ApiException.invalidField("keys", "DEVICE_KEYS_INVALID", "These are not the keys of a subscription.");
        }
        return new Registration(provider, address, key, secret, loginId, hide);
    }

    private void requireCallable(String address) {
        try {
            fetcher.requireCallable(URI.create(address), PATIENCE);
        } catch (OutgoingException | IllegalArgumentException refused) {
            LOG.debugf("a device's address is refused: %s", refused.getClass().getSimpleName());
            throw ApiException.invalidField("token", "DEVICE_TOKEN_INVALID", "Nobody can be told anything there.");
        }
    }

    /** In bytes, of either alphabet; -1 when it is none. */
    private static int length(String base64) {
        try {
            return Base64.getUrlDecoder().decode(base64.replace('+', '-').replace('/', '_')).length;
        } catch (IllegalArgumentException malformed) {
            return -1;
        }
    }
}
