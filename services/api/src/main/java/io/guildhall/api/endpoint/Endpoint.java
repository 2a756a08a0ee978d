package io.guildhall.api.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.guildhall.api.config.ApiConfig;
import io.guildhall.model.interaction.ApplicationKeys;
import io.guildhall.outgoing.Bounds;
import io.guildhall.outgoing.Fetcher;
import io.guildhall.outgoing.OutgoingAnswer;
import io.guildhall.outgoing.OutgoingException;
import io.guildhall.outgoing.OutgoingRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** Calls the addresses that applications take interactions and events at. The signature is of the time in seconds and the body behind it. */
@ApplicationScoped
public class Endpoint {
    private final Fetcher fetcher;
    private final ApplicationKeys keys;
    private final ApiConfig.Interactions config;
    private final Clock clock;

    @Inject
    public Endpoint(Fetcher fetcher, ApplicationKeys keys, ApiConfig config, Clock clock) {
        this.fetcher = fetcher;
        this.keys = keys;
        this.config = config.interactions();
        this.clock = clock;
    }

    /** Calls the application, and blocks until it has answered. */
    OutgoingAnswer call(URI url, long applicationId, byte[] body) throws OutgoingException {
        String timestamp = timestamp();
        return post(url, timestamp, keys.sign(applicationId, signed(timestamp, body)), body);
    }

    /** The same with a signature of something else, which nobody may take. */
    OutgoingAnswer callForged(URI url, long applicationId, byte[] body) throws OutgoingException {
        String timestamp = timestamp();
        return post(url, timestamp, keys.sign(applicationId, signed("0", body)), body);
    }

    private OutgoingAnswer post(URI url, String timestamp, String signature, byte[] body) throws OutgoingException {
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                "Discord-Interactions/1.0 (Guildhall)",
                "X-Signature-Ed25519",
                signature,
                "X-Signature-Timestamp",
                timestamp);
        return fetcher.fetch(
                new OutgoingRequest(url, headers, body, new Bounds(config.timeout(), config.maxAnswer(), false, 0)));
    }

    private String timestamp() {
        return Long.toString(clock.millis() / 1000);
    }

    private static byte[] signed(String timestamp, byte[] body) {
        byte[] before = timestamp.getBytes(UTF_8);
        byte[] whole = new byte[before.length + body.length];
        System.arraycopy(before, 0, whole, 0, before.length);
        System.arraycopy(body, 0, whole, before.length, body.length);
        return whole;
    }
}
