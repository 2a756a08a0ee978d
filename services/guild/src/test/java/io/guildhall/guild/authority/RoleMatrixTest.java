package io.guildhall.guild.authority;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.Users;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to touch a role, by somebody who stands above, beside and below it. */
class RoleMatrixTest {
    private static final long MEMBER = 2_000_001;
    private static final long OTHER = 2_000_002;
    private static final long NEWCOMER = 2_000_003;
    private static final long BOT = 3_000_001;
    private static final long CALLERS = Permission.of(Permission.MANAGE_ROLES, Permission.MANAGE_GUILD);

    private final TestGuild guild = new TestGuild();

    enum Way {
        RENAME("updateRole", "{\"name\":\"renamed\"}"),
        TAKE_PERMISSION("updateRole", "{\"permissions\":\"0\"}"),
        MOVE("updateRolePositions", "[{\"id\":\"%d\",\"position\":1}]"),
        REMOVE("deleteRole", null),
        GIVE("addMemberRole", null),
        GIVE_BY_LIST("updateMember", "{\"roles\":[\"%d\"]}"),
        GIVE_TO_WHO_ANSWERS(
                "updateOnboarding",
                "{\"prompts\":[{\"id\":\"1\",\"title\":\"Which?\",\"options\":[{\"title\":\"This\",\"role_ids\":[\"%d\"]}]}]}"),
        GIVE_TO_WHO_IS_BROUGHT("addMember", "{\"access_token\":\"one\",\"roles\":[\"%d\"]}") {
            @Override
            Calls call(long guildId, long role) {
                return super.call(guildId, role).bot().path("user_id", NEWCOMER);
            }

            @Override
            boolean logged() {
                return false;
            }
        };

        private final String operation;
        private final String body;

        Way(String operation, String body) {
            this.operation = operation;
            this.body = body;
        }

        Calls call(long guildId, long role) {
            Calls call = Calls.of(operation, MEMBER)
                    .path("guild_id", guildId)
                    .path("role_id", role)
                    .path("user_id", OTHER);
            return body == null ? call : call.body(body.formatted(role));
        }

        /** Who comes is no entry of the audit log, and what they come with is none either. */
        boolean logged() {
            return true;
        }
    }

    record Attempt(Way way, int position) {}

