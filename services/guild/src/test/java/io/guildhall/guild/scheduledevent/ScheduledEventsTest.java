package io.guildhall.guild.scheduledevent;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduledEventsTest {
    private static final long GUEST = 2_000_001;
    private static final long OTHER = 2_000_002;

    private final TestGuild guild = new TestGuild();

    @Test
    void aNewEventIsToldAndInTheAuditLog() {
        JsonNode made = create(OWNER, "");

        assertThat(made.get("status").asInt()).isEqualTo(1);
        assertThat(made.at("/creator/username").asText()).isEqualTo("owner");
        assertThat(made.at("/entity_metadata/location").asText()).isEqualTo("the park");
        List<Event> told = guild.takeEvents();
        assertThat(told)
                .extracting(Event::getName)
                .containsExactly("GUILD_SCHEDULED_EVENT_CREATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        assertThat(told.getFirst().getIntents()).isEqualTo(Intent.GUILD_SCHEDULED_EVENTS.bit());
        JsonNode entry = Json.parse(told.getLast().getPayload());
        assertThat(entry.get("action_type").asInt()).isEqualTo(100);
        assertThat(entry.get("target_id")).isEqualTo(made.get("id"));
        guild.reload();
        assertThat(list(OWNER)).hasSize(1);
        assertThat(guild.run(on("getScheduledEvent", OWNER, made).query("{\"with_user_count\":\"true\"}"))
                        .get("user_count")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'entity_metadata':null | entity_metadata",
                "'entity_metadata':{'location':' '} | entity_metadata",
                "'scheduled_end_time':null | scheduled_end_time",
                "'scheduled_start_time':'2001-01-01T00:00:00Z' | scheduled_start_time",
                "'scheduled_start_time':'2101-01-01T00:00:00Z' | scheduled_start_time",
                "'scheduled_end_time':'2001-01-01T00:00:00Z' | scheduled_end_time",
                "'channel_id':'1' | channel_id",
                "'entity_type':2 | channel_id"
            })
    void whatDoesNotHoldTogetherIsRefused(String fields, String field) {
        assertThat(guild.refusal(creation(OWNER, fields))).as(field).isEqualTo(50035);
    }

    @Test
    void anEventInAChannelNeedsOneOfItsType() {
        long text = guild.channel("text");
        assertThat(guild.refusal(creation(OWNER, inChannel(2, text)))).isEqualTo(50035);
        assertThat(guild.refusal(creation(OWNER, inChannel(2, 77)))).isEqualTo(10003);
        JsonNode made = create(OWNER, inChannel(2, voice()));
        assertThat(made.get("entity_metadata").isNull()).isTrue();
    }

    @Test
    void whoMakesEventsChangesTheirOwnOnly() {
        guild.join(GUEST, "guest");
        guild.join(OTHER, "other", guild.role("makers", Permission.CREATE_EVENTS.mask(), 1));
        assertThat(guild.refusal(creation(GUEST, ""))).isEqualTo(50013);
        JsonNode own = create(OTHER, "");
        JsonNode foreign = create(OWNER, "");

        assertThat(guild.run(on("updateScheduledEvent", OTHER, own).body("{\"name\":\"x\"}"))
                        .get("name")
                        .asText())
                .isEqualTo("x");
        assertThat(guild.refusal(on("updateScheduledEvent", OTHER, foreign).body("{\"name\":\"x\"}")))
                .isEqualTo(50013);
        assertThat(guild.refusal(on("deleteScheduledEvent", OTHER, foreign))).isEqualTo(50013);
        guild.run(on("deleteScheduledEvent", OTHER, own));
        assertThat(guild.refusal(on("getScheduledEvent", OTHER, own))).isEqualTo(10070);
    }

    @Test
    void whoDoesNotSeeTheChannelSeesNoEvent() {
        guild.join(GUEST, "guest");
        long hidden = voice();
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", hidden)
                .path("overwrite_id", guild.id())
                .body("{\"type\":0,\"deny\":\"1024\"}"));
        JsonNode made = create(OWNER, inChannel(2, hidden));

        assertThat(list(GUEST)).isEmpty();
        assertThat(guild.refusal(on("getScheduledEvent", GUEST, made))).isEqualTo(10070);
        assertThat(guild.refusal(on("subscribeToScheduledEvent", GUEST, made))).isEqualTo(10070);
        guild.takeEvents();
        guild.run(on("updateScheduledEvent", OWNER, made).body("{\"name\":\"x\"}"));
        assertThat(guild.takeEvents().getFirst().getChannelId()).isEqualTo(hidden);
    }

    @Test
    void anEventBeginsAndEndsAndIsNotChangedAfterwards() {
        JsonNode made = create(OWNER, inChannel(2, voice()));
        assertThat(guild.refusal(status(made, 3))).isEqualTo(50035);
        guild.run(status(made, 2));
        assertThat(guild.refusal(status(made, 4))).isEqualTo(50035);
        assertThat(guild.run(status(made, 3)).get("status").asInt()).isEqualTo(3);
        assertThat(guild.refusal(on("updateScheduledEvent", OWNER, made).body("{\"name\":\"x\"}")))
                .isEqualTo(180000);
        assertThat(list(OWNER)).isEmpty();
    }

    @Test
    void whatIsElsewhereBeginsAndEndsByItself() {
        JsonNode made = create(OWNER, "");
        guild.takeEvents();
        guild.clock().advance(Duration.ofHours(1).plusMinutes(1));
        assertThat(guild.runLaters()).isPositive();
        assertThat(told()).isEqualTo(2);
        guild.clock().advance(Duration.ofHours(1));
        guild.runLaters();
        guild.runLaters();
        assertThat(told()).isEqualTo(3);
        assertThat(guild.run(on("getScheduledEvent", OWNER, made)).get("status").asInt())
                .isEqualTo(3);
    }

    @Test
    void whatNobodyBeginsIsCanceledAndWhereNobodyIsEnds() {
        JsonNode late = create(OWNER, inChannel(2, voice()));
        JsonNode empty = create(OWNER, inChannel(2, voice()));
        guild.run(status(empty, 2));
        list(OWNER);
        guild.clock().advance(Duration.ofMinutes(6));
        assertThat(guild.run(on("getScheduledEvent", OWNER, empty))
                        .get("status")
                        .asInt())
                .isEqualTo(3);
        guild.clock().advance(Duration.ofHours(6));
        assertThat(guild.run(on("getScheduledEvent", OWNER, late)).get("status").asInt())
                .isEqualTo(4);
    }

    @Test
    void whatRecursIsScheduledAgain() {
        JsonNode made = create(OWNER, weekly());
        String first = made.get("scheduled_start_time").asText();
        guild.clock().advance(Duration.ofHours(1).plusMinutes(1));
        list(OWNER);
        JsonNode ended = guild.run(status(made, 3));

        assertThat(ended.get("status").asInt()).isEqualTo(1);
        assertThat(millis(ended) - millis(made)).isEqualTo(Duration.ofDays(7).toMillis());
        assertThat(ended.at("/recurrence_rule/start").asText()).startsWith(first.substring(0, 10));
        assertThat(ended.at("/recurrence_rule/by_n_weekday").isNull()).isTrue();
    }

    @Test
    void oneTimeOfWhatRecursCanBeAnotherOrNotBe() {
        JsonNode made = create(OWNER, weekly());
        String second = Json.timestamp(millis(made) + Duration.ofDays(7).toMillis());
        String never = Json.timestamp(millis(made) + Duration.ofDays(6).toMillis());
        assertThat(guild.refusal(exception(made, never, "'is_canceled':true"))).isEqualTo(50035);
        JsonNode exception = guild.run(exception(made, second, "'is_canceled':true"));
        assertThat(guild.refusal(exception(made, second, ""))).isEqualTo(50035);

        guild.join(GUEST, "guest");
        guild.run(on("subscribeToScheduledEventException", GUEST, made)
                .path(
                        "guild_scheduled_event_exception_id",
                        exception.get("event_exception_id").asText()));
        JsonNode counts = guild.run(on("countScheduledEventUsers", OWNER, made)
                .query("{\"guild_scheduled_event_exception_ids\":%s}".formatted(exception.get("event_exception_id"))));
        assertThat(counts.at("/guild_scheduled_event_exception_counts")
                        .elements()
                        .next()
                        .asInt())
                .isEqualTo(1);
        guild.clock().advance(Duration.ofHours(2).plusMinutes(1));
        list(OWNER);
        guild.clock().advance(Duration.ofDays(7));
        assertThat(millis(list(OWNER).get(0)) - millis(made))
                .isEqualTo(Duration.ofDays(14).toMillis());
        guild.run(on("deleteScheduledEventException", OWNER, made)
                .path("exception_id", exception.get("event_exception_id").asText()));
        assertThat(list(OWNER).get(0).get("guild_scheduled_event_exceptions")).isEmpty();
    }

    @Test
    void membersAreInterestedOnceAndListedByPages() {
        JsonNode made = create(OWNER, "");
        guild.join(GUEST, "guest");
        guild.join(OTHER, "other");
        guild.takeEvents();
        for (long user : new long[] {GUEST, OTHER, OWNER, GUEST}) {
            guild.run(on("subscribeToScheduledEvent", user, made));
        }
        assertThat(guild.takeNames())
                .containsExactly(
                        "GUILD_SCHEDULED_EVENT_USER_ADD",
                        "GUILD_SCHEDULED_EVENT_USER_ADD",
                        "GUILD_SCHEDULED_EVENT_USER_ADD");
        assertThat(users(made, "{\"limit\":\"2\"}")).containsExactly("owner", "guest");
        assertThat(users(made, "{\"after\":\"2000001\",\"with_member\":\"true\"}"))
                .containsExactly("other");
        assertThat(users(made, "{\"before\":\"2000002\",\"limit\":\"1\"}")).containsExactly("guest");
        guild.run(on("unsubscribeFromScheduledEvent", GUEST, made));
        assertThat(guild.refusal(on("unsubscribeFromScheduledEvent", GUEST, made)))
                .isEqualTo(10071);
        assertThat(guild.takeNames()).containsExactly("GUILD_SCHEDULED_EVENT_USER_REMOVE");
        assertThat(guild.run(on("countScheduledEventUsers", OWNER, made))
                        .get("guild_scheduled_event_count")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void thereAreNoMoreThanAHundredAtATimeAndThoseOfAChannelGoWithIt() {
        long channel = voice();
        for (int number = 0; number < 100; number++) {
            create(OWNER, inChannel(2, channel));
        }
        assertThat(guild.refusal(creation(OWNER, ""))).isEqualTo(30038);
        guild.run(Calls.of("deleteChannel", OWNER).path("channel_id", channel));
        assertThat(list(OWNER)).isEmpty();
        guild.reload();
        assertThat(list(OWNER)).isEmpty();
    }

    private Calls creation(long user, String fields) {
        String more = fields.isEmpty() ? "" : "," + fields.replace('\'', '"');
        return Calls.of("createScheduledEvent", user)
                .path("guild_id", guild.id())
                .body("""
                        {"name":"Picnic","privacy_level":2,"entity_type":3,"scheduled_start_time":"%s",
                         "scheduled_end_time":"%s","entity_metadata":{"location":"the park"}%s}""".formatted(in(Duration.ofHours(1)), in(Duration.ofHours(2)), more));
    }

    private JsonNode create(long user, String fields) {
        return guild.run(creation(user, fields));
    }

    private String in(Duration time) {
        return Json.timestamp(guild.clock().millis() + time.toMillis());
    }

    private String weekly() {
        return "'recurrence_rule':{'start':'%s','frequency':2}".formatted(in(Duration.ofHours(1)));
    }

    private static String inChannel(int type, long channel) {
        return "'entity_type':%d,'channel_id':'%d'".formatted(type, channel);
    }

    private long voice() {
        JsonNode channel = guild.run(
                Calls.of("createChannel", OWNER).path("guild_id", guild.id()).body("{\"name\":\"voice\",\"type\":2}"));
        return channel.get("id").asLong();
    }

    private Calls on(String operation, long user, JsonNode event) {
        return Calls.of(operation, user)
                .path("guild_id", guild.id())
                .path("guild_scheduled_event_id", event.get("id").asText());
    }

    private Calls status(JsonNode event, int status) {
        return on("updateScheduledEvent", OWNER, event).body("{\"status\":%d}".formatted(status));
    }

    private Calls exception(JsonNode event, String start, String fields) {
        String more = fields.isEmpty() ? "" : "," + fields.replace('\'', '"');
        return on("createScheduledEventException", OWNER, event)
                .body("{\"original_scheduled_start_time\":\"%s\"%s}".formatted(start, more));
    }

    private JsonNode list(long user) {
        return guild.run(Calls.of("listScheduledEvents", user).path("guild_id", guild.id()));
    }

    private List<String> users(JsonNode event, String query) {
        return guild.run(on("listScheduledEventUsers", OWNER, event).query(query)).findValuesAsText("username").stream()
                .distinct()
                .toList();
    }

    private int told() {
        return guild.takeEvents().stream()
                .filter(event -> event.getName().equals("GUILD_SCHEDULED_EVENT_UPDATE"))
                .map(event -> Json.parse(event.getPayload()).get("status").asInt())
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static long millis(JsonNode event) {
        return OffsetDateTime.parse(event.get("scheduled_start_time").asText())
                .toInstant()
                .toEpochMilli();
    }
}
