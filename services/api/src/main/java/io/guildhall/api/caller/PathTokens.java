package io.guildhall.api.caller;

import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.interaction.InteractionToken;
import io.guildhall.model.interaction.InteractionTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the token in a path, by which its bearer acts as an application, whatever else the request says of its sender. */
@ApplicationScoped
public class PathTokens {
    private static final String INTERACTION_ID = "interaction_id";
    private static final String INTERACTION_TOKEN = "interaction_token";
    private static final String WEBHOOK_ID = "webhook_id";
    private static final String WEBHOOK_TOKEN = "webhook_token";

    private final InteractionTokens interactions;
    private final Clock clock;

    /**
     * Whoever has the token.
     *
     * @param path the path's parameters without the token, and what the token says: {@code channel_id} and {@code interaction_id}
     */
    public record Bearer(Identity identity, Map<String, String> path) {}

    @Inject
    public PathTokens(InteractionTokens interactions, Clock clock) {
        this.interactions = interactions;
        this.clock = clock;
    }

    /**
     * Says who the bearer of the token is.
     *
     * @param parameters of an operation with a token, with every id in its one spelling
     * @throws ApiException 10062, 10015 or 50027 when the token is none, is over, or belongs to something else
     */
    public Bearer read(Map<String, String> parameters) {
        InteractionToken token =
                parameters.containsKey(INTERACTION_TOKEN) ? ofInteraction(parameters) : ofWebhook(parameters);
        Map<String, String> path = new LinkedHashMap<>(parameters);
        path.remove(INTERACTION_TOKEN);
        path.remove(WEBHOOK_TOKEN);
        path.put("channel_id", Snowflake.format(token.channelId()));
        path.put(INTERACTION_ID, Snowflake.format(token.interactionId()));
        return new Bearer(new Identity(token.applicationId(), true, token.applicationId(), 0), path);
    }

    private InteractionToken ofInteraction(Map<String, String> parameters) {
        return interactions
                .read(parameters.get(INTERACTION_TOKEN))
                .filter(token -> Snowflake.format(token.interactionId()).equals(parameters.get(INTERACTION_ID)))
                .filter(token -> !token.isOver(clock.millis()))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_INTERACTION));
    }

    private InteractionToken ofWebhook(Map<String, String> parameters) {
        Optional<InteractionToken> token = interactions
                .read(parameters.get(WEBHOOK_TOKEN))
                .filter(read -> Snowflake.format(read.applicationId()).equals(parameters.get(WEBHOOK_ID)));
        if (token.isPresent() && token.get().isOver(clock.millis())) {
            throw ApiException.of(ErrorCode.INVALID_WEBHOOK_TOKEN);
        }
        return token.orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_WEBHOOK));
    }
}
