package io.guildhall.push.webpush;

import io.guildhall.outgoing.Bounds;
import io.guildhall.outgoing.Fetcher;
import io.guildhall.outgoing.OutgoingException;
import io.guildhall.outgoing.OutgoingRequest;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.notification.Priority;
import io.guildhall.push.provider.PushAnswer;
import io.guildhall.push.provider.PushProvider;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Push services of browsers, and those that people run for UnifiedPush: both take a POST to the address that they gave out (RFC 8030), signed
 * with the instance's key (RFC 8292). Content is encrypted for the device (RFC 8291); an application without keys is only woken. Users name the addresses,
 * so they are called as {@link Fetcher} allows, each looked up anew, and never redirected.
 */
public final class WebPushProvider implements PushProvider {
    /** Of a push service's answer nothing but the status is of use. */
    private static final int MOST_ANSWER = 2_048;

    private static final Duration SIGNATURE = Duration.ofHours(12);
    private static final byte[] WAKE = "{}".getBytes(StandardCharsets.US_ASCII);

    private final Fetcher fetcher;
    private final VapidKeys keys;
    private final URI contact;
    private final Duration timeout;
    private final Clock clock;
    private final Executor threads;

    /**
     * @param contact of the operator, for operators of push services
     * @param threads where a call may wait for its answer
     */
    public WebPushProvider(
            Fetcher fetcher, VapidKeys keys, URI contact, Duration timeout, Clock clock, Executor threads) {
        this.fetcher = fetcher;
        this.keys = keys;
        this.contact = contact;
        this.timeout = timeout;
        this.clock = clock;
        this.threads = threads;
    }

    @Override
    public Uni<PushAnswer> send(Notification notification, byte[] content) {
        return Uni.createFrom()
                .completionStage(() -> CompletableFuture.supplyAsync(() -> call(notification, content), threads));
    }

    private PushAnswer call(Notification notification, byte[] content) {
        Subscription subscription;
        byte[] body;
        try {
            subscription = Subscription.of(notification.device().address());
            body = subscription
                    .recipient()
                    .map(recipient -> Encryption.encrypt(content, recipient))
                    .orElse(WAKE);
        } catch (IllegalArgumentException unusable) {
            // Keys that are none, or an address that is none: nobody can be told anything there.
            return new PushAnswer.Gone();
        }
        try {
            Instant now = clock.instant();
            return Answers.of(
                    fetcher.fetch(new OutgoingRequest(
                            subscription.endpoint(),
                            headers(notification, subscription, now),
                            body,
                            new Bounds(timeout, MOST_ANSWER, true, 0))),
                    now);
        } catch (OutgoingException failed) {
            return Answers.of(failed);
        }
    }

    private Map<String, String> headers(Notification notification, Subscription subscription, Instant now) {
        Map<String, String> headers = new HashMap<>();
        long left = Math.max(0, Duration.between(now, notification.expires()).toSeconds());
        headers.put("TTL", Long.toString(left));
        headers.put("Urgency", urgency(notification.priority()));
        headers.put("Authorization", keys.authorization(subscription.endpoint(), now.plus(SIGNATURE), contact));
        if (subscription.recipient().isPresent()) {
            headers.put("Content-Encoding", "aes128gcm");
            headers.put("Content-Type", "application/octet-stream");
        }
        if (notification.priority().compareTo(Priority.DIRECT) > 0) {
            // A device that is off is told of the last of a conversation only.
            headers.put("Topic", Long.toHexString(notification.conversation().channelId()));
        }
        return headers;
    }

    private static String urgency(Priority priority) {
        return switch (priority) {
            case CALL, DIRECT -> "high";
            case GROUP, EVERYONE -> "normal";
            case CHANNEL -> "low";
        };
    }
}
