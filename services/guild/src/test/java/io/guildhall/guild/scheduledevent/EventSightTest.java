package io.guildhall.guild.scheduledevent;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.ChannelPermissions;
import io.guildhall.model.rpc.Event;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Wherever scheduled events and stages go, and whatever is hidden meanwhile: a member knows none that is not there for it. */
class EventSightTest {
    private static final long MEMBER = 2_000_001;
    private static final long VIEW = Permission.VIEW_CHANNEL.mask();
    private static final int STAGE = 13;

    private final TestGuild guild = new TestGuild();
    private final Map<String, JsonNode> known = new TreeMap<>();
    private final long open = channel();
    private final long hidden = channel();

    EventSightTest() {
        guild.join(MEMBER, "member");
        deny(hidden, VIEW);
    }

    @Test
    void whatMovesToAHiddenChannelIsGoneAndIsNewWhenItComesBack() {
        String event = event(open);
        assertThat(known).containsKey(event);
        assertThat(move(event, hidden)).containsExactly("GUILD_SCHEDULED_EVENT_DELETE");
        assertThat(known).isEmpty();
        assertThat(move(event, open)).startsWith("GUILD_SCHEDULED_EVENT_CREATE");
        assertThat(known.get(event).get("name").asText()).isEqualTo("Talk");
    }

    @Test
    void whatIsElsewhereShowsToEverybody() {
        String event = event(hidden);
        assertThat(known).isEmpty();
        assertThat(elsewhere(event)).startsWith("GUILD_SCHEDULED_EVENT_CREATE");
        assertThat(move(event, hidden)).containsExactly("GUILD_SCHEDULED_EVENT_DELETE");
        assertThat(known).isEmpty();
        move(event, open);
        assertThat(elsewhere(event)).containsExactly("GUILD_SCHEDULED_EVENT_UPDATE");
        assertThat(move(event, open)).containsExactly("GUILD_SCHEDULED_EVENT_UPDATE");
        assertThat(known).containsOnlyKeys(event);
    }

    /** For anybody who has the code. */
    @Test
    void invitesShowAnEventThatEverybodySees() {
        String event = event(open);
        assertThat(shown(event)).isTrue();
        assertThat(shown("7")).isFalse();
        move(event, hidden);
        assertThat(shown(event)).isFalse();
        elsewhere(event);
        assertThat(shown(event)).isTrue();
    }

    private boolean shown(String event) {
        return EventView.forEverybody(guild.state(), Snowflake.parse(event)).isPresent();
    }

    @Test
    void whatIsDeletedWhileItsChannelIsHiddenIsGone() {
        String event = event(open);
        run(Calls.of("createStageInstance", OWNER)
                .path("channel_id", open)
                .body("{\"channel_id\":\"%d\",\"topic\":\"talk\"}".formatted(open)));
        assertThat(known).hasSize(2);
        deny(open, VIEW);
        run(on("deleteScheduledEvent", event));
        run(Calls.of("deleteStageInstance", OWNER).path("channel_id", open));
        assertThat(known).isEmpty();
        deny(open, 0);
        assertThat(known).isEmpty();
    }

    @Test
    void whatIsOverWhileItsChannelIsHiddenIsGoneAndItsNameIsNotTold() {
        String event = event(open);
        deny(open, VIEW);
        run(on("updateScheduledEvent", event).body("{\"name\":\"Secret\"}"));
        guild.run(on("updateScheduledEvent", event).body("{\"status\":4}"));
        List<Event> told = guild.takeEvents();
        told.forEach(this::hear);
        assertThat(known).isEmpty();
        assertThat(told)
                .filteredOn(one -> one.getName().equals("GUILD_SCHEDULED_EVENT_DELETE"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.getPayload().toStringUtf8())
                        .contains("___hidden___")
                        .doesNotContain("Secret"));
    }

    private String event(long channel) {
        return run(Calls.of("createScheduledEvent", OWNER)
                        .path("guild_id", guild.id())
                        .body("""
                        {"name":"Talk","privacy_level":2,"entity_type":1,"channel_id":"%d","scheduled_start_time":"%s"}""".formatted(
                                        channel, Json.timestamp(guild.clock().millis() + 60_000))))
                .get("id")
                .asText();
    }

    private List<String> move(String event, long channel) {
        return heard(on("updateScheduledEvent", event)
                .body("{\"entity_type\":1,\"channel_id\":\"%d\",\"entity_metadata\":null}".formatted(channel)));
    }

    private List<String> elsewhere(String event) {
        return heard(on("updateScheduledEvent", event)
                .body("""
                        {"entity_type":3,"channel_id":null,"entity_metadata":{"location":"park"},"scheduled_end_time":"%s"}""".formatted(Json.timestamp(guild.clock().millis() + 120_000))));
    }

    private Calls on(String operation, String event) {
        return Calls.of(operation, OWNER)
                .path("guild_id", guild.id())
                .path("guild_scheduled_event_id", Snowflake.parse(event));
    }

    private long channel() {
        return Snowflake.parse(guild.run(Calls.of("createChannel", OWNER)
                        .path("guild_id", guild.id())
                        .body("{\"name\":\"stage\",\"type\":%d}".formatted(STAGE)))
                .get("id")
                .asText());
    }

    private void deny(long channel, long denied) {
        run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", channel)
                .path("overwrite_id", guild.id())
                .body("{\"type\":0,\"allow\":\"0\",\"deny\":\"%d\"}".formatted(denied)));
    }

    private JsonNode run(Calls call) {
        JsonNode answer = guild.run(call);
        guild.takeEvents().forEach(this::hear);
        return answer;
    }

    /** The names of what the member hears. */
    private List<String> heard(Calls call) {
        guild.run(call);
        return guild.takeEvents().stream()
                .filter(this::hear)
                .map(Event::getName)
                .toList();
    }

    /** As a relay decides it, and as a client keeps it. */
    private boolean hear(Event event) {
        boolean stage = event.getName().startsWith("STAGE_INSTANCE_");
        boolean now = event.getChannelId() == 0 || sees(event.getChannelId());
        boolean before = event.getFormer().getChannelsList().stream()
                .filter(channel -> channel.getId() == event.getChannelId())
                .map(EventSightTest::shows)
                .findFirst()
                .orElse(now);
        boolean everybody = !event.getPayloadWithoutSight().isEmpty() && !event.hasFormer();
        boolean hears = event.getOnlyGained()
                ? now && !before
                : event.getOnlyChanged() ? now != before : everybody || now || before;
        if (!hears || !stage && !event.getName().matches("GUILD_SCHEDULED_EVENT_(CREATE|UPDATE|DELETE)")) {
            return false;
        }
        JsonNode payload = Json.parse(
                now || event.getPayloadWithoutSight().isEmpty() ? event.getPayload() : event.getPayloadWithoutSight());
        String id = payload.get("id").asText();
        if (event.getName().endsWith("_DELETE")) {
            known.remove(id);
        } else {
            assertThat(event.getName().endsWith("_UPDATE") && !known.containsKey(id))
                    .isFalse();
            known.put(id, payload);
        }
        return true;
    }

    private boolean sees(long channel) {
        return guild.state()
                .findChannel(channel)
                .filter(found -> guild.state().permissions().shows(guild.state().member(MEMBER), found))
                .isPresent();
    }

    private static boolean shows(ChannelPermissions channel) {
        return channel.getOverwritesList().stream().noneMatch(overwrite -> (overwrite.getDeny() & VIEW) != 0);
    }
}
