package io.guildhall.guild.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;
import java.util.stream.Stream;

/** What a request changes about an application. */
public record ApplicationSettings(
        Given<String> name,
        Given<String> description,
        Given<String> icon,
        Given<String> coverImage,
        Given<Long> flags,
        Given<Boolean> botPublic,
        Given<Boolean> botRequireCodeGrant,
        Given<String> interactionsEndpointUrl,
        Given<String> tags,
        Given<String> customInstallUrl,
        Given<String> installParams,
        Given<String> roleConnectionsVerificationUrl,
        Given<String> integrationTypesConfig,
        Given<JsonNode> eventWebhooksStatus,
        Given<JsonNode> eventWebhooksUrl,
        Given<JsonNode> eventWebhooksTypes,
        Given<String> redirectUris,
        Given<String> oidcConfiguration) {
    public static ApplicationSettings of(JsonNode body) {
        Fields fields = new Fields(body);
        return new ApplicationSettings(
                fields.text("name"),
                fields.text("description"),
                fields.text("icon"),
                fields.text("cover_image"),
                fields.number("flags"),
                fields.flag("bot_public"),
                fields.flag("bot_require_code_grant"),
                fields.text("interactions_endpoint_url"),
                fields.json("tags"),
                fields.text("custom_install_url"),
                fields.json("install_params"),
                fields.text("role_connections_verification_url"),
                fields.json("integration_types_config"),
                fields.tree("event_webhooks_status"),
                fields.tree("event_webhooks_url"),
                fields.tree("event_webhooks_types"),
                fields.json("redirect_uris"),
                fields.json("oidc_configuration"));
    }

    /** Those of the settings of event webhooks that the request names; they are kept as they came. */
    List<Given<JsonNode>> eventWebhooks() {
        return Stream.of(eventWebhooksStatus, eventWebhooksUrl, eventWebhooksTypes)
                .filter(Given::named)
                .toList();
    }
}
