package io.guildhall.standalone.hostile;

import static io.guildhall.model.operation.HttpMethod.POST;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.interaction.InteractionToken;
import io.guildhall.model.interaction.InteractionTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** What else a guild may hold than channels, roles and members: without it no request would get as far as the handlers of these. */
record Furnishings(Calls calls, InteractionTokens tokens) {
    /** Ids and tokens by the names of paths' parameters. */
    Map<String, String> in(Map<String, String> ids, Person owner) {
        Map<String, String> more = new LinkedHashMap<>();
        JsonNode webhook =
                calls.done(POST, "/channels/" + ids.get("channel_id") + "/webhooks", owner.token(), "{\"name\":\"x\"}");
        more.put("webhook_id", webhook.path("id").asText());
        more.put("webhook_token", webhook.path("token").asText());
        happening("/guilds/" + ids.get("guild_id") + "/scheduled-events", owner, more);
        more.put("rule_id", rule("/guilds/" + ids.get("guild_id"), owner));
        more.put(
                "entitlement_id",
                entitlement("/applications/" + ids.get("application_id"), ids.get("guild_id"), owner));
        subscription("/applications/" + ids.get("application_id"), owner, more);
        more.put("activity_instance", "i-1-gc-" + ids.get("guild_id") + '-' + ids.get("channel_id"));
        // The owner of the channel knows no such interaction, and that is for it to say.
        more.put("interaction_id", ids.get("message_id"));
        more.put(
                "interaction_token",
                tokens.write(new InteractionToken(
                        Snowflake.parse(ids.get("message_id")),
                        Snowflake.parse(ids.get("application_id")),
                        Snowflake.parse(ids.get("channel_id")))));
        more.put("answer_id", "1");
        more.put("sound_id", sound(ids.get("guild_id"), owner));
        return more;
    }

    private String sound(String guild, Person owner) {
        return calls.done(
                        POST,
                        "/guilds/" + guild + "/soundboard-sounds",
                        owner.token(),
                        "{\"name\":\"hush\",\"sound\":\"" + Samples.SOUND + "\"}")
                .path("sound_id")
                .asText();
    }

    private String rule(String guild, Person owner) {
        return calls.done(POST, guild + "/auto-moderation/rules", owner.token(), """
                        {"name":"x","event_type":1,"trigger_type":1,"trigger_metadata":{"keyword_filter":["x"]},"actions":[{"type":1}]}
                        """)
                .path("id")
                .asText();
    }

    private String entitlement(String application, String guild, Person owner) {
        String sku = calls.done(POST, application + "/skus", owner.token(), "{\"name\":\"x\",\"type\":3}")
                .path("id")
                .asText();
        String body = "{\"sku_id\":\"%s\",\"owner_id\":\"%s\",\"owner_type\":1}".formatted(sku, guild);
        return calls.done(POST, application + "/entitlements", owner.token(), body)
                .path("id")
                .asText();
    }

    /** Somebody is subscribed to something else that the application offers. */
    private void subscription(String application, Person owner, Map<String, String> ids) {
        String sku = calls.done(POST, application + "/skus", owner.token(), "{\"name\":\"y\",\"type\":5}")
                .path("id")
                .asText();
        String body = "{\"sku_id\":\"%s\",\"user_id\":\"%s\"}".formatted(sku, owner.id());
        ids.put("sku_id", sku);
        ids.put(
                "subscription_id",
                calls.done(POST, application + "/subscriptions", owner.token(), body)
                        .path("id")
                        .asText());
    }

    /** Something that happens every week, and an exception of it. */
    private void happening(String events, Person owner, Map<String, String> ids) {
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1));
        String event = calls.done(POST, events, owner.token(), """
                        {"name":"x","privacy_level":2,"entity_type":3,"entity_metadata":{"location":"here"},
                         "scheduled_start_time":"%1$s","scheduled_end_time":"%2$s",
                         "recurrence_rule":{"start":"%1$s","frequency":2,"interval":1}}
                        """.formatted(start, start.plus(Duration.ofHours(1))))
                .path("id")
                .asText();
        String exception = calls.done(
                        POST,
                        events + '/' + event + "/exceptions",
                        owner.token(),
                        "{\"original_scheduled_start_time\":\"" + start + "\",\"is_canceled\":true}")
                .path("event_exception_id")
                .asText();
        ids.put("guild_scheduled_event_id", event);
        ids.put("exception_id", exception);
        ids.put("guild_scheduled_event_exception_id", exception);
    }
}
