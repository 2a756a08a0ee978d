package io.guildhall.guild.thread;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadsTest extends ThreadTestBase {
    @Test
    void aThreadBeginsWithAMessageAndHasItsId() {
        long message = send(channel, MEMBER, "what do you think?");
        guild.takeEvents();
        JsonNode thread = fromMessage(message, MEMBER);

        assertThat(thread.get("id").asLong()).isEqualTo(message);
        assertThat(thread.get("type").asInt()).isEqualTo(11);
        assertThat(thread.get("owner_id").asLong()).isEqualTo(MEMBER);
        assertThat(thread.get("parent_id").asLong()).isEqualTo(channel);
        assertThat(thread.get("message_count").asInt()).isZero();
        assertThat(thread.get("member_count").asInt()).isEqualTo(1);
        assertThat(thread.get("member").get("user_id").asLong()).isEqualTo(MEMBER);
        assertThat(thread.get("thread_metadata").get("auto_archive_duration").asInt())
                .isEqualTo(4320);
        List<Event> events = guild.takeEvents();
        assertThat(events)
                .extracting(Event::getName)
                .containsExactly(
                        "THREAD_CREATE",
                        "MESSAGE_UPDATE",
                        "THREAD_CREATE",
                        "THREAD_MEMBERS_UPDATE",
                        "MESSAGE_CREATE",
                        "GUILD_AUDIT_LOG_ENTRY_CREATE");
        assertThat(payload(events, 0).get("newly_created").asBoolean()).isTrue();
        assertThat(events.getFirst().getChannelId()).isEqualTo(channel);
        assertThat(events.getFirst().getSubjectChannelId()).isEqualTo(message);
        assertThat(payload(events, 1).get("flags").asInt()).isEqualTo(1 << 5);
        assertThat(payload(events, 1).get("thread").get("id").asLong()).isEqualTo(message);
        assertThat(payload(events, 4).get("type").asInt()).isEqualTo(21);
        assertThat(payload(events, 4).get("referenced_message").get("content").asText())
                .isEqualTo("what do you think?");
        assertThat(guild.refusal(startFrom(message, OTHER))).isEqualTo(160004);
        JsonNode read = guild.run(
                Calls.of("getMessage", OTHER).path("channel_id", channel).path("message_id", message));
        assertThat(read.get("thread").get("name").asText()).isEqualTo("About it");
    }

    @Test
    void aThreadFromAnOlderMessageIsAnnounced() {
        long message = send(channel, MEMBER, "old");
        send(channel, MEMBER, "newer");
        guild.takeEvents();
        fromMessage(message, MEMBER);
        assertThat(guild.takeEvents())
                .filteredOn(event -> event.getName().equals("MESSAGE_CREATE"))
                .extracting(event -> Json.parse(event.getPayload()).get("type").asInt())
                .containsExactly(21, 18);
    }

    @Test
    void messagesInAThreadCountAndBringTheirAuthorsIn() {
        long thread = standalone(11, MEMBER);
        guild.takeEvents();
        long message = send(thread, OTHER, "here");
        List<Event> events = guild.takeEvents();
        assertThat(events)
                .extracting(Event::getName)
                .containsExactly("THREAD_CREATE", "THREAD_MEMBERS_UPDATE", "MESSAGE_CREATE");
        assertThat(events.get(1).getAnyIntentUsersList()).containsExactly(OTHER);
        assertThat(events.getLast().getChannelId()).isEqualTo(channel);
        assertThat(payload(events, 2).get("channel_id").asLong()).isEqualTo(thread);
        send(thread, OTHER, "again");
        assertThat(counts(thread)).containsExactly(2, 2, 2);

        guild.run(Calls.of("deleteMessage", OTHER).path("channel_id", thread).path("message_id", message));
        assertThat(counts(thread)).containsExactly(1, 2, 2);
        JsonNode page = guild.run(
                Calls.of("listMessages", MEMBER).path("channel_id", thread).query("{}"));
        assertThat(page).hasSize(1);
        guild.reload();
        assertThat(counts(thread)).containsExactly(1, 2, 2);
    }

    @Test
    void anArchivedThreadIsOutOfMemoryAndComesBackWithAMessage() {
        long thread = standalone(11, MEMBER);
        long message = send(thread, OTHER, "before");
        update(thread, MEMBER, "{\"archived\":true}");
        assertThat(guild.state().threads().byId().isEmpty()).isTrue();
        guild.reload();
        Calls edit = Calls.of("updateMessage", OTHER)
                .path("channel_id", thread)
                .path("message_id", message)
                .body("{\"content\":\"x\"}");
        assertThat(guild.refusal(edit)).isEqualTo(50083);
        assertThat(guild.refusal(Calls.of("joinThread", OWNER).path("channel_id", thread)))
                .isEqualTo(50083);
        guild.takeEvents();
        send(thread, OTHER, "after");
        assertThat(guild.takeNames()).containsExactly("THREAD_UPDATE", "MESSAGE_CREATE");
        assertThat(counts(thread)).containsExactly(2, 2, 2);
        assertThat(guild.state().threads().byId().size()).isEqualTo(1);
        guild.run(edit);
    }

    @Test
    void membersComeAndGoAndTheGuildIsTold() {
        long thread = standalone(11, MEMBER);
        guild.run(Calls.of("joinThread", OTHER).path("channel_id", thread));
        JsonNode all = guild.run(
                Calls.of("listThreadMembers", OTHER).path("channel_id", thread).query("{}"));
        assertThat(all).extracting(one -> one.get("user_id").asLong()).containsExactly(MEMBER, OTHER);
        JsonNode page = guild.run(Calls.of("listThreadMembers", OTHER)
                .path("channel_id", thread)
                .query("{\"with_member\":\"true\",\"after\":\"" + MEMBER + "\"}"));
        assertThat(page).hasSize(1);
        assertThat(page.get(0).get("member").get("user").get("username").asText())
                .isEqualTo("other");
        Calls member = Calls.of("getThreadMember", MEMBER)
                .path("channel_id", thread)
                .path("user_id", OTHER)
                .query("{}");
        assertThat(guild.run(member).get("id").asLong()).isEqualTo(thread);
        guild.takeEvents();
        guild.run(
                Calls.of("removeThreadMember", OWNER).path("channel_id", thread).path("user_id", OTHER));
        List<Event> events = guild.takeEvents();
        assertThat(events).extracting(Event::getName).containsExactly("THREAD_MEMBERS_UPDATE", "MESSAGE_CREATE");
        assertThat(payload(events, 0).get("removed_member_ids").get(0).asLong()).isEqualTo(OTHER);
        assertThat(guild.refusal(member)).isEqualTo(10007);
        assertThat(guild.refusal(Calls.of("removeThreadMember", OTHER)
                        .path("channel_id", thread)
                        .path("user_id", MEMBER)))
                .isEqualTo(50013);
        guild.run(Calls.of("leaveThread", MEMBER).path("channel_id", thread));
        assertThat(counts(thread).getLast()).isZero();
    }

    @Test
    void whoLeavesTheGuildLeavesItsThreadsAndIsInNoneAfterComingBack() {
        long active = standalone(12, MEMBER);
        long archived = standalone(12, MEMBER);
        for (long thread : List.of(active, archived)) {
            guild.run(Calls.of("addThreadMember", MEMBER)
                    .path("channel_id", thread)
                    .path("user_id", OTHER));
        }
        update(archived, MEMBER, "{\"archived\":true}");
        guild.clock().advance(Duration.ofSeconds(10));
        guild.run(Calls.of("kickMember", OWNER).path("guild_id", guild.id()).path("user_id", OTHER));
        guild.join(OTHER, "other");
        for (long thread : List.of(active, archived)) {
            assertThat(guild.refusal(Calls.of("getChannel", OTHER).path("channel_id", thread)))
                    .isEqualTo(50001);
        }
    }

    @Test
    void aDeletedThreadIsGoneWithItsMessages() {
        long thread = standalone(11, MEMBER);
        assertThat(guild.refusal(Calls.of("deleteChannel", MEMBER).path("channel_id", thread)))
                .isEqualTo(50013);
        guild.takeEvents();
        guild.run(Calls.of("deleteChannel", OWNER).path("channel_id", thread));
        List<Event> events = guild.takeEvents();
        assertThat(events).extracting(Event::getName).containsExactly("THREAD_DELETE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        assertThat(payload(events, 0).properties()).hasSize(4);
        assertGone(thread);
    }

    @Test
    void theThreadsOfADeletedChannelGoWithIt() {
        long active = standalone(11, MEMBER);
        long archived = standalone(11, MEMBER);
        update(archived, MEMBER, "{\"archived\":true}");
        guild.run(Calls.of("deleteChannel", OWNER).path("channel_id", channel));
        assertGone(active);
        assertThat(guild.refusal(Calls.of("getChannel", OWNER).path("channel_id", archived)))
                .isEqualTo(10003);
    }

    @Test
    void aThreadFitsItsParentAndWhatOnlyChannelsHaveIsNotForThreads() {
        assertThat(guild.refusal(begin(10, MEMBER))).isEqualTo(50024);
        long thread = standalone(11, MEMBER);
        assertThat(guild.refusal(Calls.of("createThread", MEMBER)
                        .path("channel_id", thread)
                        .body("{\"name\":\"x\",\"type\":11}")))
                .isEqualTo(50024);
        assertThat(guild.refusal(Calls.of("setOverwrite", OWNER)
                        .path("channel_id", thread)
                        .path("overwrite_id", MEMBER)
                        .body("{\"type\":1}")))
                .isEqualTo(50024);
        assertThat(guild.refusal(Calls.of("joinThread", MEMBER).path("channel_id", channel)))
                .isEqualTo(50024);
        overwrite(guild.id(), 0, Permission.CREATE_PUBLIC_THREADS.mask());
        assertThat(guild.refusal(begin(11, MEMBER))).isEqualTo(50013);
        id(guild.run(begin(12, MEMBER)));
    }

    @Test
    void aThreadInWhichNothingHappensIsArchivedInTimeAlsoByTheNextOwner() {
        long idle = standalone(11, MEMBER);
        long busy = standalone(11, MEMBER);
        guild.clock().advance(Duration.ofMinutes(4319));
        send(busy, MEMBER, "still here");
        guild.runLaters();
        assertThat(guild.state().threads().byId().size()).isEqualTo(2);
        guild.clock().advance(Duration.ofMinutes(1));
        guild.reload();
        guild.takeEvents();
        guild.run(Calls.of("getChannel", MEMBER).path("channel_id", idle));
        guild.runLaters();
        assertThat(guild.takeNames()).containsExactly("THREAD_UPDATE");
        assertThat(guild.state().threads().byId().contains(idle)).isFalse();
        assertThat(guild.state().threads().byId().contains(busy)).isTrue();
        assertThat(guild.runLaters()).isEqualTo(1);
    }

    @Test
    void aThousandThreadsAreActiveAtMost() {
        for (int index = 0; index < 1_000; index++) {
            guild.run(begin(12, MEMBER));
        }
        assertThat(guild.refusal(begin(12, MEMBER))).isEqualTo(160006);
        long any = guild.state().threads().byId().values().iterator().next().id();
        update(any, MEMBER, "{\"archived\":true}");
        guild.run(begin(12, MEMBER));
        assertThat(guild.refusal(message(any, MEMBER, "back"))).isEqualTo(160006);
    }
}
