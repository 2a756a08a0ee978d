package io.guildhall.push.fcm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.notification.Priority;
import io.guildhall.push.provider.PushAnswer;
import io.guildhall.push.provider.PushProvider;
import io.guildhall.push.token.Token;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Firebase Cloud Messaging (HTTP v1), which reaches phones that have Google's services. Messages are data: the application makes of it what it shows. They carry one
 * field, {@value #CONTENT} with the content as text, or {@value Token#ENCRYPTED}.
 */
public final class FcmProvider implements PushProvider, AutoCloseable {
    /** The name of its connection. */
    public static final String CONNECTION = "fcm";

    static final String CONTENT = "content";

    private final ServiceAccount account;
    private final URI messages;
    private final GoogleClient google;
    private final AccessTokens tokens;
    private final Clock clock;

    /**
     * @param server Google's, unless it is a test's
     * @param inFlight requests under way at one time
     * @param timeout for an answer
     */
    public FcmProvider(Vertx vertx, ServiceAccount account, URI server, int inFlight, Duration timeout, Clock clock) {
        this.account = account;
        this.messages = server.resolve("/v1/projects/" + account.project() + "/messages:send");
        this.google = new GoogleClient(vertx, inFlight, server.getScheme().equals("https"), timeout);
        this.tokens = new AccessTokens(account, google, clock);
        this.clock = clock;
    }

    @Override
    public Uni<PushAnswer> send(Notification notification, byte[] content) {
        String message;
        try {
            message = message(notification, Token.of(notification.device().address()), content)
                    .toString();
        } catch (IllegalArgumentException unusable) {
            return Uni.createFrom().item(new PushAnswer.Gone());
        }
        return access().chain(access -> access.map(token -> post(token, message))
                .orElseGet(() -> Uni.createFrom().item(new PushAnswer.Later(Optional.empty()))));
    }

    /** Empty when Google gives no token now: then nothing was sent. */
    private Uni<Optional<String>> access() {
        return Uni.createFrom()
                .completionStage(tokens::get)
                .map(Optional::of)
                .onFailure()
                .recoverWithItem(failure -> Optional.empty());
    }

    private Uni<PushAnswer> post(String token, String message) {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json");
        return Uni.createFrom()
                .completionStage(() -> google.post(messages, headers, message))
                .map(answer -> answered(answer, token))
                .onFailure()
                .recoverWithItem(FcmAnswers::of);
    }

    private PushAnswer answered(GoogleClient.Answer answer, String token) {
        if (answer.status() == 401) {
            tokens.forget(token);
        }
        return FcmAnswers.of(answer, clock.instant());
    }

    private ObjectNode message(Notification notification, Token token, byte[] content) {
        ObjectNode sealed = token.sealed(content);
        ObjectNode data = token.recipient().isPresent() ? sealed : Json.object().put(CONTENT, sealed.toString());
        Instant now = clock.instant();
        long left = Math.max(0, Duration.between(now, notification.expires()).toSeconds());
        ObjectNode android = Json.object()
                .put("priority", notification.priority().compareTo(Priority.GROUP) <= 0 ? "HIGH" : "NORMAL")
                .put("ttl", left + "s");
        if (notification.priority().compareTo(Priority.DIRECT) > 0) {
            // A device that is off is told of the last of a conversation only.
            android.put(
                    "collapse_key", Long.toHexString(notification.conversation().channelId()));
        }
        ObjectNode message = Json.object().put("token", token.value());
        message.set("data", data);
        message.set("android", android);
        return Json.object().set("message", message);
    }

    @Override
    public void close() {
        google.close();
    }

    @Override
    public String toString() {
        return "FCM of " + account.project();
    }
}
