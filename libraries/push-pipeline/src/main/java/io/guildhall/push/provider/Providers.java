package io.guildhall.push.provider;

import io.guildhall.push.notification.Notification;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Brings each notification to the provider of its device's connection. */
public final class Providers implements PushProvider {
    private final Map<String, PushProvider> named;
    private final PushProvider others;

    /**
     * @param named by the name of their connection
     * @param others that of all other connections
     */
    public Providers(Map<String, PushProvider> named, PushProvider others) {
        this.named = Map.copyOf(named);
        this.others = others;
    }

    @Override
    public Uni<PushAnswer> send(Notification notification, byte[] content) {
        return named.getOrDefault(notification.device().connection(), others).send(notification, content);
    }
}
