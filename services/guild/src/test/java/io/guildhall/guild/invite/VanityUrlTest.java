package io.guildhall.guild.invite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.Outcome;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VanityUrlTest {
    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long guild = town.guild(alice);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void onlyGuildsWithTheFeatureHaveOneAndOnlyManagersSeeTo() {
        assertThat(Town.code(call(guild, "getVanityUrl", alice, ""))).isEqualTo(ErrorCode.MISSING_ACCESS.number());
        assertThat(Town.code(choose(guild, alice, "ours"))).isEqualTo(ErrorCode.MISSING_ACCESS.number());
        features(guild, "VANITY_URL");
        JsonNode none = Town.json(call(guild, "getVanityUrl", alice, ""));
        assertThat(none.get("code").isNull()).isTrue();
        assertThat(none.get("uses").asInt()).isZero();
        town.join(guild, alice, bob);
        assertThat(Town.code(choose(guild, bob, "ours"))).isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
        assertThat(Town.code(call(guild, "getVanityUrl", bob, ""))).isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
    }

    @Test
    void peopleComeByItAndAreCounted() {
        features(guild, "VANITY_URL");
        town.stage().takeSent();
        assertThat(Town.json(choose(guild, alice, "Our-Guild")).get("code").asText())
                .isEqualTo("our-guild");
        assertThat(town.stage().takeSent())
                .extracting(sent -> sent.event().getName())
                .containsExactly("GUILD_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");

        JsonNode seen = Town.json(invite("getInvite", 0, "OUR-guild"));
        assertThat(seen.get("code").asText()).isEqualTo("our-guild");
        assertThat(seen.get("expires_at").isNull()).isTrue();
        assertThat(seen.get("channel").get("id").asText()).isEqualTo(Town.text(town.channel(guild)));
        assertThat(seen.has("inviter")).isFalse();
        assertThat(Town.json(invite("acceptInvite", bob, "our-guild"))
                        .get("new_member")
                        .asBoolean())
                .isTrue();
        town.stage().restart();
        assertThat(Town.json(call(guild, "getVanityUrl", alice, "")).get("uses").asInt())
                .isEqualTo(1);
        assertThat(Town.code(invite("deleteInvite", alice, "our-guild"))).isEqualTo(ErrorCode.UNKNOWN_INVITE.number());
    }

    @Test
    void itIsOneGuildsUntilThatGivesItBack() {
        long other = town.guild(bob);
        features(guild, "VANITY_URL");
        features(other, bob, "VANITY_URL");
        Town.json(choose(guild, alice, "taken"));
        assertThat(Town.code(choose(other, bob, "TAKEN"))).isEqualTo(ErrorCode.INVITE_CODE_INVALID_OR_TAKEN.number());
        Town.json(choose(guild, alice, "other"));
        assertThat(Town.code(invite("getInvite", 0, "taken"))).isEqualTo(ErrorCode.UNKNOWN_INVITE.number());
        Town.json(choose(other, bob, "taken"));
        features(guild, "");
        assertThat(Town.code(invite("getInvite", 0, "other"))).isEqualTo(ErrorCode.UNKNOWN_INVITE.number());
        Town.json(choose(other, bob, "other"));
        assertThat(Town.json(call(other, "updateVanityUrl", bob, "{\"code\":null}"))
                        .get("code")
                        .isNull())
                .isTrue();
        features(guild, "VANITY_URL");
        Town.json(choose(guild, alice, "other"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-a", "a-", "a b", "a/b", "ä-ö", "aaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void whatIsNoCodeIsRefused(String code) {
        features(guild, "VANITY_URL");
        assertThat(Town.code(choose(guild, alice, code))).isEqualTo(ErrorCode.INVITE_CODE_INVALID_OR_TAKEN.number());
    }

    private void features(long of, String feature) {
        features(of, alice, feature);
    }

    private void features(long of, long owner, String feature) {
        String list = feature.isEmpty() ? "" : '"' + feature + '"';
        Town.json(call(of, "updateGuild", owner, "{\"features\":[" + list + "]}"));
    }

    private Outcome choose(long of, long by, String code) {
        return call(of, "updateVanityUrl", by, "{\"code\":\"" + code + "\"}");
    }

    private Outcome call(long of, String operation, long by, String body) {
        return town.rest(Keys.guild(of), operation, by, Map.of("guild_id", Town.text(of)), "", body);
    }

    private Outcome invite(String operation, long by, String code) {
        return town.rest(Keys.guild(guild), operation, by, Map.of("code", code), "", "");
    }
}
