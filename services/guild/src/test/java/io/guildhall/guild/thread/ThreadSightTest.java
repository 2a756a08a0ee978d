package io.guildhall.guild.thread;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import java.util.List;
import org.junit.jupiter.api.Test;

/** To whom a channel begins to show is told of its threads. */
class ThreadSightTest extends ThreadTestBase {
    private static final long VIEW = Permission.VIEW_CHANNEL.mask();

    private final long open = standalone(11, MEMBER);
    private final long closed = standalone(12, MEMBER);

    @Test
    void anOverwriteThatShowsAChannelShowsItsThreads() {
        overwrite(guild.id(), 0, VIEW);
        attach(MEMBER);
        guild.takeEvents();
        overwrite(guild.id(), 0, 0);

        List<Event> events = threadEvents();
        assertThat(events)
                .extracting(Event::getName)
                .containsExactly("THREAD_LIST_SYNC", "THREAD_LIST_SYNC", "THREAD_MEMBER_UPDATE", "THREAD_CREATE");
        assertThat(events.subList(0, 2)).allSatisfy(event -> {
            assertThat(event.getOnlyGained()).isTrue();
            assertThat(event.getFormer().getChannels(0).getId()).isEqualTo(channel);
            assertThat(event.getChannelId()).isEqualTo(channel);
        });
        JsonNode toAll = payload(events, 0);
        assertThat(toAll.get("guild_id").asLong()).isEqualTo(guild.id());
        assertThat(toAll.get("channel_ids")).extracting(JsonNode::asLong).containsExactly(channel);
        assertThat(toAll.get("threads")).extracting(ThreadTestBase::id).containsExactly(open);
        assertThat(toAll.get("members")).isEmpty();
        assertThat(events.get(0).getPermissions()).isZero();
        assertThat(events.get(1).getPermissions()).isEqualTo(Permission.MANAGE_THREADS.mask());
        assertThat(payload(events, 1).get("threads"))
                .extracting(ThreadTestBase::id)
                .containsExactly(open, closed);
        assertThat(events.subList(2, 4))
                .allSatisfy(event -> assertThat(event.getOnlyUsersList()).containsExactly(MEMBER));
        assertThat(payload(events, 3).get("member").get("user_id").asLong()).isEqualTo(MEMBER);
    }

    @Test
    void whoSawTheChannelBeforeIsToldNothingByItself() {
        attach(MEMBER);
        guild.takeEvents();
        overwrite(MEMBER, 1, Permission.ADD_REACTIONS.mask());
        assertThat(threadEvents()).extracting(Event::getName).containsOnly("THREAD_LIST_SYNC");
    }

    @Test
    void aRoleOfAMemberShowsItTheThreadsWithWhatItIsInThem() {
        long seers = guild.role("Seers", 0, 1);
        overwrite(guild.id(), 0, VIEW);
        allow(seers);
        guild.takeEvents();
        guild.run(Calls.of("addMemberRole", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", MEMBER)
                .path("role_id", seers));

        List<Event> events = threadEvents();
        assertThat(events).singleElement().satisfies(event -> assertThat(event.getOnlyUsersList())
                .containsExactly(MEMBER));
        JsonNode sync = payload(events, 0);
        assertThat(sync.get("channel_ids")).extracting(JsonNode::asLong).containsExactly(channel);
        assertThat(sync.get("threads")).extracting(ThreadTestBase::id).containsExactly(open, closed);
        assertThat(sync.get("members")).hasSize(2);
    }

    @Test
    void aRoleThatBeginsToManageThreadsShowsThePrivateOnes() {
        long managers = guild.role("Managers", 0, 1);
        guild.run(Calls.of("addMemberRole", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", OTHER)
                .path("role_id", managers));
        guild.takeEvents();
        setPermissions(managers, Permission.MANAGE_THREADS.mask());
        List<Event> events = threadEvents();
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getPermissions()).isEqualTo(Permission.MANAGE_THREADS.mask());
            assertThat(event.getFormer().getRoles(0).getId()).isEqualTo(managers);
        });
        setPermissions(managers, Permission.of(Permission.MANAGE_THREADS, Permission.ADMINISTRATOR));
        assertThat(threadEvents()).hasSize(2);
        setPermissions(managers, 0);
        guild.takeEvents();
        setPermissions(managers, Permission.ADD_REACTIONS.mask());
        assertThat(threadEvents()).isEmpty();
    }

    @Test
    void theNewOwnerIsToldOfAllThatItDidNotSee() {
        overwrite(guild.id(), 0, VIEW);
        guild.takeEvents();
        guild.run(Calls.of("updateGuild", OWNER).path("guild_id", guild.id()).body("{\"owner_id\":\"" + OTHER + "\"}"));
        List<Event> events = threadEvents();
        assertThat(events).singleElement().satisfies(event -> assertThat(event.getOnlyUsersList())
                .containsExactly(OTHER));
        assertThat(payload(events, 0).get("threads")).hasSize(2);
    }

    private void allow(long role) {
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", channel)
                .path("overwrite_id", role)
                .body("{\"type\":0,\"allow\":\"" + VIEW + "\"}"));
    }

    private void setPermissions(long role, long permissions) {
        guild.run(Calls.of("updateRole", OWNER)
                .path("guild_id", guild.id())
                .path("role_id", role)
                .body("{\"permissions\":\"" + permissions + "\"}"));
    }

    private void attach(long user) {
        guild.tickets(Command.newBuilder()
                .setAttach(AttachSessions.newBuilder()
                        .addSessions(Session.newBuilder()
                                .setRef(SessionRef.newBuilder()
                                        .setGateway("gateway")
                                        .setNumber(user))
                                .setUserId(user)
                                .setIntents(Intent.ALL))));
    }

    private List<Event> threadEvents() {
        return guild.takeEvents().stream()
                .filter(event -> event.getName().startsWith("THREAD"))
                .toList();
    }
}
