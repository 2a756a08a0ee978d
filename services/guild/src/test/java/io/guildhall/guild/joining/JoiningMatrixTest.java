package io.guildhall.guild.joining;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.user.ReserveGuild;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.instance.Quotas;
import io.guildhall.model.payload.GuildProperties;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.UserGuilds;
import io.guildhall.model.table.catalogue.Users;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way into a guild, in all circumstances that keep somebody out: one door, so each way is kept as the others are. */
class JoiningMatrixTest {
    private static final long NEWCOMER = 2_000_001;
    private static final long BRINGER = 3_000_001;

    private final TestGuild guild = new TestGuild();

    enum Circumstance {
        NONE(EnumSet.noneOf(WayIn.class)),
        BANNED(EnumSet.allOf(WayIn.class)) {
            @Override
            void set(JoiningMatrixTest test) {
                test.guild.run(Calls.of("createBan", OWNER)
                        .path("guild_id", test.guild.id())
                        .path("user_id", NEWCOMER)
                        .body("{}"));
            }
        },
        BANNED_WHILE_A_MEMBER(EnumSet.allOf(WayIn.class)) {
            @Override
            void set(JoiningMatrixTest test) {
                test.guild.join(NEWCOMER, "newcomer");
                BANNED.set(test);
            }
        },
        INVITES_PAUSED(EnumSet.of(WayIn.INVITE, WayIn.APPLICATION)) {
            @Override
            void set(JoiningMatrixTest test) {
                test.guild.run(Calls.of("updateIncidentActions", OWNER)
                        .path("guild_id", test.guild.id())
                        .body("{\"invites_disabled_until\":\"%s\"}"
                                .formatted(Json.timestamp(test.guild.clock().millis() + 60_000))));
            }
        },
        INVITES_PAUSED_AND_OPEN_AGAIN(EnumSet.noneOf(WayIn.class)) {
            @Override
            void set(JoiningMatrixTest test) {
                INVITES_PAUSED.set(test);
                test.guild.clock().advance(Duration.ofMinutes(1));
            }
        },
        INVITES_OFF(EnumSet.of(WayIn.INVITE, WayIn.APPLICATION)) {
            @Override
            void set(JoiningMatrixTest test) {
                test.guild.run(Calls.of("updateGuild", OWNER)
                        .path("guild_id", test.guild.id())
                        .body("{\"features\":[\"INVITES_DISABLED\",\"MEMBER_VERIFICATION_MANUAL_APPROVAL\"]}"));
            }
        },
        IN_AS_MANY_GUILDS_AS_PEOPLE_MAY(EnumSet.of(WayIn.INVITE, WayIn.APPLICATION, WayIn.REQUEST)) {
            @Override
            void set(JoiningMatrixTest test) {
                test.guild
                        .storage()
                        .write(LongStream.rangeClosed(1, ReserveGuild.MOST_TO_JOIN)
                                .mapToObj(other -> Write.to(UserGuilds.TABLE, NEWCOMER, other)
                                        .set(UserGuilds.JOINED_AT, 1L)
                                        .build())
                                .toList());
            }
        },
        AN_ACCOUNT_THAT_IS_GONE(EnumSet.allOf(WayIn.class)) {
            @Override
            void set(JoiningMatrixTest test) {
                test.guild.storage().write(List.of(Write.delete(Users.TABLE, NEWCOMER)));
            }
        };

        private final Set<WayIn> closed;

        Circumstance(Set<WayIn> closed) {
            this.closed = closed;
        }

        void set(JoiningMatrixTest test) {}
    }

    record Attempt(WayIn way, Circumstance circumstance) {}

