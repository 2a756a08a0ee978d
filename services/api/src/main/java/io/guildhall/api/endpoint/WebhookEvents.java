package io.guildhall.api.endpoint;

import io.guildhall.api.aside.Aside;
import io.guildhall.api.owner.Errands;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Errand;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.webhookevent.WebhookEvent;
import io.guildhall.model.webhookevent.WebhookEventSettings;
import io.guildhall.observability.Metrics;
import io.guildhall.outgoing.OutgoingException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tells applications what they asked to be told over HTTP, each event on a virtual thread of its own, in no order. What is not taken is sent
 * again after 5 s, and after twice as long each time, for ten minutes as Discord does; a process that ends meanwhile forgets it. What an
 * application asks for, and where, is looked up before each attempt. Events beyond {@value #MOST_OF_ONE} of one application that wait, or
 * {@value #MOST} of all, are not told.
 */
@ApplicationScoped
public class WebhookEvents implements Errands {
    private static final Logger LOG = Logger.getLogger(WebhookEvents.class);
    private static final int MOST = 4_096;
    private static final int MOST_OF_ONE = 256;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration IN_ALL = Duration.ofMinutes(10);

    /** Waits between attempts. */
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    private final Aside deliveries;
    private final Endpoint endpoint;
    private final StorageAccess storage;
    private final Clock clock;
    private final Pause pause;

    @Inject
    public WebhookEvents(Endpoint endpoint, StorageAccess storage, Clock clock, MeterRegistry meters) {
        this(endpoint, storage, clock, Thread::sleep, meters);
    }

    WebhookEvents(Endpoint endpoint, StorageAccess storage, Clock clock, Pause pause, MeterRegistry meters) {
        this.endpoint = endpoint;
        this.storage = storage;
        this.clock = clock;
        this.pause = pause;
        this.deliveries = new Aside(
                "webhook-event", Metrics.name(WebhookEvents.class, "webhook.events"), meters, MOST, MOST_OF_ONE);
    }

    @Override
    public String name() {
        return WebhookEvent.ERRAND;
    }

    @Override
    public void begin(ActorKey from, Errand errand) {
        tell(WebhookEvent.of(errand));
    }

    /** Does not wait. */
    public void tell(WebhookEvent event) {
        Instant at = clock.instant();
        deliveries.begin(event.applicationId(), () -> deliver(event, at));
    }

    private String deliver(WebhookEvent event, Instant at) throws InterruptedException {
        byte[] body = Json.bytes(event.payload(at)).toByteArray();
        Duration next = FIRST_PAUSE;
        for (Duration waited = Duration.ZERO; ; waited = waited.plus(next), next = next.multipliedBy(2)) {
            Optional<String> address = address(event);
            if (address.isEmpty()) {
                return "unwanted";
            }
            if (isTaken(address.get(), event.applicationId(), body)) {
                return "taken";
            }
            if (waited.plus(next).compareTo(IN_ALL) > 0) {
                return "given_up";
            }
            pause.of(next);
        }
    }

    /** Where it goes; empty when the application does not ask for it. */
    private Optional<String> address(WebhookEvent event) {
        return storage.row(Read.row(Applications.TABLE, event.applicationId()))
                .await()
                .indefinitely()
                .map(WebhookEventSettings::of)
                .filter(settings -> settings.wants(event.type()))
                .flatMap(settings -> event.url().or(settings::url));
    }

    private boolean isTaken(String url, long applicationId, byte[] body) {
        try {
            return endpoint.call(URI.create(url), applicationId, body).isSuccess();
        } catch (OutgoingException | IllegalArgumentException failed) {
            LOG.debugf("the address for events of application %d: %s", applicationId, failed);
            return false;
        }
    }
}
