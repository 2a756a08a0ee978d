package io.guildhall.api.endpoint;

import io.guildhall.api.aside.Aside;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.call.RestRequest;
import io.guildhall.model.interaction.Delivery;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.payload.Json;
import io.guildhall.observability.Metrics;
import io.guildhall.outgoing.OutgoingAnswer;
import io.guildhall.outgoing.OutgoingException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Calls applications with interactions, each on a virtual thread of its own, and takes their answers for callbacks. What comes to nothing is
 * not tried again: the channel's owner tells the person so when the time is over. That happens at once when {@value #MOST} are under way.
 */
@ApplicationScoped
public class Deliveries {
    private static final Logger LOG = Logger.getLogger(Deliveries.class);
    private static final int MOST = 256;
    private static final String CALLBACK = "/v10/interactions/%s/%s/callback";

    private final Aside calls;
    private final Endpoint endpoint;
    private final Callbacks callbacks;

    @Inject
    public Deliveries(Endpoint endpoint, Callbacks callbacks, MeterRegistry meters) {
        this.endpoint = endpoint;
        this.callbacks = callbacks;
        this.calls = new Aside("interaction", Metrics.name(Deliveries.class, "interactions"), meters, MOST, MOST);
    }

    /** Does not wait. */
    public void begin(Delivery delivery) {
        calls.begin(delivery.applicationId(), () -> deliver(delivery));
    }

    private String deliver(Delivery delivery) {
        try {
            byte[] body = Json.bytes(delivery.interaction()).toByteArray();
            OutgoingAnswer answer = endpoint.call(URI.create(delivery.url()), delivery.applicationId(), body);
            if (!answer.isSuccess()) {
                LOG.debugf("application %d answers with %d", delivery.applicationId(), answer.status());
                return "failed";
            }
            // Without a body it answers by a call of its own.
            return answer.body().length == 0 ? "taken" : apply(delivery, answer);
        } catch (OutgoingException | IllegalArgumentException failed) {
            LOG.debugf("the endpoint of application %d: %s", delivery.applicationId(), failed);
            return "failed";
        }
    }

    private String apply(Delivery delivery, OutgoingAnswer answer) {
        Map<String, String> headers = Map.of(
                "content-type", answer.header("Content-Type"),
                "content-length", Integer.toString(answer.body().length));
        RestAnswer applied = callbacks.answer(new RestRequest(
                HttpMethod.POST,
                CALLBACK.formatted(
                        delivery.interaction().path("id").asText(),
                        delivery.interaction().path("token").asText()),
                "",
                name -> headers.get(name.toLowerCase(Locale.ROOT)),
                // No client's address looks like that, and what one application does wrong is counted for it alone.
                "endpoint of " + delivery.applicationId(),
                new ByteArrayInputStream(answer.body())));
        if (applied.status() >= 400) {
            LOG.debugf("the answer of application %d is refused with %d", delivery.applicationId(), applied.status());
            return "failed";
        }
        return "answered";
    }
}
