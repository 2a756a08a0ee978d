package io.guildhall.guild.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.error.PersonErrorCode;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Outcome;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who writes to a person, and who may ask to become its friend, as its settings have it. */
class PrivacyTest {
    private static final String NOBODY =
            "{\"friend_source_flags\":{\"all\":false,\"mutual_friends\":false,\"mutual_guilds\":false}}";

    private final Town town = new Town();
    private final long ann = town.person("ann");
    private final long bob = town.person("bob");
    private final long carol = town.person("carol");
    private final long guild = town.guild(carol);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void membersOfAGuildThatIsRestrictedNeitherOpenAChannelNorWrite() {
        join(ann);
        join(bob);
        long channel = opened(ann);
        written(ann, channel);

        set("{\"restricted_guilds\":[\"%d\"]}".formatted(guild));

        assertThat(Town.code(write(ann, channel))).isEqualTo(ErrorCode.CANNOT_SEND_MESSAGES_TO_THIS_USER.number());
        assertThat(Town.code(open(carol))).isEqualTo(ErrorCode.CANNOT_SEND_MESSAGES_TO_THIS_USER.number());
        written(bob, channel);
        set("{\"restricted_guilds\":[]}");
        written(ann, channel);
    }

    @Test
    void anotherGuildInCommonThatIsOpenIsEnough() {
        join(ann);
        join(bob);
        long other = town.guild(carol);
        town.join(other, carol, ann);
        town.join(other, carol, bob);
        set("{\"restricted_guilds\":[\"%d\"]}".formatted(guild));
        written(ann, opened(ann));
    }

    @Test
    void friendsWriteWhateverIsRestricted() {
        Town.json(befriend(ann));
        Town.json(befriend(bob, ann));
        set("{\"restricted_guilds\":[\"%d\"]}".formatted(guild));
        written(ann, opened(ann));
    }

    @Test
    void whoWantsNothingFromNewGuildsBeginsThemRestricted() {
        set("{\"default_guilds_restricted\":true}");
        join(ann);
        join(bob);

        assertThat(Town.code(open(ann))).isEqualTo(ErrorCode.CANNOT_SEND_MESSAGES_TO_THIS_USER.number());
        assertThat(Town.json(call(bob, "getSettings", "")).get("restricted_guilds"))
                .singleElement()
                .satisfies(id -> assertThat(id.asText()).isEqualTo(Town.text(guild)));
    }

    /** However often somebody comes and goes, the list holds no more than the guilds that there are. */
    @Test
    void whatIsRestrictedByDefaultDoesNotGrow() {
        set("{\"default_guilds_restricted\":true}");
        for (int count = 0; count < 3; count++) {
            join(bob);
            leave(guild);
        }
        long other = town.guild(carol);
        town.join(other, carol, bob);

        assertThat(Town.json(call(bob, "getSettings", "")).get("restricted_guilds"))
                .singleElement()
                .satisfies(id -> assertThat(id.asText()).isEqualTo(Town.text(other)));
    }

    private void leave(long left) {
        assertThat(town.rest(Keys.guild(left), "leaveGuild", bob, Map.of("guild_id", Town.text(left)), "", "")
                        .hasSuccess())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"false,false,false", "false,true,true", "true,false,true"})
    void strangersAskAsFarAsTheyAreWanted(boolean all, boolean guilds, boolean asked) {
        join(ann);
        join(bob);
        set("{\"friend_source_flags\":{\"all\":%s,\"mutual_friends\":false,\"mutual_guilds\":%s}}"
                .formatted(all, guilds));
        assertThat(befriend(ann).hasSuccess()).isEqualTo(asked);
    }

    @Test
    void friendsOfFriendsAskWhereTheyAreWanted() {
        Town.json(befriend(carol));
        Town.json(befriend(bob, carol));
        set(NOBODY.replace("\"mutual_friends\":false", "\"mutual_friends\":true"));
        assertThat(Town.code(befriend(ann))).isEqualTo(PersonErrorCode.FRIEND_REQUEST_BLOCKED.number());
        Town.json(befriend(ann, carol));
        Town.json(befriend(carol, ann));
        Town.json(befriend(ann));
    }

    /** Whoever was asked says yes, whatever the other's settings are. */
    @Test
    void whoWasAskedIsWelcome() {
        set(NOBODY);
        Town.json(befriend(bob, ann));
        Town.json(befriend(ann));
    }

    private void join(long user) {
        town.join(guild, carol, user);
    }

    private void set(String settings) {
        Town.json(call(bob, "updateSettings", settings));
    }

    private Outcome befriend(long who) {
        return befriend(who, bob);
    }

    private Outcome befriend(long who, long other) {
        return town.rest(Keys.user(who), "putRelationship", who, Map.of("other_id", Town.text(other)), "", "{}");
    }

    private long opened(long who) {
        return Town.json(open(who)).get("id").asLong();
    }

    private Outcome open(long who) {
        return call(who, "createPrivateChannel", "{\"recipient_id\":\"%d\"}".formatted(bob));
    }

    private void written(long who, long channel) {
        Town.json(write(who, channel));
    }

    private Outcome write(long who, long channel) {
        ActorKey key = Keys.privateChannel(channel);
        return town.rest(
                key, "createMessage", who, Map.of("channel_id", Town.text(channel)), "", "{\"content\":\"hi\"}");
    }

    private Outcome call(long who, String operation, String body) {
        return town.rest(Keys.user(who), operation, who, Map.of(), "", body);
    }
}
