package io.guildhall.guild.thread;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.model.table.catalogue.ChannelPurges;
import java.util.List;

/** A guild with a channel in which threads begin, and the calls by which they do. */
abstract class ThreadTestBase {
    static final long MEMBER = 2_000_001;

    static final long OTHER = 2_000_002;

    final TestGuild guild = new TestGuild();

    final long channel = guild.channel("talk");

    ThreadTestBase() {
        guild.join(MEMBER, "member");
        guild.join(OTHER, "other");
    }

    void assertGone(long thread) {
        assertThat(guild.refusal(Calls.of("getChannel", OWNER).path("channel_id", thread)))
                .isEqualTo(10003);
        assertThat(guild.storage().row(ChannelOwners.TABLE, thread)).isEmpty();
        assertThat(guild.storage().row(ChannelPurges.TABLE, ChannelPurges.shard(thread), thread))
                .isPresent();
    }

    static JsonNode payload(List<Event> events, int index) {
        return Json.parse(events.get(index).getPayload());
    }

    static long id(JsonNode made) {
        return Snowflake.parse(made.get("id").asText());
    }

    List<Integer> counts(long thread) {
        JsonNode shown = guild.run(Calls.of("getChannel", OWNER).path("channel_id", thread));
        return List.of(
                shown.get("message_count").asInt(),
                shown.get("total_message_sent").asInt(),
                shown.get("member_count").asInt());
    }

    Calls begin(int type, long by) {
        return Calls.of("createThread", by)
                .path("channel_id", channel)
                .body("{\"name\":\"Alone\",\"type\":" + type + "}");
    }

    long standalone(int type, long by) {
        return id(guild.run(begin(type, by)));
    }

    Calls startFrom(long message, long by) {
        return Calls.of("createThreadFromMessage", by)
                .path("channel_id", channel)
                .path("message_id", message)
                .body("{\"name\":\"About it\"}");
    }

    JsonNode fromMessage(long message, long by) {
        return guild.run(startFrom(message, by));
    }

    Calls message(long in, long by, String content) {
        return Calls.of("createMessage", by).path("channel_id", in).body("{\"content\":\"" + content + "\"}");
    }

    long send(long in, long by, String content) {
        return id(guild.run(message(in, by, content)));
    }

    Calls updating(long thread, long by, String body) {
        return Calls.of("updateChannel", by).path("channel_id", thread).body(body);
    }

    JsonNode update(long thread, long by, String body) {
        return guild.run(updating(thread, by, body));
    }

    void overwrite(long target, int type, long deny) {
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", channel)
                .path("overwrite_id", target)
                .body("{\"type\":%d,\"deny\":\"%d\"}".formatted(type, deny)));
    }
}
