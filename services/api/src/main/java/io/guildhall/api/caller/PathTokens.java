package io.guildhall.api.caller;

import io.guildhall.api.owner.WebhookDirectory;
import io.guildhall.identity.ApplicationAccounts;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.interaction.InteractionToken;
import io.guildhall.model.interaction.InteractionTokens;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Webhooks;
import io.guildhall.model.webhook.WebhookTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the token in a path, by which its bearer acts as an application that answers an interaction, or as a webhook, whatever else the
 * request says of its sender. What stands in the place of a webhook's token tells by itself which it is.
 */
@ApplicationScoped
public class PathTokens {
    private static final String INTERACTION_ID = "interaction_id";
    private static final String INTERACTION_TOKEN = "interaction_token";
    private static final String WEBHOOK_ID = "webhook_id";
    private static final String WEBHOOK_TOKEN = "webhook_token";
    private static final long INCOMING = 1;

    private final InteractionTokens interactions;
    private final WebhookTokens webhooks;
    private final WebhookDirectory directory;
    private final ApplicationAccounts applications;
    private final Clock clock;

    /**
     * Whoever has the token.
     *
     * @param path the path's parameters without the token, and what the token says: {@code channel_id}, and {@code interaction_id} when
     *     it is an interaction's
     */
    public record Bearer(Identity identity, Map<String, String> path) {}

    @Inject
    public PathTokens(
            InteractionTokens interactions,
            WebhookTokens webhooks,
            WebhookDirectory directory,
            ApplicationAccounts applications,
            Clock clock) {
        this.interactions = interactions;
        this.webhooks = webhooks;
        this.directory = directory;
        this.applications = applications;
        this.clock = clock;
    }

    /**
     * Says who the bearer of the token is.
     *
     * @param parameters of an operation with a token, with every id in its one spelling
     * @throws ApiException 10062, 10015 or 50027 when the token is none, is over, belongs to something else, or to an application whose account
     *     is disabled
     */
    public Bearer read(Map<String, String> parameters) {
        Map<String, String> path = new LinkedHashMap<>(parameters);
        path.remove(INTERACTION_TOKEN);
        path.remove(WEBHOOK_TOKEN);
        if (parameters.containsKey(INTERACTION_TOKEN)) {
            return application(ofInteraction(parameters), path);
        }
        Optional<InteractionToken> answering = inPlaceOfWebhook(parameters);
        return answering.isPresent()
                ? application(answering.get(), path)
                : webhook(Snowflake.parse(parameters.get(WEBHOOK_ID)), parameters.get(WEBHOOK_TOKEN), path);
    }

    private static Bearer application(InteractionToken token, Map<String, String> path) {
        path.put("channel_id", Snowflake.format(token.channelId()));
        path.put(INTERACTION_ID, Snowflake.format(token.interactionId()));
        return new Bearer(new Identity(token.applicationId(), true, token.applicationId(), 0), path);
    }

    /** A webhook is nobody's account. */
    private Bearer webhook(long id, String token, Map<String, String> path) {
        RowView webhook = directory.find(id).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_WEBHOOK));
        if (!webhooks.isOf(id, token) || webhook.get(Webhooks.TYPE, INCOMING) != INCOMING) {
            throw ApiException.of(ErrorCode.INVALID_WEBHOOK_TOKEN);
        }
        path.put("channel_id", Snowflake.format(webhook.get(Webhooks.CHANNEL_ID)));
        return new Bearer(new Identity(id, true, 0, 0), path);
    }

    private InteractionToken ofInteraction(Map<String, String> parameters) {
        return interactions
                .read(parameters.get(INTERACTION_TOKEN))
                .filter(token -> Snowflake.format(token.interactionId()).equals(parameters.get(INTERACTION_ID)))
                .filter(this::holds)
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_INTERACTION));
    }

    private boolean holds(InteractionToken token) {
        return !token.isOver(clock.millis()) && applications.isUsable(token.applicationId());
    }

    private Optional<InteractionToken> inPlaceOfWebhook(Map<String, String> parameters) {
        Optional<InteractionToken> token = interactions
                .read(parameters.get(WEBHOOK_TOKEN))
                .filter(read -> Snowflake.format(read.applicationId()).equals(parameters.get(WEBHOOK_ID)));
        if (token.isPresent() && !holds(token.get())) {
            throw ApiException.of(ErrorCode.INVALID_WEBHOOK_TOKEN);
        }
        return token;
    }
}
