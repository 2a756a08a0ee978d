package io.guildhall.guild.channel;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The largest guild that there may be: 500 channels, and of overwrites as many as fit into what all channels may weigh. */
class LargestGuildTest {
    private static final int CATEGORIES = 10;
    private static final int CHANNELS = 498;
    private static final int OVERWRITES = 90;
    private static final int MOST_WEIGHT = 4 << 20;
    /** Of all that is told of one command; a relay's window. */
    private static final int MOST_TOLD = 4 << 20;
    /** Of one turn, where what shows is told in pieces. */
    private static final int MOST_IN_PIECES = 512 << 10;

    private static final long FIRST_ROLE = 1_000_000_000_000_000_000L;
    private static final long FIRST_CHANNEL = 1_100_000_000_000_000_000L;
    private static final long FIRST_CATEGORY = FIRST_CHANNEL + 1_000;
    private static final long MEMBER = 77;

    private final TestGuild guild = new TestGuild();

    @BeforeEach
    void fill() {
        List<Mutation> rows = new ArrayList<>();
        LongStream.range(FIRST_ROLE, FIRST_ROLE + OVERWRITES)
                .forEach(role -> rows.add(Write.to(Roles.TABLE, guild.id(), role)
                        .set(Roles.NAME, "role")
                        .set(Roles.PERMISSIONS, Permission.VIEW_CHANNEL.mask())
                        .build()));
        long left = CHANNELS - guild.state().channels().size();
        LongStream.range(FIRST_CATEGORY, FIRST_CATEGORY + CATEGORIES)
                .forEach(id -> rows.add(row(id, ChannelType.GUILD_CATEGORY, 0, Permission.MANAGE_WEBHOOKS)));
        LongStream.range(FIRST_CHANNEL, FIRST_CHANNEL + left - CATEGORIES)
                .forEach(id -> rows.add(
                        row(id, ChannelType.GUILD_TEXT, FIRST_CATEGORY + id % CATEGORIES, Permission.VIEW_CHANNEL)));
        guild.storage().write(rows);
        guild.reload();
        assertThat(weight()).isBetween(MOST_WEIGHT * 8 / 10, MOST_WEIGHT);
        guild.forgetSizes();
    }

    @Test
    void allChannelsTakeTheOverwritesOfTheirCategories() {
        guild.run(Calls.of("updateChannelPositions", OWNER)
                .path("guild_id", guild.id())
                .body(children().stream()
                        .map(channel -> "{\"id\":\"%s\",\"lock_permissions\":true,\"position\":%d}"
                                .formatted(Snowflake.format(channel), channel % 1_000))
                        .collect(Collectors.joining(",", "[", "]"))));

        assertThat(guild.mostBytes()).isLessThan(2L * ChannelMoves.PIECE_BYTES);
        assertThat(children()).allSatisfy(id -> {
            GuildChannel channel = guild.state().channel(id);
            assertThat(channel.overwriteList())
                    .isEqualTo(guild.state().channel(channel.parentId()).overwriteList());
            assertThat(channel.position()).isEqualTo(id % 1_000);
        });
        List<Event> told = guild.takeEvents();
        assertThat(told.stream().filter(LargestGuildTest::isAudit))
                .hasSize(children().size());
        assertThat(told.stream()
                        .filter(event -> event.getName().equals(DispatchEvent.CHANNEL_UPDATE.name()))
                        .map(Event::getChannelId)
                        .filter(id -> id < FIRST_CATEGORY))
                .containsExactlyElementsOf(children());
        GuildChannel first = guild.state().channel(FIRST_CHANNEL);
        guild.reload();
        assertThat(guild.state().channel(FIRST_CHANNEL).overwriteList()).isEqualTo(first.overwriteList());
    }

    @Test
    void whatOneMayNotDoIsFoundBeforeTheFirstPiece() {
        guild.run(Calls.of("createRole", OWNER)
                .path("guild_id", guild.id())
                .body("{\"name\":\"mover\",\"permissions\":\"%d\"}"
                        .formatted(Permission.of(
                                Permission.MANAGE_CHANNELS, Permission.MANAGE_ROLES, Permission.VIEW_CHANNEL))));
        long mover = guild.state().roles().stream()
                .filter(role -> role.name().equals("mover"))
                .findFirst()
                .orElseThrow()
                .id();
        guild.join(MEMBER, "mover", mover);
        guild.takeEvents();
        String moves = children().stream()
                .map(channel -> "{\"id\":\"%s\",\"position\":1,\"lock_permissions\":%b}"
                        .formatted(
                                Snowflake.format(channel),
                                channel.equals(children().getLast())))
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(guild.refusal(Calls.of("updateChannelPositions", MEMBER)
                        .path("guild_id", guild.id())
                        .body(moves)))
                .isEqualTo(50013);
        assertThat(guild.takeEvents()).isEmpty();
    }