    static Stream<Attempt> attempts() {
        return Arrays.stream(WayIn.values()).flatMap(way -> Arrays.stream(Circumstance.values())
                .map(circumstance -> new Attempt(way, circumstance)));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void oneRuleSaysForEveryWayWhoComesIn(Attempt attempt) {
        account(attempt.way().ofBots());
        Calls call = call(attempt.way());
        attempt.circumstance().set(this);
        guild.takeEvents();

        if (attempt.circumstance().closed.contains(attempt.way())) {
            guild.refusal(call);
            assertThat(guild.state().findMember(NEWCOMER)).isEmpty();
            assertThat(guild.takeEvents()).isEmpty();
        } else {
            guild.run(call);
            assertThat(guild.state().findMember(NEWCOMER)).isPresent();
            assertThat(guild.takeNames()).contains("GUILD_MEMBER_ADD");
        }
    }

    /** Comings by ways of the others: people aren't authorised, bots neither accept invites nor let themselves be brought. */
    @ParameterizedTest
    @EnumSource
    void theKindOfAnAccountHasItsOwnWays(WayIn way) {
        account(!way.ofBots());
        assertThatThrownBy(() -> guild.run(call(way))).isInstanceOf(ApiException.class);
        assertThat(guild.state().findMember(NEWCOMER)).isEmpty();
    }

    /** Leaving and coming back another way ends no time-out. */
    @ParameterizedTest
    @EnumSource
    void aTimeOutIsThereAgainWhicheverWaySomebodyComesBack(WayIn way) {
        account(way.ofBots());
        Calls call = call(way);
        guild.run(call);
        long until = guild.clock().millis() + 60_000;
        guild.run(Calls.of("updateMember", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", NEWCOMER)
                .body("{\"communication_disabled_until\":\"" + Json.timestamp(until) + "\"}"));
        guild.run(Calls.of("kickMember", OWNER).path("guild_id", guild.id()).path("user_id", NEWCOMER));

        // What was asked once is answered for good: it is asked again.
        guild.run(way == WayIn.REQUEST ? call(way) : call);

        assertThat(guild.state().member(NEWCOMER).timedOutUntil()).isEqualTo(until);
    }

    @Test
    void aGuildIsFullWithAsManyMembersAsItSays() {
        assertThatCode(() -> Joining.requireRoom(GuildProperties.MOST_MEMBERS - 1, Quotas.NONE))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Joining.requireRoom(GuildProperties.MOST_MEMBERS, Quotas.NONE))
                .isInstanceOfSatisfying(ApiException.class, full -> assertThat(full.code())
                        .isEqualTo(ErrorCode.MAXIMUM_NUMBER_OF_SERVER_MEMBERS_REACHED.number()));
    }

    private void account(boolean bot) {
        guild.storage()
                .write(List.of(
                        Write.to(Users.TABLE, NEWCOMER)
                                .set(Users.USERNAME, "newcomer")
                                .set(Users.BOT, bot)
                                .build(),
                        Write.to(Applications.TABLE, NEWCOMER)
                                .set(Applications.NAME, "newcomer")
                                .set(Applications.OWNER_ID, OWNER)
                                .set(Applications.BOT_PUBLIC, true)
                                .build()));
    }

    /** How the newcomer comes this way; a member who may do what the way needs helps, where one is needed. */
    private Calls call(WayIn way) {
        return switch (way) {
            case INVITE ->
                Calls.of("acceptInvite", NEWCOMER).path("guild_id", guild.id()).path("code", invite());
            case APPLICATION -> {
                guild.joinBot(BRINGER, "bringer", guild.role("bringer", Permission.CREATE_INSTANT_INVITE.mask(), 1));
                yield Calls.of("addMember", BRINGER)
                        .bot()
                        .path("guild_id", guild.id())
                        .path("user_id", NEWCOMER)
                        .body("{\"access_token\":\"one\"}");
            }
            case REQUEST ->
                Calls.of("actionJoinRequest", OWNER)
                        .path("guild_id", guild.id())
                        .path("request_id", request())
                        .body("{\"action\":\"APPROVED\"}");
            case AUTHORISATION ->
                Calls.of("authorizeBot", OWNER)
                        .path("guild_id", guild.id())
                        .query("{\"client_id\":\"" + NEWCOMER + "\"}")
                        .body("{\"guild_id\":\"" + guild.id() + "\",\"authorize\":true}");
        };
    }

    private String request() {
        guild.run(Calls.of("updateMemberVerification", OWNER)
                .path("guild_id", guild.id())
                .body("{\"enabled\":true}"));
        guild.run(Calls.of("updateGuild", OWNER)
                .path("guild_id", guild.id())
                .body("{\"features\":[\"MEMBER_VERIFICATION_MANUAL_APPROVAL\"]}"));
        guild.run(
                Calls.of("acceptInvite", NEWCOMER).path("guild_id", guild.id()).path("code", invite()));
        return guild.run(Calls.of("submitJoinRequest", NEWCOMER)
                        .path("guild_id", guild.id())
                        .body("{\"form_fields\":[]}"))
                .get("id")
                .asText();
    }

    /** Not rehearsed as other calls are, since an invite's code is claimed when it is made. */
    private String invite() {
        Calls call = Calls.of("createInvite", OWNER)
                .path("channel_id", guild.channel("lobby"))
                .path("guild_id", guild.id())
                .body("{}");
        return guild.run(Command.newBuilder().setRest(call.rest())).get("code").asText();
    }
}
