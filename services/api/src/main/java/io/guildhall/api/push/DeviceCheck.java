package io.guildhall.api.push;

import io.guildhall.api.config.ApiConfig;
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
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Takes only devices that can be told something: an address that may be called, and keys where the provider demands some. */
@ApplicationScoped
public class DeviceCheck {
    private static final Logger LOG = Logger.getLogger(DeviceCheck.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int KEY_BYTES = 65;
    private static final int SECRET_BYTES = 16;

    /** Google does not say what its tokens are made of; Apple's are bytes in hexadecimal, and of no length that they promise. */
    private static final Map<DeviceProvider, Pattern> TOKENS = Map.of(
            DeviceProvider.FCM, Pattern.compile("[A-Za-z0-9:_-]{20,1024}"),
            DeviceProvider.APNS, Pattern.compile("[0-9A-Fa-f]{64,200}"));

    private final Fetcher fetcher;
    private final ApiConfig config;

    @Inject
    public DeviceCheck(Fetcher fetcher, ApiConfig config) {
        this.fetcher = fetcher;
        this.config = config;
    }

    /** What is registered, or a refusal with 50035. */
    Registration check(DeviceBody body, long loginId) {
        DeviceProvider provider = DeviceProvider.of(body.provider().required());
        String address = body.token().required();
        boolean hide = body.hideContent().or(false);
        requireAccepted(provider);
        if (provider.hasAddress()) {
            requireCallable(address);
        } else if (!TOKENS.get(provider).matcher(address).matches()) {
            throw noSuchDevice();
        }
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
            throw noSuchDevice();
        }
    }

    private void requireAccepted(DeviceProvider provider) {
        if (!config.pushProviders().contains(provider.id())) {
            throw ApiException.invalidField(
                    "provider", "DEVICE_PROVIDER_UNAVAILABLE", "This instance does not reach such devices.");
        }
    }

    private static ApiException noSuchDevice() {
        return ApiException.invalidField("token", "DEVICE_TOKEN_INVALID", "Nobody can be told anything there.");
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
