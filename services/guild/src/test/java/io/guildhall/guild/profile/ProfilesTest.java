package io.guildhall.guild.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.Outcome;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProfilesTest {
    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long carol = town.person("carol");

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void oneSeesOneselfAndStrangersNot() {
        call("updateMyUser", alice, Map.of(), "", "{\"bio\":\"hello\"}");

        JsonNode own = Town.json(profile(alice, alice, "{}"));
        assertThat(own.path("user_profile").path("bio").asText()).isEqualTo("hello");
        assertThat(own.path("user").has("email")).isFalse();
        assertThat(Town.code(profile(alice, bob, "{}"))).isEqualTo(ErrorCode.MISSING_ACCESS.number());
        assertThat(Town.code(profile(alice, 5, "{}"))).isEqualTo(ErrorCode.UNKNOWN_USER.number());
        assertThat(profile(alice, town.bot("robot", bob), "{}").hasSuccess()).isTrue();
    }

    @Test
    void membersOfOneGuildSeeEachOtherAsTheyAreThere() {
        long guild = town.guild(alice);
        town.guild(bob);
        town.join(guild, alice, bob);

        JsonNode seen = Town.json(profile(alice, bob, "{\"guild_id\":\"" + guild + "\"}"));
        assertThat(seen.path("mutual_guilds"))
                .extracting(one -> one.path("id").asText())
                .containsExactly(Town.text(guild));
        assertThat(seen.path("guild_member").path("user").path("id").asText()).isEqualTo(Town.text(bob));
        assertThat(Town.json(profile(alice, bob, "{\"with_mutual_guilds\":false}"))
                        .has("mutual_guilds"))
                .isFalse();
    }

    @Test
    void whatAMemberSaysOfItselfInOneGuildIsShownToThoseWhoShareThat() {
        long guild = town.guild(alice);
        long other = town.guild(alice);
        town.join(guild, alice, bob);
        town.join(other, alice, bob);
        call("updateMyUser", bob, Map.of(), "", "{\"bio\":\"everywhere\"}");
        town.rest(
                Keys.guild(guild),
                "updateMyMember",
                bob,
                Map.of("guild_id", Town.text(guild)),
                "",
                "{\"bio\":\"here\",\"nick\":\"Smithy\"}");

        JsonNode here = Town.json(profile(alice, bob, "{\"guild_id\":\"" + guild + "\"}"));
        assertThat(here.path("guild_member_profile").path("bio").asText()).isEqualTo("here");
        assertThat(here.path("guild_member_profile").path("guild_id").asText()).isEqualTo(Town.text(guild));
        assertThat(here.path("guild_member").path("bio").asText()).isEqualTo("here");
        assertThat(here.path("user_profile").path("bio").asText()).isEqualTo("everywhere");
        assertThat(here.path("mutual_guilds"))
                .extracting(one -> one.path("nick").asText(null))
                .containsExactlyInAnyOrder("Smithy", null);
        JsonNode there = Town.json(profile(alice, bob, "{\"guild_id\":\"" + other + "\"}"));
        assertThat(there.path("guild_member_profile").path("bio").asText()).isEmpty();
        long apart = town.guild(bob);
        assertThat(Town.json(profile(alice, bob, "{\"guild_id\":\"" + apart + "\"}"))
                        .has("guild_member_profile"))
                .isFalse();
        assertThat(Town.json(profile(alice, bob, "{}")).has("guild_member_profile"))
                .isFalse();
    }

    @Test
    void friendsInCommonAreListed() {
        befriend(alice, bob);
        befriend(bob, carol);
        befriend(alice, carol);

        JsonNode seen =
                Town.json(profile(alice, bob, "{\"with_mutual_friends\":true,\"with_mutual_friends_count\":true}"));
        assertThat(seen.path("mutual_friends_count").asInt()).isEqualTo(1);
        assertThat(seen.path("mutual_friends").get(0).path("username").asText()).isEqualTo("carol");
    }

    @Test
    void whoeverAsksShowsThemselvesAndWhoIsAskedDoesNot() {
        call("putRelationship", alice, Map.of("other_id", Town.text(bob)), "", "{}");

        assertThat(profile(bob, alice, "{}").hasSuccess()).isTrue();
        assertThat(Town.code(profile(alice, bob, "{}"))).isEqualTo(ErrorCode.MISSING_ACCESS.number());
    }

    @Test
    void notesAreForOnesOwnEyes() {
        assertThat(note(alice, bob, "\"owes me tea\"").getSuccess().getStatus()).isEqualTo(204);
        assertThat(town.stage().takeSent()).singleElement().satisfies(sent -> {
            assertThat(sent.actor()).isEqualTo(Keys.user(alice));
            assertThat(sent.event().getName()).isEqualTo("USER_NOTE_UPDATE");
        });
        assertThat(Town.json(call("getNote", alice, Map.of("other_id", Town.text(bob)), "", ""))
                        .path("note")
                        .asText())
                .isEqualTo("owes me tea");
        assertThat(Town.json(call("listNotes", alice, Map.of(), "", ""))
                        .path(Town.text(bob))
                        .asText())
                .isEqualTo("owes me tea");
        assertThat(Town.json(call("listNotes", bob, Map.of(), "", ""))).isEmpty();
        note(alice, bob, "null");
        assertThat(Town.code(call("getNote", alice, Map.of("other_id", Town.text(bob)), "", "")))
                .isEqualTo(ErrorCode.UNKNOWN_USER.number());
        assertThat(Town.code(note(alice, 5, "\"x\""))).isEqualTo(ErrorCode.UNKNOWN_USER.number());
    }

    private void befriend(long one, long other) {
        call("putRelationship", one, Map.of("other_id", Town.text(other)), "", "{}");
        call("putRelationship", other, Map.of("other_id", Town.text(one)), "", "{}");
    }

    private Outcome note(long who, long about, String note) {
        return call("setNote", who, Map.of("other_id", Town.text(about)), "", "{\"note\":" + note + "}");
    }

    private Outcome profile(long viewer, long of, String query) {
        return call("getProfile", viewer, Map.of("user_id", Town.text(of)), query, "");
    }

    private Outcome call(String operation, long caller, Map<String, String> path, String query, String body) {
        return town.rest(Keys.user(caller), operation, caller, path, query, body);
    }
}
