package io.guildhall.guild.role;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.memberlist.Onlookers;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.RequestMembers;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Channels;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * From the answer to its deletion on nobody is shown a role, whatever is still to be swept: neither by REST nor by events, nor to those
 * who come, nor after the guild was loaded again or given to somebody else in between.
 */
class DeletedRoleTest {
    private static final long MEMBER = 2_000_001;
    private static final long OTHER = 2_000_002;
    private static final long BOT = 2_000_003;
    private static final int UNKNOWN_ROLE = 10011;
    /** More than are swept in one piece. */
    private static final int CHANNELS = 250;

    private static final long FIRST_CHANNEL = 1_100_000_000_000_000_000L;

    private final TestGuild guild = new TestGuild();
    private final Onlookers people = new Onlookers(guild);
    private int looks;
    private final long role = guild.role("gone", Permission.VIEW_CHANNEL.mask(), 1);

    @BeforeEach
    void delete() {
        guild.run(Calls.of("updateRole", OWNER)
                .path("guild_id", guild.id())
                .path("role_id", role)
                .body("{\"hoist\":true}"));
        guild.storage()
                .write(LongStream.range(FIRST_CHANNEL, FIRST_CHANNEL + CHANNELS)
                        .mapToObj(this::channel)
                        .toList());
        guild.reload();
        guild.join(MEMBER, "member", role);
        guild.join(OTHER, "other", role);
        guild.joinBot(BOT, "bot", role);
        people.come(MEMBER);
        people.come(OWNER);
        people.look(OWNER, FIRST_CHANNEL, 0);
        guild.runLaters();
        guild.takeEvents();
        guild.holdSteps();
        guild.run(Calls.of("deleteRole", OWNER).path("guild_id", guild.id()).path("role_id", role));
        assertThat(guild.takeNames()).contains("GUILD_ROLE_DELETE");
    }

    @Test
    void nothingShowsItWhileTheRestIsSwept() {
        nowhere();
        assertThat(guild.releaseSteps()).isPositive();
        nowhere();
    }

    @Test
    void nothingShowsItAfterTheGuildIsLoadedInBetween() {
        guild.reload();
        nowhere();
        assertThat(guild.releaseSteps()).isPositive();
        nowhere();
        guild.reload();
        nowhere();
    }

    @Test
    void nothingShowsItWhenTheGuildIsGivenAwayInBetween() {
        guild.run(Calls.of("updateGuild", OWNER)
                .path("guild_id", guild.id())
                .body("{\"owner_id\":\"%s\"}".formatted(OTHER)));
        tells(guild.takeEvents());
        nowhere();
        guild.reload();
        nowhere();
        assertThat(guild.releaseSteps()).isPositive();
        nowhere();
    }

    @Test
    void whoIsChangedMeanwhileDoesNotShowItAndKeepsNothingOfItInTheStore() {
        edit(MEMBER, "{\"nick\":\"another\"}");
        tells(guild.takeEvents());
        guild.reload();
        nowhere();
        assertThat(guild.refusal(Calls.of("addMemberRole", OWNER)
                        .path("guild_id", guild.id())
                        .path("user_id", OTHER)
                        .path("role_id", role)))
                .isEqualTo(UNKNOWN_ROLE);
        guild.releaseSteps();
        nowhere();
    }

    private void nowhere() {
        Stream.of("listMembers", "listRoles", "listChannels", "getGuild")
                .forEach(operation -> shows(
                        operation, Calls.of(operation, guild.state().ownerId()).path("guild_id", guild.id())));
        shows(
                "searchMembers",
                Calls.of("searchMembers", guild.state().ownerId())
                        .path("guild_id", guild.id())
                        .query("{\"query\":\"m\",\"limit\":100}"));
        Stream.of(MEMBER, OTHER, BOT)
                .forEach(user -> shows(
                        "getMember",
                        Calls.of("getMember", guild.state().ownerId())
                                .path("guild_id", guild.id())
                                .path("user_id", user)));
        shows(
                "getChannel",
                Calls.of("getChannel", guild.state().ownerId()).path("channel_id", FIRST_CHANNEL + CHANNELS - 1));
        tells(pulled(Command.newBuilder()
                .setAttach(AttachSessions.newBuilder()
                        .addSessions(Session.newBuilder()
                                .setRef(ref())
                                .setUserId(BOT)
                                .setBot(true)
                                .setIntents(Intent.GUILD_MEMBERS.bit() | Intent.GUILD_PRESENCES.bit())))));
        tells(pulled(Command.newBuilder()
                .setRequestMembers(RequestMembers.newBuilder()
                        .setSession(ref())
                        .setUserId(BOT)
                        .addAllUserIds(List.of(MEMBER, OTHER, BOT)))));
        guild.takeEvents();
        edit(MEMBER, "{\"nick\":\"%d\"}".formatted(++looks));
        people.say(MEMBER, looks % 2 == 0 ? "idle" : "dnd");
        people.come(OWNER);
        people.look(OWNER, FIRST_CHANNEL, 0);
        guild.runLaters();
        guild.runLaters();
        List<Event> told = guild.takeEvents();
        assertThat(told).extracting(Event::getName).contains("GUILD_MEMBER_LIST_UPDATE", "GUILD_MEMBER_UPDATE");
        tells(told);
    }

    private void edit(long user, String body) {
        shows(
                "updateMember",
                Calls.of("updateMember", guild.state().ownerId())
                        .path("guild_id", guild.id())
                        .path("user_id", user)
                        .body(body));
    }

    private void shows(String what, Calls call) {
        assertThat(guild.run(call).toString()).as(what).doesNotContain(Long.toString(role));
    }

    private void tells(List<Event> events) {
        for (Event event : events) {
            for (ByteString payload :
                    List.of(event.getPayload(), event.getPayloadWithoutContent(), event.getPayloadWithoutSight())) {
                assertThat(payload.toStringUtf8()).as(event.getName()).doesNotContain(Long.toString(role));
            }
        }
    }

    private List<Event> pulled(Command.Builder command) {
        return guild.tickets(command).stream()
                .flatMap(ticket -> guild.pull(ticket).stream())
                .toList();
    }

    private static SessionRef ref() {
        return SessionRef.newBuilder().setGateway("gateway").setNumber(BOT).build();
    }

    private Mutation channel(long id) {
        return Write.to(Channels.TABLE, guild.id(), id)
                .set(Channels.TYPE, 0L)
                .set(Channels.NAME, "channel")
                .set(
                        Channels.OVERWRITES,
                        ByteString.copyFromUtf8(
                                "[{\"id\":\"%d\",\"type\":0,\"allow\":\"1024\",\"deny\":\"0\"}]".formatted(role)))
                .build();
    }
}
