package io.guildhall.api.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.guildhall.api.call.ApiCall;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.model.interaction.Delivery;
import io.guildhall.model.operation.catalogue.InteractionOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** What api does itself about applications that are called with their interactions: owners call nobody outside. */
@ApplicationScoped
public class InteractionEndpoints {
    private static final byte[] NOTHING = {};

    private final EndpointCheck check;
    private final Deliveries deliveries;

    @Inject
    public InteractionEndpoints(EndpointCheck check, Deliveries deliveries) {
        this.check = check;
        this.deliveries = deliveries;
    }

    /** @param owner answers the call */
    public RestAnswer around(ApiCall call, Supplier<RestAnswer> owner) {
        check.require(call);
        RestAnswer answer = owner.get();
        if (!call.operation().equals(InteractionOperations.CREATE_INTERACTION)
                || answer.status() >= 400
                || answer.body().length == 0) {
            return answer;
        }
        deliveries.begin(Delivery.of(Json.parse(new String(answer.body(), UTF_8))));
        return RestAnswer.of(answer.status(), NOTHING);
    }
}
