package io.guildhall.push.delivery;

import io.guildhall.outgoing.Fetcher;
import io.guildhall.outgoing.OutgoingConfig;
import io.guildhall.push.apns.ApnsAccount;
import io.guildhall.push.apns.ApnsProvider;
import io.guildhall.push.fcm.FcmProvider;
import io.guildhall.push.fcm.ServiceAccount;
import io.guildhall.push.provider.Providers;
import io.guildhall.push.provider.PushProvider;
import io.guildhall.push.pusher.PusherSettings;
import io.guildhall.push.webpush.Subscription;
import io.guildhall.push.webpush.VapidKeys;
import io.guildhall.push.webpush.WebPushProvider;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The providers that the settings name, each with its connection. Web Push and UnifiedPush are always among them, since they need no account. */
final class OpenProviders implements AutoCloseable {
    static final int MOST_CONNECTIONS = 16;

    private final Fetcher fetcher;
    private final WebPushProvider webPush;
    private final Map<String, PushProvider> named = new HashMap<>();
    private final Map<String, PusherSettings> pushers = new HashMap<>();
    private final List<Runnable> closing = new ArrayList<>();

    OpenProviders(PushConfig config, OutgoingConfig outgoing, Vertx vertx, Clock clock, Executor threads) {
        this.fetcher = new Fetcher(vertx, new PushNetwork(outgoing, config.inFlight(), MOST_CONNECTIONS + 1));
        this.webPush = new WebPushProvider(
                fetcher,
                config.keys().map(VapidKeys::of).orElseGet(VapidKeys::generate),
                config.contact(),
                config.timeout(),
                clock,
                threads);
        closing.add(fetcher::close);
        fcm(config, vertx, clock);
        apns(config);
    }

    private void fcm(PushConfig config, Vertx vertx, Clock clock) {
        PushConfig.Fcm fcm = config.fcm();
        fcm.account().ifPresent(file -> {
            ServiceAccount account = ServiceAccount.of(text(file));
            FcmProvider provider =
                    new FcmProvider(vertx, account, fcm.server(), fcm.inFlight(), config.timeout(), clock);
            add(FcmProvider.CONNECTION, provider, fcm.inFlight(), provider::close);
        });
    }

    private void apns(PushConfig config) {
        PushConfig.Apns apns = config.apns();
        apns.key().ifPresent(file -> {
            ApnsAccount account = ApnsAccount.of(
                    text(file),
                    required(apns.keyId(), "key-id"),
                    required(apns.team(), "team"),
                    required(apns.application(), "application"));
            ApnsProvider provider = ApnsProvider.open(account, apns.server(), apns.port(), config.timeout());
            add(ApnsProvider.CONNECTION, provider, apns.inFlight(), provider::close);
        });
    }

    private void add(String connection, PushProvider provider, int inFlight, Runnable close) {
        named.put(connection, provider);
        pushers.put(connection, PusherSettings.standard().withInFlight(inFlight));
        closing.add(close);
    }

    PushProvider all() {
        return new Providers(named, webPush);
    }

    /** Of the connections that never share a buffer with others. */
    Map<String, PusherSettings> pushers() {
        return Map.copyOf(pushers);
    }

    /** Whether there is a provider for it. One that is configured no more leaves devices behind. */
    boolean reaches(String connection) {
        return Subscription.isConnection(connection) || named.containsKey(connection);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a file of the settings guildhall.push can't be read", unreadable);
        }
    }

    private static String required(Optional<String> setting, String name) {
        return setting.orElseThrow(
                () -> new IllegalArgumentException("guildhall.push.apns.key needs guildhall.push.apns." + name));
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
    }
}
