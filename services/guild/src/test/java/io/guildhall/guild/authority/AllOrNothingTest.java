package io.guildhall.guild.authority;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.permission.Permission;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that change several things, the first of which the caller may change and the second not: they change nothing. */
class AllOrNothingTest {
    private static final long MEMBER = 2_000_001;
    private static final long OTHER = 2_000_002;
    private static final long NOT_HELD = Permission.ADMINISTRATOR.mask();
    private static final long HELD = Permission.of(
            Permission.MANAGE_CHANNELS,
            Permission.MANAGE_ROLES,
            Permission.MANAGE_GUILD,
            Permission.MANAGE_NICKNAMES,
            Permission.CHANGE_NICKNAME,
            Permission.MODERATE_MEMBERS,
            Permission.MUTE_MEMBERS);

    private final TestGuild guild = new TestGuild();
    private long low;
    private long high;
    private long channel;
    private long category;

    enum Attempt {
        A_PLACE_AND_THAT_OF_A_CHANNEL_ELSEWHERE(
                "updateChannelPositions", "[{\"id\":\"$channel\",\"position\":7},{\"id\":\"77\",\"position\":1}]"),
        A_PLACE_AND_THE_OVERWRITES_OF_A_CATEGORY(
                "updateChannelPositions",
                "[{\"id\":\"$category\",\"position\":9},"
                        + "{\"id\":\"$channel\",\"parent_id\":\"$category\",\"lock_permissions\":true}]"),
        A_PLACE_AND_A_CATEGORY_THAT_IS_NONE(
                "updateChannelPositions",
                "[{\"id\":\"$category\",\"position\":9},{\"id\":\"$channel\",\"parent_id\":\"$channel\"}]"),
        A_LOW_ROLE_AND_A_HIGH_ONE(
                "updateRolePositions", "[{\"id\":\"$low\",\"position\":1},{\"id\":\"$high\",\"position\":2}]"),
        A_LOW_ROLE_AND_ONE_ELSEWHERE(
                "updateRolePositions", "[{\"id\":\"$low\",\"position\":1},{\"id\":\"77\",\"position\":2}]"),
        A_ROLES_NAME_AND_A_PERMISSION("updateRole", "{\"name\":\"other\",\"permissions\":\"$not_held\"}"),
        A_ROLE_WITH_A_PERMISSION("createRole", "{\"name\":\"other\",\"permissions\":\"$not_held\"}"),
        A_CHANNELS_NAME_AND_AN_OVERWRITE(
                "updateChannel",
                "{\"name\":\"other\",\"permission_overwrites\":[{\"id\":\"$low\",\"type\":0,\"allow\":\"0\",\"deny\":\"1024\"},"
                        + "{\"id\":\"$high\",\"type\":0,\"allow\":\"$not_held\"}]}"),
        A_CHANNELS_NAME_AND_A_PARENT_ELSEWHERE("updateChannel", "{\"name\":\"other\",\"parent_id\":\"77\"}"),
        A_CHANNEL_WITH_AN_OVERWRITE_FOR_NOBODY(
                "createChannel",
                "{\"name\":\"other\",\"permission_overwrites\":[{\"id\":\"$low\",\"type\":0,\"deny\":\"1024\"},"
                        + "{\"id\":\"77\",\"type\":0,\"deny\":\"1024\"}]}"),
        A_CHANNEL_IN_NO_CATEGORY("createChannel", "{\"name\":\"other\",\"parent_id\":\"$channel\"}"),
        AN_OVERWRITE_OF_TWO_BITS("setOverwrite", "{\"type\":0,\"allow\":\"$not_held\",\"deny\":\"16\"}"),
        A_NICK_AND_A_HIGH_ROLE("updateMember", "{\"nick\":\"other\",\"roles\":[\"$low\",\"$high\"]}"),
        A_NICK_AND_A_PERMISSION_LESS("updateMember", "{\"nick\":\"other\",\"mute\":true,\"deaf\":true}"),
        A_TIME_OUT_AND_A_ROLE_ELSEWHERE(
                "updateMember", "{\"communication_disabled_until\":\"2026-01-01T00:00:00Z\",\"roles\":[\"77\"]}"),
        A_NICK_AND_A_VOICE_CHANNEL_ELSEWHERE("updateMember", "{\"nick\":\"other\",\"channel_id\":\"77\"}"),
        A_GUILDS_NAME_AND_ITS_OWNER("updateGuild", "{\"name\":\"other\",\"owner_id\":\"" + OTHER + "\"}"),
        A_GUILDS_NAME_AND_A_CHANNEL_ELSEWHERE("updateGuild", "{\"name\":\"other\",\"system_channel_id\":\"77\"}"),
        A_GUILDS_NAME_AND_A_MARK("updateGuild", "{\"name\":\"other\",\"features\":[\"COMMUNITY\",\"VERIFIED\"]}");

        private final String operation;
        private final String body;

        Attempt(String operation, String body) {
            this.operation = operation;
            this.body = body;
        }
    }

    @BeforeEach
    void populate() {
        low = guild.role("low", 0, 1);
        guild.join(MEMBER, "member", guild.role("manager", HELD, 2));
        high = guild.role("high", NOT_HELD, 3);
        guild.join(OTHER, "other", low);
        channel = create(
                "{\"name\":\"a\",\"permission_overwrites\":[{\"id\":\"" + low + "\",\"type\":0,\"deny\":\"2048\"}]}");
        category = create("{\"name\":\"c\",\"type\":4,\"permission_overwrites\":[{\"id\":\"" + low
                + "\",\"type\":0,\"allow\":\"" + Permission.BAN_MEMBERS.mask() + "\"}]}");
        guild.takeEvents();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRefusedInPartIsRefusedAsAWhole(Attempt attempt) {
        List<JsonNode> before = everything();

        guild.refusal(call(attempt));

        assertThat(everything()).isEqualTo(before);
        assertThat(guild.takeEvents()).isEmpty();
        guild.reload();
        assertThat(everything()).as("stored").isEqualTo(before);
    }

    private Calls call(Attempt attempt) {
        return Calls.of(attempt.operation, MEMBER)
                .path("guild_id", guild.id())
                .path("channel_id", channel)
                .path("overwrite_id", low)
                .path("role_id", low)
                .path("user_id", OTHER)
                .body(attempt.body
                        .replace("$channel", Long.toString(channel))
                        .replace("$category", Long.toString(category))
                        .replace("$low", Long.toString(low))
                        .replace("$high", Long.toString(high))
                        .replace("$not_held", Long.toString(NOT_HELD)));
    }

    private List<JsonNode> everything() {
        return List.of(
                ask(Calls.of("getGuild", OWNER)),
                ask(Calls.of("listRoles", OWNER)),
                ask(Calls.of("listChannels", OWNER)),
                ask(Calls.of("listMembers", OWNER).query("{\"limit\":100}").bot()));
    }

    private JsonNode ask(Calls call) {
        return guild.run(call.path("guild_id", guild.id()));
    }

    private long create(String body) {
        return Snowflake.parse(guild.run(Calls.of("createChannel", OWNER)
                        .path("guild_id", guild.id())
                        .body(body))
                .get("id")
                .asText());
    }
}