    @Test
    void itGetsAnotherOwner() {
        guild.join(MEMBER, "next");
        guild.forgetSizes();
        guild.run(Calls.of("updateGuild", OWNER)
                .path("guild_id", guild.id())
                .body("{\"owner_id\":\"%s\"}".formatted(MEMBER)));

        assertThat(guild.mostBytes()).isLessThan(MOST_IN_PIECES);
        List<Event> told = channelUpdates();
        assertThat(told).extracting(Event::getChannelId).containsExactlyElementsOf(allChannels());
        assertThat(told).allSatisfy(event -> {
            assertThat(event.getFormer().getOwnerId()).isEqualTo(OWNER);
            assertThat(event.getOnlyUsersList()).containsExactly(OWNER, MEMBER);
        });
    }

    @Test
    void theNextOwnerOfTheActorGoesOnWithThePieceThatIsLeft() {
        guild.join(MEMBER, "next");
        guild.run(Calls.of("updateGuild", OWNER)
                .path("guild_id", guild.id())
                .body("{\"owner_id\":\"%s\"}".formatted(MEMBER)));
        guild.takeEvents();
        guild.reload();
        long last = FIRST_CHANNEL + 400;

        sweep("{\"after\":\"%d\",\"owners\":[\"%d\",\"%d\"]}".formatted(last, OWNER, MEMBER));

        assertThat(channelUpdates())
                .extracting(Event::getChannelId)
                .containsExactlyElementsOf(
                        allChannels().stream().filter(id -> id > last).toList());
    }

    @Test
    void whoHasGoneMeanwhileIsToldNothing() {
        sweep("{\"after\":\"0\",\"member\":\"%d\",\"roles\":[\"%d\"]}".formatted(MEMBER, FIRST_ROLE));

        assertThat(guild.takeEvents()).isEmpty();
    }

    @Test
    void aMemberGetsARoleThatShowsEverything() {
        guild.join(MEMBER, "member");
        guild.forgetSizes();
        guild.run(Calls.of("addMemberRole", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", MEMBER)
                .path("role_id", FIRST_ROLE));

        assertThat(guild.mostBytes()).isLessThan(MOST_IN_PIECES);
        assertThat(channelUpdates())
                .allSatisfy(event -> assertThat(event.getOnlyUsersList()).containsExactly(MEMBER))
                .extracting(Event::getSubjectChannelId)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void aRoleAndACategoryGo() {
        guild.run(Calls.of("deleteRole", OWNER).path("guild_id", guild.id()).path("role_id", FIRST_ROLE));
        guild.run(Calls.of("deleteChannel", OWNER).path("channel_id", FIRST_CATEGORY));

        assertThat(guild.mostBytes()).isLessThan(MOST_TOLD);
    }

    @Test
    void itIsCopiedIntoATemplate() {
        guild.run(Calls.of("createTemplate", OWNER).path("guild_id", guild.id()).body("{\"name\":\"copy\"}"));

        assertThat(guild.mostBytes()).isLessThan(Write.MOST_BYTES);
    }

    private List<Event> channelUpdates() {
        return guild.takeEvents().stream()
                .filter(event -> event.getName().equals(DispatchEvent.CHANNEL_UPDATE.name()))
                .toList();
    }

    private List<Long> allChannels() {
        return guild.state().channels().stream().map(GuildChannel::id).sorted().toList();
    }

    private void sweep(String body) {
        guild.run(Command.newBuilder()
                .setInternal(Internal.newBuilder().setStep("sweepSight").setBody(Json.bytes(Json.parse(body)))));
    }

    private static boolean isAudit(Event event) {
        return event.getName().equals(DispatchEvent.GUILD_AUDIT_LOG_ENTRY_CREATE.name());
    }

    private List<Long> children() {
        return guild.state().channels().stream()
                .map(GuildChannel::id)
                .filter(id -> id >= FIRST_CHANNEL && id < FIRST_CATEGORY)
                .sorted()
                .toList();
    }

    private int weight() {
        return guild.state().channels().stream().mapToInt(GuildChannel::weight).sum();
    }

    private Mutation row(long id, ChannelType type, long parent, Permission denied) {
        String overwrites = LongStream.range(FIRST_ROLE, FIRST_ROLE + OVERWRITES)
                .mapToObj(role -> "{\"id\":\"%d\",\"type\":0,\"allow\":\"%d\",\"deny\":\"%d\"}"
                        .formatted(role, Permission.USE_EXTERNAL_SOUNDS.mask(), denied.mask()))
                .collect(Collectors.joining(",", "[", "]"));
        return Write.to(Channels.TABLE, guild.id(), id)
                .set(Channels.TYPE, (long) type.number())
                .set(Channels.NAME, "channel")
                .set(Channels.POSITION, 0L)
                .set(Channels.PARENT_ID, parent == 0 ? null : parent)
                .set(Channels.OVERWRITES, ByteString.copyFromUtf8(overwrites))
                .build();
    }
}