    static Stream<Attempt> attempts() {
        return Arrays.stream(Way.values())
                .flatMap(way -> Stream.of(3, 5, 7).map(position -> new Attempt(way, position)));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void onlyRolesBelowTheCallerAreTouchedAndItIsLogged(Attempt attempt) {
        // The subject is the older one, so that it stands higher where positions are equal.
        long subject = guild.role("subject", CALLERS, attempt.position());
        guild.join(MEMBER, "member", guild.role("caller", CALLERS, 5));
        guild.join(OTHER, "other");
        guild.account(NEWCOMER, "newcomer");

        Calls call = attempt.way().call(guild.id(), subject);
        if (attempt.position() < 5) {
            guild.run(call);
            assertThat(guild.takeNames().contains("GUILD_AUDIT_LOG_ENTRY_CREATE"))
                    .isEqualTo(attempt.way().logged());
        } else {
            assertThat(guild.refusal(call)).isEqualTo(50013);
            assertThat(guild.takeEvents()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("positions")
    void aBotThatIsAuthorisedAgainKeepsItsRoleUnlessTheCallerStandsAboveIt(int position) {
        long managed = botRole(Permission.of(Permission.MANAGE_GUILD, Permission.BAN_MEMBERS), position);
        guild.join(MEMBER, "member", guild.role("caller", CALLERS, 5));

        assertThat(guild.state().role(managed).managed()).isTrue();
        if (position < 5) {
            guild.run(authorisation("\"permissions\":\"0\","));
            assertThat(guild.state().role(managed).permissions()).isEqualTo(Permission.BAN_MEMBERS.mask());
            assertThat(guild.takeNames()).contains("GUILD_ROLE_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        } else {
            assertThat(guild.refusal(authorisation("\"permissions\":\"0\","))).isEqualTo(50013);
            assertThat(guild.takeEvents()).isEmpty();
        }
    }

    static List<Integer> positions() {
        return List.of(3, 5, 7);
    }

    @Test
    void aBotThatIsAuthorisedAgainWithoutPermissionsKeepsItsRole() {
        long managed = botRole(Permission.MANAGE_GUILD.mask(), 1);
        guild.run(Calls.of("authorizeBot", OWNER)
                .path("guild_id", guild.id())
                .query("{\"client_id\":\"" + BOT + "\"}")
                .body("{\"guild_id\":\"" + guild.id() + "\",\"authorize\":true}"));

        assertThat(guild.state().role(managed).permissions()).isEqualTo(Permission.MANAGE_GUILD.mask());
        assertThat(guild.takeEvents()).isEmpty();
    }

    @Test
    void aRoleNeverMovesToOrAboveTheCallersOwn() {
        long subject = guild.role("subject", 0, 1);
        guild.join(MEMBER, "member", guild.role("caller", CALLERS, 5));

        for (int position : List.of(5, 6)) {
            assertThat(guild.refusal(Calls.of("updateRolePositions", MEMBER)
                            .path("guild_id", guild.id())
                            .body("[{\"id\":\"%d\",\"position\":%d}]".formatted(subject, position))))
                    .isEqualTo(50013);
        }
    }

    @Test
    void nobodyMakesARoleWithAPermissionThatTheyDoNotHave() {
        guild.join(MEMBER, "member", guild.role("caller", CALLERS, 5));

        assertThat(guild.refusal(Calls.of("createRole", MEMBER)
                        .path("guild_id", guild.id())
                        .body("{\"permissions\":\"" + Permission.BAN_MEMBERS.mask() + "\"}")))
                .isEqualTo(50013);
    }

    @Test
    void ofEveryoneOnlyThePermissionsChange() {
        guild.run(Calls.of("updateRole", OWNER)
                .path("guild_id", guild.id())
                .path("role_id", guild.id())
                .body("{\"name\":\"all\",\"color\":5,\"hoist\":true,\"mentionable\":true,\"permissions\":\"1024\"}"));

        assertThat(guild.state().everyone().payload()).satisfies(everyone -> {
            assertThat(everyone.name()).isEqualTo("@everyone");
            assertThat(everyone.color()).isZero();
            assertThat(everyone.hoist()).isFalse();
            assertThat(everyone.mentionable()).isFalse();
            assertThat(everyone.permissions()).isEqualTo("1024");
        });
    }

    private long botRole(long permissions, int position) {
        guild.storage()
                .write(List.of(
                        Write.to(Users.TABLE, BOT)
                                .set(Users.USERNAME, "bot")
                                .set(Users.BOT, true)
                                .build(),
                        Write.to(Applications.TABLE, BOT)
                                .set(Applications.NAME, "bot")
                                .set(Applications.OWNER_ID, OWNER)
                                .set(Applications.BOT_PUBLIC, true)
                                .build()));
        guild.run(Calls.of("authorizeBot", OWNER)
                .path("guild_id", guild.id())
                .query("{\"client_id\":\"" + BOT + "\"}")
                .body("{\"guild_id\":\"" + guild.id() + "\",\"permissions\":\"" + permissions
                        + "\",\"authorize\":true}"));
        long role = guild.state().member(BOT).roleList().getFirst();
        guild.run(Calls.of("updateRolePositions", OWNER)
                .path("guild_id", guild.id())
                .body("[{\"id\":\"%d\",\"position\":%d}]".formatted(role, position)));
        guild.takeEvents();
        return role;
    }

    private Calls authorisation(String permissions) {
        return Calls.of("authorizeBot", MEMBER)
                .path("guild_id", guild.id())
                .query("{\"client_id\":\"" + BOT + "\"}")
                .body("{\"guild_id\":\"" + guild.id() + "\"," + permissions + "\"authorize\":true}");
    }
}
