package io.guildhall.guild.thread;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.Calls;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who sees threads, speaks in them and changes them. */
class ThreadRightsTest extends ThreadTestBase {
    @Test
    void whoMayNotSpeakInThreadsMaySpeakBesideThem() {
        long thread = standalone(11, MEMBER);
        overwrite(guild.id(), 0, Permission.SEND_MESSAGES_IN_THREADS.mask());
        assertThat(guild.refusal(message(thread, OTHER, "no"))).isEqualTo(50013);
        send(channel, OTHER, "yes");
        overwrite(guild.id(), 0, Permission.SEND_MESSAGES.mask());
        send(thread, OTHER, "yes");
        assertThat(guild.refusal(message(channel, OTHER, "no"))).isEqualTo(50013);
    }

    /** A new name is told in the thread, so whoever gives one speaks. */
    @Test
    void whoBeganAThreadAndMaySpeakInItNoMoreChangesNothingOfIt() {
        long thread = standalone(11, MEMBER);
        overwrite(MEMBER, 1, Permission.SEND_MESSAGES_IN_THREADS.mask());
        for (String change :
                List.of("{\"name\":\"spoken\"}", "{\"auto_archive_duration\":60}", "{\"archived\":true}")) {
            assertThat(guild.refusal(updating(thread, MEMBER, change)))
                    .as(change)
                    .isEqualTo(50013);
        }
        overwrite(MEMBER, 1, 0);
        assertThat(update(thread, MEMBER, "{\"name\":\"spoken\"}").get("name").asText())
                .isEqualTo("spoken");
        guild.run(Calls.of("updateMember", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", MEMBER)
                .body("{\"communication_disabled_until\":\""
                        + Instant.ofEpochMilli(guild.state().now() + 60_000) + "\"}"));
        assertThat(guild.refusal(updating(thread, MEMBER, "{\"name\":\"silenced\"}")))
                .isEqualTo(50013);
    }

    @Test
    void whoDoesNotSeeTheParentSeesNoThreadOfIt() {
        long thread = standalone(11, MEMBER);
        overwrite(guild.id(), 0, Permission.VIEW_CHANNEL.mask());
        assertThat(guild.refusal(Calls.of("getChannel", MEMBER).path("channel_id", thread)))
                .isEqualTo(50001);
        guild.run(Calls.of("getChannel", OWNER).path("channel_id", thread));
    }

    @Test
    void aPrivateThreadShowsToItsMembersAndToThoseWhoManageThreads() {
        long thread = standalone(12, MEMBER);
        List<Event> created = guild.takeEvents();
        assertThat(created.getFirst().getPermissions()).isEqualTo(Permission.MANAGE_THREADS.mask());
        assertThat(guild.refusal(Calls.of("getChannel", OTHER).path("channel_id", thread)))
                .isEqualTo(50001);
        guild.run(Calls.of("getChannel", OWNER).path("channel_id", thread));
        send(thread, MEMBER, "come <@" + OTHER + ">");
        assertThat(guild.takeEvents().getLast().getAdmittedUsersList()).containsExactly(MEMBER, OTHER);
        send(thread, OTHER, "hello");
    }

    @Test
    void intoAPrivateThreadThatIsNotInvitableOnlyManagersBringOthers() {
        long thread = id(guild.run(Calls.of("createThread", MEMBER)
                .path("channel_id", channel)
                .body("{\"name\":\"closed\",\"type\":12,\"invitable\":false}")));
        send(thread, MEMBER, "come <@" + OTHER + ">");
        assertThat(guild.state().threads().byId().get(thread).members().contains(OTHER))
                .isFalse();
        Calls add =
                Calls.of("addThreadMember", MEMBER).path("channel_id", thread).path("user_id", OTHER);
        assertThat(guild.refusal(add)).isEqualTo(50013);
        guild.run(Calls.of("addThreadMember", OWNER).path("channel_id", thread).path("user_id", OTHER));
        assertThat(guild.state().threads().byId().get(thread).members().contains(OTHER))
                .isTrue();
    }

    @Test
    void whoeverBeganAThreadRenamesAndArchivesItAndOnlyManagersLockIt() {
        long thread = standalone(11, MEMBER);
        guild.takeEvents();
        assertThat(update(thread, MEMBER, "{\"name\":\"New\"}").get("name").asText())
                .isEqualTo("New");
        List<Event> events = guild.takeEvents();
        assertThat(events)
                .extracting(Event::getName)
                .containsExactly("THREAD_UPDATE", "MESSAGE_CREATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        assertThat(payload(events, 1).get("type").asInt()).isEqualTo(4);
        assertThat(guild.refusal(updating(thread, MEMBER, "{\"locked\":true}"))).isEqualTo(50013);
        assertThat(guild.refusal(updating(thread, OTHER, "{\"name\":\"Mine\"}")))
                .isEqualTo(50013);
        assertThat(guild.refusal(updating(thread, OTHER, "{\"archived\":true}")))
                .isEqualTo(50013);
        assertThat(update(thread, MEMBER, "{\"archived\":true}")
                        .get("thread_metadata")
                        .get("archived")
                        .asBoolean())
                .isTrue();
        assertThat(guild.refusal(updating(thread, MEMBER, "{\"name\":\"Late\"}")))
                .isEqualTo(50083);
    }

    @Test
    void aLockedThreadIsForThoseWhoManageThreads() {
        long thread = standalone(11, MEMBER);
        long message = send(thread, MEMBER, "mine");
        update(thread, OWNER, "{\"locked\":true}");
        assertThat(guild.refusal(message(thread, MEMBER, "no"))).isEqualTo(160005);
        send(thread, OWNER, "yes");
        update(thread, OWNER, "{\"archived\":true}");
        assertThat(guild.refusal(updating(thread, MEMBER, "{\"archived\":false}")))
                .isEqualTo(160005);
        assertThat(guild.refusal(Calls.of("deleteMessage", MEMBER)
                        .path("channel_id", thread)
                        .path("message_id", message)))
                .isEqualTo(160005);
        update(thread, OWNER, "{\"archived\":false}");
    }

    @Test
    void nobodyVotesInAnArchivedThreadAndALockedOneAnswersNoClicks() {
        long thread = standalone(11, MEMBER);
        long message = send(thread, MEMBER, "mine");
        update(thread, OWNER, "{\"locked\":true,\"archived\":true}");
        assertThat(guild.refusal(on("vote", thread, message))).isEqualTo(50083);
        assertThat(guild.refusal(on("endPoll", thread, message))).isEqualTo(50083);
        assertThat(guild.refusal(on("createInteraction", thread, message))).isEqualTo(160005);
    }

    private static Calls on(String operation, long thread, long message) {
        return Calls.of(operation, MEMBER).path("channel_id", thread).path("message_id", message);
    }
}
