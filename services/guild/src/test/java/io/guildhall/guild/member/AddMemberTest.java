package io.guildhall.guild.member;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Users;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bots let people join who allowed their application that. */
class AddMemberTest {
    private static final long BOT = 3_000_001;
    private static final long PERSON = 2_000_002;

    private final TestGuild guild = new TestGuild();

    @Test
    void thePersonIsAMemberAndEverybodyHearsOfIt() {
        bot(Permission.CREATE_INSTANT_INVITE);
        account();
        assertThat(guild.run(joins("{}")).path("user").path("id").asLong()).isEqualTo(PERSON);
        assertThat(guild.state().findMember(PERSON)).isPresent();
    }

    @Test
    void forAMemberNothingChanges() {
        bot(Permission.CREATE_INSTANT_INVITE);
        guild.join(PERSON, "person");
        guild.run(joins("{\"nick\":\"other\"}"));
        assertThat(guild.state().member(PERSON).payload().nick()).isNull();
    }

    @Test
    void withoutThePermissionToInviteNobodyJoins() {
        bot();
        account();
        guild.run(Calls.of("updateRole", OWNER)
                .path("guild_id", guild.id())
                .path("role_id", guild.id())
                .body("{\"permissions\":\"0\"}"));
        assertThat(guild.refusal(joins("{}"))).isEqualTo(50013);
        assertThat(guild.state().findMember(PERSON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"nick\":\"named\"}', MANAGE_NICKNAMES",
        "'{\"mute\":true}', MUTE_MEMBERS",
        "'{\"deaf\":true}', DEAFEN_MEMBERS",
        "'{\"flags\":4}', MODERATE_MEMBERS"
    })
    void whatTheNewcomerGetsNeedsItsOwnPermission(String body, Permission needed) {
        bot(Permission.CREATE_INSTANT_INVITE);
        account();
        assertThat(guild.refusal(joins(body))).isEqualTo(50013);
        assertThat(guild.state().findMember(PERSON)).isEmpty();
        guild.run(Calls.of("addMemberRole", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", BOT)
                .path("role_id", guild.role("more", needed.mask(), 5)));
        guild.run(joins(body));
        assertThat(guild.state().findMember(PERSON)).isPresent();
    }

    @Test
    void rolesAreGivenBelowTheBotsOwnOnly() {
        bot(Permission.CREATE_INSTANT_INVITE, Permission.MANAGE_ROLES);
        account();
        long low = guild.role("low", 0, 1);
        long high = guild.role("high", 0, 9);
        assertThat(guild.refusal(joins("{\"roles\":[\"" + high + "\"]}"))).isEqualTo(50013);
        guild.run(joins("{\"roles\":[\"" + low + "\"]}"));
        assertThat(guild.state().member(PERSON).roleList()).containsExactly(low);
    }

    @Test
    void whoIsBannedStaysOutside() {
        bot(Permission.CREATE_INSTANT_INVITE);
        guild.join(PERSON, "person");
        account();
        guild.run(Calls.of("createBan", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", PERSON)
                .body("{}"));
        assertThat(guild.refusal(joins("{}"))).isEqualTo(40007);
    }

    private void bot(Permission... permissions) {
        guild.join(BOT, "bot", guild.role("bots", Permission.of(permissions), 4));
    }

    private void account() {
        guild.storage()
                .write(List.of(Write.to(Users.TABLE, PERSON)
                        .set(Users.USERNAME, "person")
                        .set(Users.DISCRIMINATOR, "0")
                        .build()));
    }

    private Calls joins(String body) {
        return Calls.of("addMember", BOT)
                .bot()
                .path("guild_id", guild.id())
                .path("user_id", PERSON)
                .body(((ObjectNode) Json.parse(body)).put("access_token", "one").toString());
    }
}
