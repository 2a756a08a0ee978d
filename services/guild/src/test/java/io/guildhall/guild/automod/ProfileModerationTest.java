package io.guildhall.guild.automod;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.MemberFlags;
import io.guildhall.model.payload.User;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.UserChanged;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileModerationTest {
    private static final long GUEST = 2_000_001;
    private static final int MISSING_PERMISSIONS = 50013;
    private static final String QUARANTINE = "{\"type\":4}";

    private final TestGuild guild = new TestGuild();
    private final long text = guild.channel("text");
    private final long alerts = guild.channel("alerts");

    ProfileModerationTest() {
        guild.join(GUEST, "guest");
    }

    @Test
    void whoTakesANameThatIsAgainstTheRuleOnlyLooksUntilItHasAnother() {
        rule(QUARANTINE + ",{\"type\":2,\"metadata\":{\"channel_id\":\"%d\"}}".formatted(alerts));
        guild.takeEvents();

        guild.run(myNick("so Badly"));

        List<Event> told = guild.takeEvents();
        assertThat(told)
                .extracting(Event::getName)
                .containsExactlyInAnyOrder(
                        "GUILD_MEMBER_UPDATE",
                        "GUILD_AUDIT_LOG_ENTRY_CREATE",
                        "GUILD_MEMBER_UPDATE",
                        "GUILD_AUDIT_LOG_ENTRY_CREATE",
                        "AUTO_MODERATION_ACTION_EXECUTION",
                        "MESSAGE_CREATE",
                        "GUILD_AUDIT_LOG_ENTRY_CREATE",
                        "AUTO_MODERATION_ACTION_EXECUTION");
        JsonNode execution = Json.parse(told.getLast().getPayload());
        assertThat(execution.get("matched_content").asText()).isEqualTo("Bad");
        assertThat(execution.has("channel_id")).isFalse();
        assertThat(guild.state().member(GUEST).payload().flags()).isEqualTo(MemberFlags.QUARANTINED);
        assertThat(guild.refusal(say())).isEqualTo(MISSING_PERMISSIONS);
        guild.reload();
        assertThat(guild.refusal(say())).isEqualTo(MISSING_PERMISSIONS);

        guild.run(on("updateMember", OWNER).path("user_id", GUEST).body("{\"nick\":\"good\"}"));

        assertThat(guild.state().member(GUEST).quarantined()).isFalse();
        assertThat(guild.run(say()).has("id")).isTrue();
    }

    @Test
    void everyNameCountsHoweverItCame() {
        rule(QUARANTINE);
        guild.run(on("updateMyNick", GUEST).body("{\"nick\":\"bad\"}"));
        assertThat(guild.state().member(GUEST).quarantined()).isTrue();
        guild.run(on("updateMyNick", GUEST).body("{\"nick\":null}"));
        assertThat(guild.state().member(GUEST).quarantined()).isFalse();
        userBecomes("Bad");
        assertThat(guild.state().member(GUEST).quarantined()).isTrue();
        userBecomes("Good");
        assertThat(guild.state().member(GUEST).quarantined()).isFalse();
    }

    @Test
    void whoComesWithABadNameOnlyLooks() {
        rule(QUARANTINE);
        long newcomer = 2_000_002;
        guild.join(newcomer, "baddest");
        // The command that brings a member ends outside of what joins it here.
        guild.run(say());
        assertThat(guild.state().member(newcomer).quarantined()).isTrue();
    }

    @Test
    void aRuleThatGoesFreesThoseItHeld() {
        JsonNode rule = rule(QUARANTINE);
        guild.run(myNick("bad"));
        guild.run(named("updateAutoModerationRule", rule)
                .body("{\"trigger_metadata\":{\"keyword_filter\":[\"worse\"]}}"));
        assertThat(guild.state().member(GUEST).quarantined()).isFalse();
        guild.run(myNick("worse"));
        assertThat(guild.state().member(GUEST).quarantined()).isTrue();
        guild.run(named("deleteAutoModerationRule", rule));
        assertThat(guild.state().member(GUEST).quarantined()).isFalse();
    }

    @Test
    void thoseWhoManageTheGuildAndRolesThatAreSparedAreFree() {
        long spared = guild.role("spared", 0, 1);
        long manager = guild.role("manager", Permission.MANAGE_GUILD.mask(), 2);
        guild.run(on("createAutoModerationRule", OWNER).body("""
                {"name":"Names","event_type":2,"trigger_type":6,"enabled":true,"exempt_roles":["%d"],
                 "trigger_metadata":{"keyword_filter":["bad*"]},"actions":[{"type":4}]}""".formatted(spared)));
        for (long role : List.of(spared, manager)) {
            guild.run(myNick("bad"));
            assertThat(guild.state().member(GUEST).quarantined()).isTrue();
            guild.run(role("addMemberRole", role));
            assertThat(guild.state().member(GUEST).quarantined()).isFalse();
            guild.run(role("deleteMemberRole", role));
            guild.run(myNick("good"));
        }
        guild.run(on("updateMyNick", OWNER).body("{\"nick\":\"bad\"}"));
        assertThat(guild.state().member(OWNER).quarantined()).isFalse();
    }

    @Test
    void eventsTriggersAndActionsGoTogether() {
        assertThat(guild.refusal(named(1, 6, QUARANTINE))).isEqualTo(50035);
        assertThat(guild.refusal(named(2, 1, "{\"type\":1}"))).isEqualTo(50035);
        assertThat(guild.refusal(named(1, 1, QUARANTINE))).isEqualTo(50035);
        assertThat(guild.refusal(named(2, 6, "{\"type\":1}"))).isEqualTo(50035);
    }

    private void userBecomes(String globalName) {
        User now = guild.state().member(GUEST).user();
        User next = new User(
                now.id(),
                now.username(),
                now.avatar(),
                now.discriminator(),
                now.publicFlags(),
                now.flags(),
                now.bot(),
                now.system(),
                now.banner(),
                now.accentColor(),
                globalName);
        guild.run(Command.newBuilder().setUserChanged(UserChanged.newBuilder().setUser(Json.bytes(next))));
    }

    private Calls say() {
        return Calls.of("createMessage", GUEST).path("channel_id", text).body("{\"content\":\"hello\"}");
    }

    private Calls myNick(String nick) {
        return on("updateMyMember", GUEST).body("{\"nick\":\"%s\"}".formatted(nick));
    }

    private JsonNode rule(String actions) {
        return guild.run(named(2, 6, actions));
    }

    private Calls named(int event, int trigger, String actions) {
        return on("createAutoModerationRule", OWNER).body("""
                {"name":"Names","event_type":%d,"trigger_type":%d,"enabled":true,"trigger_metadata":{"keyword_filter":["bad*"]},
                 "actions":[%s]}""".formatted(event, trigger, actions));
    }

    private Calls named(String operation, JsonNode rule) {
        return on(operation, OWNER).path("rule_id", rule.get("id").asText());
    }

    private Calls role(String operation, long role) {
        return on(operation, OWNER).path("user_id", GUEST).path("role_id", role);
    }

    private Calls on(String operation, long caller) {
        return Calls.of(operation, caller).path("guild_id", Snowflake.format(guild.id()));
    }
}
