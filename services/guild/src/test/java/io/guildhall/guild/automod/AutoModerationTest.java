package io.guildhall.guild.automod;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AutoModerationTest {
    private static final long MANAGER = 2_000_077;
    private static final long GUEST = 2_000_001;
    private static final String BLOCK = "{\"type\":1}";
    private static final int BLOCKED = 200000;
    private static final int TITLE_BLOCKED = 200001;

    private final TestGuild guild = new TestGuild();
    private final long text = guild.channel("text");
    private final long alerts = guild.channel("alerts");

    AutoModerationTest() {
        guild.join(GUEST, "guest");
    }

    @Test
    void managersMakeChangeAndDeleteRules() {
        assertThat(guild.refusal(on("listAutoModerationRules", GUEST))).isEqualTo(50013);
        guild.takeEvents();
        JsonNode made = guild.run(rule(1, "{\"keyword_filter\":[\"bad\"]}", BLOCK));
        List<Event> told = guild.takeEvents();
        assertThat(told)
                .extracting(Event::getName)
                .containsExactly("AUTO_MODERATION_RULE_CREATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        assertThat(told.getFirst().getIntents()).isEqualTo(Intent.AUTO_MODERATION_CONFIGURATION.bit());
        assertThat(told.getFirst().getPermissions()).isEqualTo(Permission.MANAGE_GUILD.mask());
        String id = made.get("id").asText();
        guild.run(named("updateAutoModerationRule", id).body("{\"name\":\"Other\",\"exempt_channels\":[\"5\"]}"));
        guild.reload();
        JsonNode seen = guild.run(named("getAutoModerationRule", id));
        assertThat(seen.get("name").asText()).isEqualTo("Other");
        assertThat(seen.at("/trigger_metadata/keyword_filter/0").asText()).isEqualTo("bad");
        assertThat(seen.at("/exempt_channels/0").asText()).isEqualTo("5");
        guild.takeEvents();
        guild.run(named("updateAutoModerationRule", id).body("{\"name\":\"Other\"}"));
        assertThat(guild.takeEvents()).isEmpty();
        guild.run(named("deleteAutoModerationRule", id));
        assertThat(guild.takeNames()).containsExactly("AUTO_MODERATION_RULE_DELETE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        assertThat(guild.run(on("listAutoModerationRules", OWNER))).isEmpty();
    }

    @Test
    void rulesThatMakeNoSenseAreRefused() {
        assertThat(guild.refusal(rule(1, "{\"regex_patterns\":[\"(\"]}", BLOCK)))
                .isEqualTo(50035);
        assertThat(guild.refusal(rule(1, "{\"mention_total_limit\":3}", BLOCK))).isEqualTo(50035);
        assertThat(guild.refusal(rule(1, "{}", BLOCK + "," + BLOCK))).isEqualTo(50035);
        assertThat(guild.refusal(rule(1, "{}", "{\"type\":2,\"metadata\":{\"channel_id\":\"7\"}}")))
                .isEqualTo(50035);
        assertThat(guild.refusal(rule(3, "{}", "{\"type\":3,\"metadata\":{\"duration_seconds\":60}}")))
                .isEqualTo(50035);
        guild.run(rule(3, "{}", BLOCK));
        assertThat(guild.refusal(rule(3, "{}", BLOCK))).isEqualTo(50035);
    }

    @Test
    void whoMakesARuleWriteIntoAChannelSeesIt() {
        guild.join(MANAGER, "manager", guild.role("manager", Permission.MANAGE_GUILD.mask(), 3));
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", alerts)
                .path("overwrite_id", guild.id())
                .body("{\"type\":0,\"deny\":\"1024\"}"));
        String alert = "{\"type\":2,\"metadata\":{\"channel_id\":\"%d\"}}".formatted(alerts);
        String body = "{\"name\":\"Rule\",\"event_type\":1,\"trigger_type\":3,\"trigger_metadata\":{},\"actions\":["
                + alert + "]}";

        assertThat(guild.refusal(on("createAutoModerationRule", MANAGER).body(body)))
                .isEqualTo(50035);
        String id = guild.run(rule(3, "{}", alert)).get("id").asText();
        Calls renamed = on("updateAutoModerationRule", MANAGER).path("rule_id", id);
        assertThat(guild.run(renamed.body("{\"name\":\"Other\"}")).get("name").asText())
                .isEqualTo("Other");
    }

    @Test
    void whatIsBlockedIsSeenByNobodyButInAlertsAndEvents() {
        guild.run(rule(
                1,
                "{\"keyword_filter\":[\"bad*\"],\"allow_list\":[\"badge\"]}",
                "{\"type\":1,\"metadata\":{\"custom_message\":\"Be nice\"}},"
                        + "{\"type\":2,\"metadata\":{\"channel_id\":\"%d\"}},".formatted(alerts)
                        + "{\"type\":3,\"metadata\":{\"duration_seconds\":60}}"));
        assertThat(guild.run(say(GUEST, "a badge")).get("content").asText()).isEqualTo("a badge");
        assertThat(guild.run(say(OWNER, "badly")).get("content").asText()).isEqualTo("badly");
        guild.takeEvents();
        JsonNode answer = guild.run(say(GUEST, "so Badly"));
        assertThat(answer.get("code").asInt()).isEqualTo(BLOCKED);
        assertThat(answer.get("message").asText()).isEqualTo("Be nice");
        List<Event> told = guild.takeEvents();
        assertThat(told)
                .extracting(Event::getName)
                .containsExactly(
                        "GUILD_AUDIT_LOG_ENTRY_CREATE",
                        "AUTO_MODERATION_ACTION_EXECUTION",
                        "MESSAGE_CREATE",
                        "GUILD_AUDIT_LOG_ENTRY_CREATE",
                        "AUTO_MODERATION_ACTION_EXECUTION",
                        "GUILD_MEMBER_UPDATE",
                        "GUILD_AUDIT_LOG_ENTRY_CREATE",
                        "AUTO_MODERATION_ACTION_EXECUTION");
        Event execution = told.get(1);
        assertThat(execution.getIntents()).isEqualTo(Intent.AUTO_MODERATION_EXECUTION.bit());
        assertThat(execution.getPermissions()).isEqualTo(Permission.MANAGE_GUILD.mask());
        JsonNode seen = Json.parse(execution.getPayload());
        assertThat(seen.get("matched_keyword").asText()).isEqualTo("bad*");
        assertThat(seen.get("matched_content").asText()).isEqualTo("Bad");
        assertThat(seen.get("content").asText()).isEqualTo("so Badly");
        assertThat(seen.has("message_id")).isFalse();
        JsonNode hidden = Json.parse(execution.getPayloadWithoutContent());
        assertThat(hidden.get("content").asText()).isEmpty();
        assertThat(hidden.get("matched_content").asText()).isEmpty();
        assertThat(told.get(2).getChannelId()).isEqualTo(alerts);
        JsonNode alert = Json.parse(told.get(2).getPayload());
        assertThat(alert.get("type").asInt()).isEqualTo(24);
        assertThat(alert.at("/embeds/0/description").asText()).isEqualTo("so Badly");
        assertThat(guild.refusal(say(GUEST, "good"))).isEqualTo(50013);
        guild.clock().advance(Duration.ofSeconds(61));
        assertThat(guild.run(say(GUEST, "good")).has("id")).isTrue();
    }

    @Test
    void whatIsOnlyReportedIsSentAllTheSame() {
        guild.run(rule(
                1,
                "{\"keyword_filter\":[\"bad\"]}",
                "{\"type\":2,\"metadata\":{\"channel_id\":\"%d\"}}".formatted(alerts)));
        guild.takeEvents();
        JsonNode sent = guild.run(say(GUEST, "bad"));
        List<Event> told = guild.takeEvents();
        assertThat(told)
                .extracting(Event::getName)
                .containsExactly(
                        "MESSAGE_CREATE",
                        "MESSAGE_CREATE",
                        "GUILD_AUDIT_LOG_ENTRY_CREATE",
                        "AUTO_MODERATION_ACTION_EXECUTION");
        JsonNode execution = Json.parse(told.getLast().getPayload());
        assertThat(execution.get("message_id")).isEqualTo(sent.get("id"));
        assertThat(execution.get("alert_system_message_id").asText()).isNotEmpty();
    }

    @Test
    void editsAreLookedAtToo() {
        guild.run(rule(1, "{\"keyword_filter\":[\"bad\"]}", BLOCK));
        String sent = guild.run(say(GUEST, "good")).get("id").asText();
        assertThat(guild.run(Calls.of("updateMessage", GUEST)
                                .path("channel_id", text)
                                .path("message_id", sent)
                                .body("{\"content\":\"bad\"}"))
                        .get("code")
                        .asInt())
                .isEqualTo(BLOCKED);
    }

    @Test
    void rolesAndChannelsCanBeSpared() {
        long spared = guild.role("spared", 0, 1);
        long bearer = 2_000_002;
        guild.join(bearer, "bearer", spared);
        guild.run(on("createAutoModerationRule", OWNER).body("""
                {"name":"Rule","event_type":1,"trigger_type":1,"enabled":true,"trigger_metadata":{"keyword_filter":["bad"]},
                 "actions":[{"type":1}],"exempt_roles":["%d"],"exempt_channels":["%d"]}""".formatted(spared, alerts)));
        assertThat(blocked(say(GUEST, "bad"))).isTrue();
        assertThat(blocked(say(bearer, "bad"))).isFalse();
        assertThat(blocked(say(GUEST, alerts, "bad"))).isFalse();
    }

    @Test
    void threadsArePlacesOfTheirChannel() {
        String thread = guild.run(Calls.of("createThread", OWNER)
                        .path("channel_id", text)
                        .body("{\"name\":\"Thread\",\"type\":11}"))
                .get("id")
                .asText();
        JsonNode rule = guild.run(rule(1, "{\"keyword_filter\":[\"bad\"]}", BLOCK));
        Calls said = Calls.of("createMessage", GUEST).path("channel_id", thread).body("{\"content\":\"bad\"}");
        assertThat(blocked(said)).isTrue();
        guild.run(named("updateAutoModerationRule", rule.get("id").asText())
                .body("{\"exempt_channels\":[\"%d\"]}".formatted(text)));
        assertThat(blocked(said)).isFalse();
    }

    @Test
    void titlesOfThreadsAreReadHoweverTheyCome() {
        guild.run(rule(1, "{\"keyword_filter\":[\"bad\"]}", BLOCK));
        guild.takeEvents();
        Calls alone = Calls.of("createThread", GUEST).path("channel_id", text);
        assertThat(guild.run(alone.body("{\"name\":\"So bad\",\"type\":11}"))
                        .get("code")
                        .asInt())
                .isEqualTo(TITLE_BLOCKED);
        assertThat(guild.takeNames())
                .containsExactly("GUILD_AUDIT_LOG_ENTRY_CREATE", "AUTO_MODERATION_ACTION_EXECUTION");
        String thread = guild.run(alone.body("{\"name\":\"Good\",\"type\":11}"))
                .get("id")
                .asText();
        assertThat(guild.run(Calls.of("updateChannel", GUEST)
                                .path("channel_id", thread)
                                .body("{\"name\":\"Bad\"}"))
                        .get("code")
                        .asInt())
                .isEqualTo(TITLE_BLOCKED);
        String message = guild.run(say(GUEST, "good")).get("id").asText();
        assertThat(guild.run(Calls.of("createThreadFromMessage", GUEST)
                                .path("channel_id", text)
                                .path("message_id", message)
                                .body("{\"name\":\"bad\"}"))
                        .get("code")
                        .asInt())
                .isEqualTo(TITLE_BLOCKED);
    }

    @Test
    void ofPostsTheTitleAndTheMessageAreRead() {
        guild.run(rule(1, "{\"keyword_filter\":[\"bad\"]}", "{\"type\":1}"));
        JsonNode forum = guild.run(
                Calls.of("createChannel", OWNER).path("guild_id", guild.id()).body("{\"name\":\"forum\",\"type\":15}"));
        Calls post = Calls.of("createThread", GUEST)
                .path("channel_id", Snowflake.parse(forum.get("id").asText()));
        String body = "{\"name\":\"%s\",\"message\":{\"content\":\"%s\"}}";
        guild.takeEvents();
        assertThat(guild.run(post.body(body.formatted("bad", "good")))
                        .get("code")
                        .asInt())
                .isEqualTo(TITLE_BLOCKED);
        assertThat(guild.run(post.body(body.formatted("good", "bad")))
                        .get("code")
                        .asInt())
                .isEqualTo(BLOCKED);
        assertThat(guild.takeNames()).doesNotContain("THREAD_CREATE", "MESSAGE_CREATE");
        assertThat(guild.run(post.body(body.formatted("good", "good"))).has("id"))
                .isTrue();
    }

    @Test
    void pollsAreReadToo() {
        guild.run(rule(1, "{\"keyword_filter\":[\"bad\"]}", BLOCK));
        assertThat(blocked(poll("Is it bad?", "no"))).isTrue();
        assertThat(blocked(poll("How is it?", "bad"))).isTrue();
        assertThat(blocked(poll("How is it?", "good"))).isFalse();
    }

    @Test
    void ofWhatIsForwardedEmbedsAndComponentsAreReadToo() {
        guild.run(rule(1, "{\"keyword_filter\":[\"bad\"]}", BLOCK));
        assertThat(blocked(forward("bad"))).isTrue();
        assertThat(blocked(forward("good"))).isFalse();
        String components = "\"components\":[{\"type\":10,\"content\":\"bad\"}]";
        assertThat(blocked(forward("good\"," + components + ",\"nonce\":\"1"))).isTrue();
        for (String embed : List.of(
                "\"title\":\"bad\"",
                "\"description\":\"bad\"",
                "\"author\":{\"name\":\"bad\"}",
                "\"footer\":{\"text\":\"bad\"}",
                "\"fields\":[{\"name\":\"x\",\"value\":\"bad\"}]")) {
            assertThat(blocked(forward("good\",\"embeds\":[{\"type\":\"rich\"," + embed + "}],\"nonce\":\"1")))
                    .as(embed)
                    .isTrue();
        }
    }

    private Calls forward(String content) {
        return Calls.of("createMessage", GUEST)
                .path("channel_id", text)
                .body("{\"message_reference\":{\"type\":1,\"channel_id\":\"30\",\"message_id\":\"5\"}}")
                .forwarded("""
                {"message":{"id":"5","channel_id":"30","type":0,"content":"%s","author":{"id":"7"}}}""".formatted(content));
    }

    @Test
    void allExpressionsOfAGuildTogetherAreBounded() {
        String large = "\"(?:" + "ab?".repeat(80) + ")\"";
        String ten = "{\"regex_patterns\":[" + String.join(",", Collections.nCopies(10, large)) + "]}";
        guild.run(rule(1, ten, BLOCK));
        assertThat(guild.refusal(rule(1, ten, BLOCK))).isEqualTo(50035);
        guild.run(rule(1, "{\"keyword_filter\":[\"bad\"]}", BLOCK));
    }

    @Test
    void rulesThatAreOffDoNothing() {
        String id = guild.run(rule(1, "{\"keyword_filter\":[\"bad\"]}", BLOCK))
                .get("id")
                .asText();
        guild.run(named("updateAutoModerationRule", id).body("{\"enabled\":false}"));
        assertThat(blocked(say(GUEST, "bad"))).isFalse();
    }

    @Test
    void presetsHaveWordsOfTheirOwn() {
        guild.run(rule(4, "{\"presets\":[1],\"allow_list\":[\"bullshit\"]}", BLOCK));
        assertThat(blocked(say(GUEST, "such a Bastard"))).isTrue();
        assertThat(blocked(say(GUEST, "bullshit"))).isFalse();
    }

    @Test
    void mentionsAreCountedOnce() {
        guild.run(rule(5, "{\"mention_total_limit\":2}", BLOCK));
        assertThat(blocked(say(GUEST, "<@1> <@!1> <@&2>"))).isFalse();
        assertThat(blocked(say(GUEST, "<@1> <@2> <@&3>"))).isTrue();
    }

    @Test
    void severalWhoMentionManyAreARaid() {
        guild.run(rule(5, "{\"mention_total_limit\":50,\"mention_raid_protection_enabled\":true}", BLOCK));
        String ten = "<@1> <@2> <@3> <@4> <@5> <@6> <@7> <@8> <@9> <@10>";
        for (long raider = 3_000_001; raider <= 3_000_003; raider++) {
            guild.join(raider, "raider" + raider);
            assertThat(blocked(say(raider, ten))).isFalse();
        }
        assertThat(blocked(say(GUEST, "nothing"))).isFalse();
        assertThat(blocked(say(GUEST, ten))).isTrue();
        guild.clock().advance(Duration.ofMinutes(1));
        assertThat(blocked(say(GUEST, ten))).isFalse();
    }

    @Test
    void theSameAgainAndAgainIsSpam() {
        guild.run(rule(3, "{}", BLOCK));
        for (int time = 0; time < 4; time++) {
            assertThat(blocked(say(GUEST, "buy this"))).isFalse();
        }
        assertThat(blocked(say(GUEST, "buy this"))).isTrue();
        assertThat(blocked(say(GUEST, "buy that"))).isFalse();
    }

    private boolean blocked(Calls call) {
        return guild.run(call).path("code").asInt() == BLOCKED;
    }

    private Calls say(long author, String content) {
        return say(author, text, content);
    }

    private Calls poll(String question, String answer) {
        return Calls.of("createMessage", GUEST).path("channel_id", text).body("""
                {"poll":{"question":{"text":"%s"},"answers":[{"poll_media":{"text":"%s"}},{"poll_media":{"text":"other"}}]}}""".formatted(question, answer));
    }

    private static Calls say(long author, long channel, String content) {
        return Calls.of("createMessage", author)
                .path("channel_id", channel)
                .body(Json.object().put("content", content).toString());
    }

    private Calls rule(int trigger, String metadata, String actions) {
        return on("createAutoModerationRule", OWNER).body("""
                {"name":"Rule","event_type":1,"trigger_type":%d,"enabled":true,"trigger_metadata":%s,"actions":[%s]}""".formatted(trigger, metadata, actions));
    }

    private Calls named(String operation, String rule) {
        return on(operation, OWNER).path("rule_id", rule);
    }

    private Calls on(String operation, long caller) {
        return Calls.of(operation, caller).path("guild_id", Snowflake.format(guild.id()));
    }
}
