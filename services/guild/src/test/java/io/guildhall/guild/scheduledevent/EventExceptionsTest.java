package io.guildhall.guild.scheduledevent;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.payload.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single times of what recurs are checked as events are, and what is done to them is in the audit log. */
class EventExceptionsTest {
    private static final int YEARLY = 0;

    private final TestGuild guild = new TestGuild();
    private final OffsetDateTime first =
            Instant.ofEpochMilli(guild.clock().millis() + 3_600_000).atOffset(ZoneOffset.UTC);
    private final JsonNode event = guild.run(
            Calls.of("createScheduledEvent", OWNER).path("guild_id", guild.id()).body("""
                    {"name":"Feast","privacy_level":2,"entity_type":3,"scheduled_start_time":"%1$s","scheduled_end_time":"%2$s",
                     "entity_metadata":{"location":"park"},"recurrence_rule":{"start":"%1$s","frequency":%3$d}}""".formatted(
                            time(first), time(first.plusHours(1)), YEARLY)));

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01T00:00:00Z", "2300-01-01T00:00:00Z"})
    void noTimeIsMovedToThePastOrTooFar(String start) {
        String end = time(OffsetDateTime.parse(start).plusHours(1));
        String moved = "\"scheduled_start_time\":\"%s\",\"scheduled_end_time\":\"%s\"".formatted(start, end);
        assertThat(guild.refusal(creation(first.plusYears(1), moved))).isEqualTo(50035);
        String made = id(guild.run(creation(first.plusYears(1), "\"is_canceled\":true")));
        assertThat(guild.refusal(on("updateScheduledEventException")
                        .path("exception_id", made)
                        .body("{" + moved + "}")))
                .isEqualTo(50035);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 60, 175})
    void noTimeIsAnotherThatEventsCanNotBePlannedFor(int years) {
        assertThat(guild.refusal(creation(first.plusYears(years), "\"is_canceled\":true")))
                .isEqualTo(50035);
    }

    @Test
    void whatIsDoneIsInTheAuditLog() {
        guild.takeEvents();
        String made = id(guild.run(creation(first.plusYears(1), "\"is_canceled\":true")));
        guild.run(on("updateScheduledEventException").path("exception_id", made).body("{\"is_canceled\":false}"));
        guild.run(on("updateScheduledEventException").path("exception_id", made).body("{\"is_canceled\":false}"));
        guild.run(on("deleteScheduledEventException").path("exception_id", made));

        List<JsonNode> entries = guild.takeEvents().stream()
                .filter(told -> told.getName().equals("GUILD_AUDIT_LOG_ENTRY_CREATE"))
                .map(told -> Json.parse(told.getPayload()))
                .toList();
        assertThat(entries)
                .extracting(entry -> entry.get("action_type").asInt())
                .containsExactly(200, 201, 202);
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.get("target_id")).isEqualTo(event.get("id"));
            assertThat(entry.at("/options/event_exception_id").asText()).isEqualTo(made);
        });
        assertThat(entries.getFirst().at("/changes/0/key").asText()).isEqualTo("is_canceled");
    }

    private Calls creation(OffsetDateTime original, String fields) {
        return on("createScheduledEventException")
                .body("{\"original_scheduled_start_time\":\"%s\",%s}".formatted(time(original), fields));
    }

    private Calls on(String operation) {
        return Calls.of(operation, OWNER)
                .path("guild_id", guild.id())
                .path("guild_scheduled_event_id", event.get("id").asText());
    }

    private static String id(JsonNode exception) {
        return exception.get("event_exception_id").asText();
    }

    private static String time(OffsetDateTime time) {
        return Json.timestamp(time.toInstant().toEpochMilli());
    }
}
