package io.guildhall.guild.authority;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.permission.Permission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever manages a guild points nobody to a channel that is hidden from it, whatever setting would name it. */
class ChannelGuardTest {
    private static final long MANAGER = 2_000_001;
    private static final String WAYS = """
            updateGuild                | {"system_channel_id":"%d"}                                                     | 50035
            updateGuild                | {"rules_channel_id":"%d"}                                                      | 50035
            updateGuild                | {"public_updates_channel_id":"%d"}                                             | 50035
            updateGuild                | {"safety_alerts_channel_id":"%d"}                                              | 50035
            updateWidgetSettings       | {"enabled":true,"channel_id":"%d"}                                             | 10003
            updateWelcomeScreen        | {"welcome_channels":[{"channel_id":"%d","description":"x"}]}                   | 10003
            updateOnboarding           | {"default_channel_ids":["%d"]}                                                 | 10003
            updateOnboarding           | {"prompts":[{"id":"0","type":0,"title":"q","single_select":false,"required":false,"in_onboarding":true,"options":[{"title":"o","channel_ids":["%d"],"role_ids":[]}]}]} | 10003
            updateNewMemberWelcome     | {"enabled":true,"resource_channels":[{"channel_id":"%d","title":"t"}]}         | 10003
            updateNewMemberWelcome     | {"enabled":true,"new_member_actions":[{"channel_id":"%d","action_type":0,"title":"t"}]} | 10003
            """;

    private final TestGuild guild = new TestGuild();
    private final long channel = guild.channel("channel");

    @BeforeEach
    void managed() {
        long role = guild.role(
                "managers",
                Permission.of(Permission.MANAGE_GUILD, Permission.MANAGE_ROLES, Permission.CREATE_INSTANT_INVITE),
                1);
        guild.join(MANAGER, "manager", role);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = WAYS)
    void whatIsHiddenFromTheCallerIsAsIfItWereNotThere(String operation, String body, int refusal) {
        hide(Permission.VIEW_CHANNEL);
        assertThat(guild.refusal(change(operation, MANAGER, body))).isEqualTo(refusal);
        assertThat(guild.refusal(change(operation, MANAGER, body.replace("%d", "7"))))
                .isEqualTo(refusal);

        show();
        guild.run(change(operation, MANAGER, body));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = WAYS)
    void whatWasNamedBeforeMayStay(String operation, String body, int refusal) {
        guild.run(change(operation, OWNER, body));
        hide(Permission.VIEW_CHANNEL);

        if (!body.contains("prompts")) {
            guild.run(change(operation, MANAGER, body));
        }
    }

    @Test
    void theWidgetInvitesOnlyWhereItsManagerMay() {
        hide(Permission.CREATE_INSTANT_INVITE);

        assertThat(guild.refusal(change("updateWidgetSettings", MANAGER, "{\"channel_id\":\"%d\"}")))
                .isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
    }

    private Calls change(String operation, long caller, String body) {
        return Calls.of(operation, caller)
                .path("guild_id", guild.id())
                .body(body.replace("%d", Long.toString(channel)));
    }

    private void hide(Permission denied) {
        guild.run(Calls.of("updateChannel", OWNER)
                .path("channel_id", channel)
                .body("{\"permission_overwrites\":[{\"id\":\"%d\",\"type\":0,\"allow\":\"0\",\"deny\":\"%s\"}]}"
                        .formatted(guild.id(), Permission.format(denied.mask()))));
    }

    private void show() {
        guild.run(Calls.of("updateChannel", OWNER).path("channel_id", channel).body("{\"permission_overwrites\":[]}"));
    }
}
