package io.guildhall.guild.member;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.Members;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberOperationsTest {
    private static final long MODERATOR = 2_000_001;
    private static final long MEMBER = 2_000_002;

    private final TestGuild guild = new TestGuild();

    @Test
    void leavingAndComingBackEndsNoTimeOut() {
        long until = guild.clock().millis() + 60_000;
        guild.join(MEMBER, "member");
        guild.run(Calls.of("updateMember", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", MEMBER)
                .body("{\"communication_disabled_until\":\"" + Instant.ofEpochMilli(until) + "\"}"));
        guild.run(Calls.of("kickMember", OWNER).path("guild_id", guild.id()).path("user_id", MEMBER));

        assertThat(guild.join(MEMBER, "member").timedOutUntil()).isEqualTo(until);
        guild.run(Calls.of("updateMember", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", MEMBER)
                .body("{\"communication_disabled_until\":null}"));
        guild.run(Calls.of("kickMember", OWNER).path("guild_id", guild.id()).path("user_id", MEMBER));
        assertThat(guild.join(MEMBER, "member").timedOutUntil()).isZero();
    }

    @Test
    void botsWithoutThePrivilegeToKnowAllMembersGetNoList() {
        long bot = 3_000_001;
        guild.join(bot, "bot");
        for (long flags : new long[] {0, 1 << 14, 1 << 15}) {
            guild.storage()
                    .write(List.of(Write.to(Applications.TABLE, bot)
                            .set(Applications.NAME, "bot")
                            .set(Applications.FLAGS, flags)
                            .build()));
            Calls list = Calls.of("listMembers", bot)
                    .bot()
                    .path("guild_id", guild.id())
                    .query("{\"limit\":\"10\"}");
            if (flags == 0) {
                assertThat(guild.refusal(list)).isEqualTo(50001);
            } else {
                assertThat(guild.run(list)).hasSize(2);
            }
        }
    }

    @Test
    void ofAMembersFlagsOnlyTheOneThatBypassesVerificationIsSet() {
        guild.join(MEMBER, "member");
        guild.run(Calls.of("updateMember", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", MEMBER)
                .body("{\"flags\":255}"));
        assertThat(guild.state().member(MEMBER).payload().flags()).isEqualTo(4);
    }

    @Test
    void membersComeByIdPageByPage() {
        guild.join(MODERATOR, "first");
        guild.join(MEMBER, "second");
        JsonNode page = guild.run(Calls.of("listMembers", OWNER)
                .path("guild_id", guild.id())
                .query("{\"limit\":\"2\",\"after\":\"" + OWNER + "\"}"));
        assertThat(page)
                .extracting(member -> member.path("user").path("username").asText())
                .containsExactly("first", "second");
    }

    @Test
    void aSearchFindsUsernamesAndNicks() {
        guild.join(MEMBER, "zebra");
        guild.run(update(OWNER, MEMBER, "{\"nick\":\"Anton\"}"));
        assertThat(search("zeb")).hasSize(1);
        assertThat(search("ANT")).hasSize(1);
        assertThat(search("nobody")).isEmpty();
    }

    @Test
    void aChangedNickIsToldAndLogged() {
        guild.join(MEMBER, "member");
        JsonNode changed = guild.run(update(OWNER, MEMBER, "{\"nick\":\"Nick\"}"));
        assertThat(changed.get("nick").asText()).isEqualTo("Nick");
        assertThat(guild.takeNames()).containsExactly("GUILD_MEMBER_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
    }

    @Test
    void eachFieldNeedsItsOwnPermission() {
        guild.join(MODERATOR, "moderator", guild.role("Nicks", Permission.MANAGE_NICKNAMES.mask(), 4));
        guild.join(MEMBER, "member");
        guild.run(update(MODERATOR, MEMBER, "{\"nick\":\"Nick\"}"));
        assertThat(guild.refusal(update(MODERATOR, MEMBER, "{\"roles\":[]}"))).isEqualTo(50013);
        assertThat(guild.refusal(update(MODERATOR, MEMBER, "{\"mute\":true}"))).isEqualTo(50013);
        assertThat(guild.refusal(update(MODERATOR, MEMBER, timeout(Duration.ofHours(1)))))
                .isEqualTo(50013);
    }

    @Test
    void nobodyModeratesWhoStandsAsHigh() {
        long role = guild.role("Moderator", Permission.MODERATE_MEMBERS.mask() | Permission.KICK_MEMBERS.mask(), 4);
        guild.join(MODERATOR, "moderator", role);
        guild.join(MEMBER, "peer", role);
        assertThat(guild.refusal(update(MODERATOR, MEMBER, timeout(Duration.ofHours(1)))))
                .isEqualTo(50013);
        assertThat(guild.refusal(kick(MODERATOR, MEMBER))).isEqualTo(50013);
        assertThat(guild.refusal(kick(MODERATOR, OWNER))).isEqualTo(50013);
    }

    @Test
    void aTimedOutMemberOnlyReads() {
        guild.join(MEMBER, "member");
        guild.run(update(OWNER, MEMBER, timeout(Duration.ofHours(1))));
        assertThat(guild.state().permissions().has(guild.state().member(MEMBER), Permission.SEND_MESSAGES))
                .isFalse();
        guild.clock().advance(Duration.ofHours(2));
        assertThat(guild.state().permissions().has(guild.state().member(MEMBER), Permission.SEND_MESSAGES))
                .isTrue();
    }

    @Test
    void aTimeOutLastsFourWeeksAtMost() {
        guild.join(MEMBER, "member");
        assertThat(guild.refusal(update(OWNER, MEMBER, timeout(Duration.ofDays(29)))))
                .isEqualTo(50035);
    }

    @Test
    void rolesAreGivenAndTakenByWhoStandsAboveThem() {
        long high = guild.role("High", 0, 9);
        long low = guild.role("Low", 0, 2);
        guild.join(MODERATOR, "moderator", guild.role("Roles", Permission.MANAGE_ROLES.mask(), 5));
        guild.join(MEMBER, "member");
        assertThat(guild.refusal(role("addMemberRole", high))).isEqualTo(50013);
        guild.run(role("addMemberRole", low));
        assertThat(guild.state().member(MEMBER).hasRole(low)).isTrue();
        assertThat(guild.refusal(update(MODERATOR, MEMBER, "{\"roles\":[\"" + high + "\"]}")))
                .isEqualTo(50013);
        guild.run(role("deleteMemberRole", low));
        assertThat(guild.state().member(MEMBER).hasRole(low)).isFalse();
    }

    @Test
    void givingARoleAgainChangesNothing() {
        long low = guild.role("Low", 0, 2);
        guild.join(MODERATOR, "moderator", guild.role("Roles", Permission.MANAGE_ROLES.mask(), 5));
        guild.join(MEMBER, "member", low);
        guild.run(role("addMemberRole", low));
        assertThat(guild.takeNames()).isEmpty();
    }

    @Test
    void aKickedMemberSeesTheGuildGoAndTheOthersSeeTheMemberGo() {
        guild.join(MEMBER, "member");
        guild.run(kick(OWNER, MEMBER));
        assertThat(guild.takeNames())
                .containsExactly("GUILD_DELETE", "GUILD_MEMBER_REMOVE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        assertThat(guild.reload().findMember(MEMBER)).isEmpty();
    }

    @Test
    void muteNeedsSomebodyInVoice() {
        guild.join(MEMBER, "member");
        assertThat(guild.refusal(update(OWNER, MEMBER, "{\"mute\":true}"))).isEqualTo(40032);
    }

    @Test
    void oneChangesOnesOwnNickWhenAllowed() {
        guild.join(MEMBER, "member");
        Calls change =
                Calls.of("updateMyMember", MEMBER).path("guild_id", guild.id()).body("{\"nick\":\"Me\"}");
        assertThat(guild.run(change).get("nick").asText()).isEqualTo("Me");
    }

    @Test
    void whatOneSaysOfOneselfIsKeptUntilItIsTakenBack() {
        guild.join(MEMBER, "member");
        assertThat(describe("{\"bio\":\"I bake.\"}").path("bio").asText()).isEqualTo("I bake.");
        assertThat(guild.takeNames()).contains("GUILD_MEMBER_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        assertThat(describe("{\"nick\":\"Me\"}").path("bio").asText()).isEqualTo("I bake.");
        for (String nothing : List.of("null", "\"\"")) {
            assertThat(describe("{\"bio\":" + nothing + "}").path("bio").asText())
                    .isEmpty();
            assertThat(guild.state().member(MEMBER).row().has(Members.BIO)).isFalse();
            describe("{\"bio\":\"I am back.\"}");
        }
    }

    private JsonNode describe(String change) {
        return guild.run(
                Calls.of("updateMyMember", MEMBER).path("guild_id", guild.id()).body(change));
    }

    private String timeout(Duration duration) {
        String until = Json.timestamp(guild.clock().millis() + duration.toMillis());
        return "{\"communication_disabled_until\":\"" + until + "\"}";
    }

    private JsonNode search(String query) {
        return guild.run(Calls.of("searchMembers", OWNER)
                .path("guild_id", guild.id())
                .query("{\"query\":\"" + query + "\",\"limit\":\"10\"}"));
    }

    private Calls update(long caller, long member, String body) {
        return Calls.of("updateMember", caller)
                .path("guild_id", guild.id())
                .path("user_id", member)
                .body(body);
    }

    private Calls kick(long caller, long member) {
        return Calls.of("kickMember", caller).path("guild_id", guild.id()).path("user_id", member);
    }

    private Calls role(String operation, long role) {
        return Calls.of(operation, MODERATOR)
                .path("guild_id", guild.id())
                .path("user_id", MEMBER)
                .path("role_id", role);
    }
}
