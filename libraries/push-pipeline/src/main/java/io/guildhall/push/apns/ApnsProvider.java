package io.guildhall.push.apns;

import com.eatthepath.pushy.apns.ApnsClient;
import com.eatthepath.pushy.apns.ApnsClientBuilder;
import com.eatthepath.pushy.apns.DeliveryPriority;
import com.eatthepath.pushy.apns.PushType;
import com.eatthepath.pushy.apns.util.SimpleApnsPushNotification;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.notification.Priority;
import io.guildhall.push.provider.PushAnswer;
import io.guildhall.push.provider.PushProvider;
import io.guildhall.push.token.Token;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Apple's push service, over one connection of HTTP/2 of the client that others wrote for it. */
public final class ApnsProvider implements PushProvider, AutoCloseable {
    /** The name of its connection. */
    public static final String CONNECTION = "apns";

    private final ApnsClient client;
    private final String application;
    private final Duration timeout;

    /**
     * @param client with one connection, which ends with this
     * @param timeout for an answer; the client has none of its own
     */
    public ApnsProvider(ApnsClient client, String application, Duration timeout) {
        this.client = client;
        this.application = application;
        this.timeout = timeout;
    }

    /** @param server Apple's, unless it is a test's */
    public static ApnsProvider open(ApnsAccount account, String server, int port, Duration timeout) {
        try {
            return new ApnsProvider(
                    new ApnsClientBuilder()
                            .setApnsServer(server, port)
                            .setSigningKey(account.key())
                            .setConcurrentConnections(1)
                            .setConnectionTimeout(timeout)
                            .build(),
                    account.application(),
                    timeout);
        } catch (SSLException impossible) {
            throw new IllegalStateException("there is no TLS for APNs", impossible);
        }
    }

    @Override
    public Uni<PushAnswer> send(Notification notification, byte[] content) {
        SimpleApnsPushNotification message;
        try {
            message = message(notification, content);
        } catch (IllegalArgumentException unusable) {
            return Uni.createFrom().item(new PushAnswer.Gone());
        }
        return Uni.createFrom()
                .completionStage(() -> client.sendNotification(message))
                .map(ApnsAnswers::of)
                .ifNoItem()
                .after(timeout)
                .recoverWithItem(() -> new PushAnswer.Unknown("no answer"))
                .onFailure()
                .recoverWithItem(ApnsAnswers::of);
    }

    private SimpleApnsPushNotification message(Notification notification, byte[] content) {
        Token token = Token.of(notification.device().address());
        return new SimpleApnsPushNotification(
                token.value(),
                application,
                ApnsPayload.of(notification, token, content),
                notification.expires(),
                notification.priority().compareTo(Priority.GROUP) <= 0
                        ? DeliveryPriority.IMMEDIATE
                        : DeliveryPriority.CONSERVE_POWER,
                PushType.ALERT,
                collapse(notification));
    }

    /** What is for this person alone stands by itself; of anything else a device shows the last of a conversation. */
    private static String collapse(Notification notification) {
        long shared = notification.priority().compareTo(Priority.DIRECT) > 0
                ? notification.conversation().channelId()
                : notification.subjectId();
        return Long.toHexString(shared);
    }

    @Override
    public void close() {
        client.close();
    }
}
