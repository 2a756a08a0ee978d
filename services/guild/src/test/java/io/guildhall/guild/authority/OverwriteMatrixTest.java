package io.guildhall.guild.authority;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.PermissionOverwrite;
import io.guildhall.model.permission.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to change what one permission is for one role in a channel, from each of its states to each other. */
class OverwriteMatrixTest {
    private static final long MEMBER = 2_000_001;
    private static final long HELD = Permission.SEND_MESSAGES.mask();
    private static final long NOT_HELD = Permission.MANAGE_MESSAGES.mask();

    private final TestGuild guild = new TestGuild();

    enum State {
        UNSET,
        ALLOWED,
        DENIED;

        /** The body's list of overwrites. */
        String list(long role, long bit) {
            return this == UNSET
                    ? "[]"
                    : "[{\"id\":\"%d\",\"type\":0,%s}]"
                            .formatted(role, bits(bit).substring(1, bits(bit).length() - 1));
        }

        String bits(long bit) {
            return "{\"allow\":\"%d\",\"deny\":\"%d\"}".formatted(this == ALLOWED ? bit : 0, this == DENIED ? bit : 0);
        }
    }

    enum Way {
        PUT {
            @Override
            Calls call(OverwriteMatrixTest test, long channel, long role, State to, long bit) {
                return Calls.of("setOverwrite", MEMBER)
                        .path("channel_id", channel)
                        .path("overwrite_id", role)
                        .body(to.bits(bit));
            }
        },
        DELETE {
            @Override
            Calls call(OverwriteMatrixTest test, long channel, long role, State to, long bit) {
                return Calls.of("deleteOverwrite", MEMBER)
                        .path("channel_id", channel)
                        .path("overwrite_id", role);
            }
        },
        PATCH {
            @Override
            Calls call(OverwriteMatrixTest test, long channel, long role, State to, long bit) {
                return Calls.of("updateChannel", MEMBER)
                        .path("channel_id", channel)
                        .body("{\"permission_overwrites\":" + to.list(role, bit) + "}");
            }
        },
        LOCK {
            @Override
            Calls call(OverwriteMatrixTest test, long channel, long role, State to, long bit) {
                long category =
                        test.create("{\"name\":\"c\",\"type\":4,\"permission_overwrites\":" + to.list(role, bit) + "}");
                return Calls.of("updateChannelPositions", MEMBER)
                        .path("guild_id", test.guild.id())
                        .body("[{\"id\":\"%d\",\"parent_id\":\"%d\",\"lock_permissions\":true}]"
                                .formatted(channel, category));
            }
        },
        CREATE {
            @Override
            Calls call(OverwriteMatrixTest test, long channel, long role, State to, long bit) {
                return Calls.of("createChannel", MEMBER)
                        .path("guild_id", test.guild.id())
                        .body("{\"name\":\"new\",\"permission_overwrites\":" + to.list(role, bit) + "}");
            }
        };

        abstract Calls call(OverwriteMatrixTest test, long channel, long role, State to, long bit);

        boolean leads(State from, State to) {
            return switch (this) {
                case PUT, PATCH, LOCK -> true;
                case DELETE -> to == State.UNSET && from != State.UNSET;
                case CREATE -> from == State.UNSET;
            };
        }
    }

    record Change(Way way, State from, State to, boolean held) {
        long bit() {
            return held ? HELD : NOT_HELD;
        }
    }

    static Stream<Change> changes() {
        return Arrays.stream(Way.values())
                .flatMap(way -> Arrays.stream(State.values()).flatMap(from -> Arrays.stream(State.values())
                        .filter(to -> way.leads(from, to))
                        .flatMap(to -> Stream.of(true, false).map(held -> new Change(way, from, to, held)))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void nobodyChangesWhatAPermissionIsThatTheyDoNotHave(Change change) {
        long manager = guild.role("manager", Permission.of(Permission.MANAGE_CHANNELS, Permission.MANAGE_ROLES), 2);
        guild.join(MEMBER, "member", manager);
        long role = guild.role("subject", 0, 1);
        long channel = create(
                "{\"name\":\"a\",\"permission_overwrites\":" + change.from().list(role, change.bit()) + "}");
        Calls call = change.way().call(this, channel, role, change.to(), change.bit());
        List<PermissionOverwrite> before = guild.state().channel(channel).overwriteList();
        int channels = guild.state().channels().size();
        guild.takeEvents();

        if (change.held() || change.from() == change.to()) {
            guild.run(call);
            if (change.from() != change.to()) {
                assertThat(guild.takeNames()).contains("GUILD_AUDIT_LOG_ENTRY_CREATE");
            }
        } else {
            assertThat(guild.refusal(call)).isEqualTo(50013);
            assertThat(guild.state().channel(channel).overwriteList()).isEqualTo(before);
            assertThat(guild.state().channels()).hasSize(channels);
            assertThat(guild.takeEvents()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void overwritesAreForRolesAndMembersThatExist(Way way) {
        guild.join(MEMBER, "member", guild.role("admin", Permission.ADMINISTRATOR.mask(), 2));
        long channel = create("{\"name\":\"a\"}");

        assertThat(guild.refusal(way.call(this, channel, 77, State.DENIED, HELD)))
                .isIn(10007, 10011, 10009);
    }

    static Stream<Way> ways() {
        // Categories name what exists, so locking can't bring anything else.
        return Stream.of(Way.PUT, Way.DELETE, Way.PATCH, Way.CREATE);
    }

    @ParameterizedTest
    @MethodSource("settingWays")
    void onlyAdministratorsSetWhoManagesPermissionsInAChannel(Way way) {
        guild.join(
                MEMBER,
                "member",
                guild.role("manager", Permission.of(Permission.MANAGE_CHANNELS, Permission.MANAGE_ROLES), 2));
        long role = guild.role("subject", 0, 1);
        long channel = create("{\"name\":\"a\"}");

        assertThat(guild.refusal(way.call(this, channel, role, State.ALLOWED, Permission.MANAGE_ROLES.mask())))
                .isEqualTo(50013);
    }

    static Stream<Way> settingWays() {
        return Stream.of(Way.PUT, Way.PATCH, Way.LOCK, Way.CREATE);
    }

    @ParameterizedTest
    @MethodSource("hiddenWays")
    void whoMayOnlyManageChannelsDoesNotOpenOne(Way way) {
        guild.join(MEMBER, "member", guild.role("manager", Permission.MANAGE_CHANNELS.mask(), 2));
        long channel = create("{\"name\":\"a\",\"permission_overwrites\":"
                + State.DENIED.list(guild.id(), Permission.VIEW_CHANNEL.mask()) + "}");

        assertThat(guild.refusal(way.call(this, channel, guild.id(), State.UNSET, 0)))
                .isIn(50001, 50013);
        assertThat(guild.state().channel(channel).overwriteList()).hasSize(1);
    }

    static Stream<Way> hiddenWays() {
        return Stream.of(Way.PUT, Way.DELETE, Way.PATCH, Way.LOCK);
    }

    private long create(String body) {
        JsonNode channel = guild.run(
                Calls.of("createChannel", OWNER).path("guild_id", guild.id()).body(body));
        return Snowflake.parse(channel.get("id").asText());
    }
}
