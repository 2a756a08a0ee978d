package io.guildhall.guild.privatechannel;

import static io.guildhall.guild.Town.code;
import static io.guildhall.guild.Town.json;
import static io.guildhall.guild.Town.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.relationship.RelationshipType;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.UpdateVoiceState;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.model.table.catalogue.ChannelPurges;
import io.guildhall.model.table.catalogue.PrivateChannels;
import io.guildhall.model.table.catalogue.Relationships;
import io.guildhall.model.table.catalogue.UserPrivateChannels;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private static final int GROUP = 3;

    private final Town town = new Town();
    private final long ann = town.person("ann");
    private final long bob = town.person("bob");
    private final long eve = town.person("eve");
    private final long dan = town.person("dan");

    @BeforeEach
    void meet() {
        befriend(ann, bob);
        befriend(ann, eve);
        befriend(bob, dan);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aGroupIsOnEverybodysListAndWhoBeganItOwnsIt() {
        JsonNode group = json(open(ann, bob, eve));

        assertThat(group.path("type").asInt()).isEqualTo(GROUP);
        assertThat(group.path("owner_id").asText()).isEqualTo(text(ann));
        assertThat(group.path("name").isNull()).isTrue();
        assertThat(recipients(group)).containsExactly("bob", "eve");
        List<JsonNode> created = town.events("CHANNEL_CREATE");
        assertThat(created).hasSize(3);
        town.stage().restart();
        assertThat(listed(bob)).containsExactly(group.path("id").asText());
        assertThat(listed(eve)).containsExactly(group.path("id").asText());
        assertThat(recipients(json(call(bob, "getChannel", id(group), Map.of(), ""))))
                .containsExactly("ann", "eve");
    }

    @Test
    void onlyFriendsAreBroughtInAndNoMoreThanTen() {
        assertThat(code(open(ann, bob, dan))).isEqualTo(ErrorCode.INVALID_RECIPIENTS.number());
        assertThat(code(open(ann, bob, 999))).isEqualTo(ErrorCode.INVALID_RECIPIENTS.number());
        long bot = town.bot("beep", ann);
        befriend(ann, bot);
        assertThat(code(open(ann, bob, bot))).isEqualTo(ErrorCode.INVALID_RECIPIENTS.number());
        long group = id(json(open(ann, bob, eve)));
        assertThat(code(add(ann, group, dan))).isEqualTo(ErrorCode.INVALID_RECIPIENTS.number());
        json(add(bob, group, dan));
        for (int more = 4; more < Groups.MOST; more++) {
            json(add(ann, group, friend("more" + more)));
        }
        assertThat(code(add(ann, group, friend("one-too-many"))))
                .isEqualTo(ErrorCode.MAXIMUM_NUMBER_OF_RECIPIENTS_REACHED.number());
    }

    @Test
    void nobodyIsBroughtIntoGroupsWithoutEnd() {
        int full = ErrorCode.MAXIMUM_NUMBER_OF_GROUP_DMS_REACHED.number();
        long here = id(json(open(ann, eve, friend("finn"))));
        fill(bob, ann);
        long last = id(json(open(ann, bob, eve)));
        fill(bob, 0);
        // What is stored of an earlier version counts no groups: bob's own actor does, and leaves at once what is too
        // much.
        JsonNode without = json(open(ann, bob, eve));
        assertThat(recipients(json(call(ann, "getChannel", id(without), Map.of(), ""))))
                .containsExactly("eve");
        assertThat(town.rows().row(UserPrivateChannels.TABLE, bob, id(without))).isEmpty();
        assertThat(code(open(ann, bob, eve))).isEqualTo(full);
        assertThat(code(open(bob, ann, dan))).isEqualTo(full);
        assertThat(code(add(ann, here, bob))).isEqualTo(full);
        json(call(bob, "deleteChannel", last, Map.of(), ""));
        json(add(ann, here, bob));
    }

    /** People's clients say so of every channel; it is no fault of a caller, and nothing to complain of. */
    @Test
    void whoeverEntersACallEntersNone() {
        long group = id(json(open(ann, bob, eve)));
        Outcome outcome = town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.privateChannel(group))
                        .setVoiceState(
                                UpdateVoiceState.newBuilder().setUserId(ann).setChannelId(group))
                        .build());
        assertThat(outcome.hasSuccess()).isTrue();
    }

    @Test
    void whoeverIsBroughtInIsShownToTheOthersAndReadsWhatWasWritten() {
        long group = id(json(open(ann, bob, eve)));
        town.stage().takeSent();

        json(add(bob, group, dan));

        List<JsonNode> added = town.events("CHANNEL_RECIPIENT_ADD");
        assertThat(added).hasSize(3).allSatisfy(event -> assertThat(
                        event.path("user").path("username").asText())
                .isEqualTo("dan"));
        assertThat(listed(dan)).containsExactly(text(group));
        JsonNode notice = json(call(dan, "listMessages", group, Map.of(), "")).get(0);
        assertThat(notice.path("type").asInt()).isEqualTo(1);
        assertThat(notice.path("author").path("username").asText()).isEqualTo("bob");
        assertThat(notice.path("mentions").get(0).path("username").asText()).isEqualTo("dan");
        town.stage().takeSent();
        json(add(bob, group, dan));
        assertThat(town.events("CHANNEL_RECIPIENT_ADD")).isEmpty();
    }

    @Test
    void fromAChannelOfTwoANewGroupBegins() {
        long pair = id(json(open(ann, bob)));

        Outcome begun = add(ann, pair, eve);

        assertThat(begun.getSuccess().getStatus()).isEqualTo(201);
        JsonNode group = json(begun);
        assertThat(group.path("id").asText()).isNotEqualTo(text(pair));
        assertThat(recipients(group)).containsExactly("bob", "eve");
        assertThat(listed(eve)).containsExactly(group.path("id").asText());
        assertThat(recipients(json(call(ann, "getChannel", pair, Map.of(), ""))))
                .containsExactly("bob");
    }

    @Test
    void theOwnerTakesSomebodyOutWhoThenHearsAndSeesNothingMore() {
        long group = id(json(open(ann, bob, eve)));
        assertThat(code(remove(bob, group, eve))).isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
        town.stage().takeSent();

        json(remove(ann, group, eve));

        assertThat(listed(eve)).isEmpty();
        assertThat(code(call(eve, "listMessages", group, Map.of(), ""))).isEqualTo(ErrorCode.MISSING_ACCESS.number());
        assertThat(code(call(eve, "createMessage", group, Map.of(), "{\"content\":\"x\"}")))
                .isEqualTo(ErrorCode.MISSING_ACCESS.number());
        assertThat(code(remove(ann, group, dan))).isEqualTo(ErrorCode.UNKNOWN_USER.number());
        town.stage().restart();
        assertThat(recipients(json(call(ann, "getChannel", group, Map.of(), ""))))
                .containsExactly("bob");
    }

    @Test
    void whoLeavesIsTakenOutAndTheOldestMemberOwnsTheGroup() {
        long group = id(json(open(ann, bob, eve)));
        town.stage().takeSent();

        json(call(ann, "deleteChannel", group, Map.of(), ""));

        List<String> names = town.stage().takeSent().stream()
                .map(sent -> sent.event().getName())
                .toList();
        assertThat(names)
                .containsOnlyOnce("CHANNEL_DELETE")
                .contains("CHANNEL_RECIPIENT_REMOVE", "CHANNEL_UPDATE", "MESSAGE_CREATE");
        assertThat(json(call(bob, "getChannel", group, Map.of(), ""))
                        .path("owner_id")
                        .asText())
                .isEqualTo(text(bob));
        json(remove(bob, group, bob));
        assertThat(json(call(eve, "getChannel", group, Map.of(), ""))
                        .path("owner_id")
                        .asText())
                .isEqualTo(text(eve));
    }

    @Test
    void whoLeavesSilentlyLeavesNoNotice() {
        long group = id(json(open(ann, bob, eve)));
        town.stage().takeSent();

        json(town.rest(
                Keys.privateChannel(group),
                "deleteChannel",
                bob,
                Map.of("channel_id", text(group)),
                "{\"silent\":true}",
                ""));

        assertThat(town.events("MESSAGE_CREATE")).isEmpty();
    }

    @Test
    void theLastOneTakesTheGroupAlong() {
        long group = id(json(open(ann)));
        json(call(ann, "createMessage", group, Map.of(), "{\"content\":\"to myself\"}"));

        json(call(ann, "deleteChannel", group, Map.of(), ""));

        assertThat(town.rows().row(PrivateChannels.TABLE, group)).isEmpty();
        assertThat(town.rows().row(ChannelOwners.TABLE, group)).isEmpty();
        assertThat(town.rows().row(ChannelPurges.TABLE, ChannelPurges.shard(group), group))
                .isPresent();
    }

    @Test
    void everybodyNamesItAndOnlyTheOwnerMakesAnotherTheOwner() {
        long group = id(json(open(ann, bob, eve)));
        town.stage().takeSent();

        JsonNode named = json(update(bob, group, "{\"name\":\"Quiet ones\",\"icon\":\"0123\"}"));

        assertThat(named.path("name").asText()).isEqualTo("Quiet ones");
        assertThat(named.path("icon").asText()).isEqualTo("0123");
        assertThat(town.events("CHANNEL_UPDATE")).hasSize(3);
        List<Integer> types = messages(group);
        assertThat(types).containsExactly(5, 4);
        assertThat(json(update(bob, group, "{\"name\":\"\"}")).path("name").isNull())
                .isTrue();
        assertThat(code(update(bob, group, "{\"owner\":\"" + bob + "\"}")))
                .isEqualTo(ErrorCode.MISSING_PERMISSIONS.number());
        assertThat(code(update(ann, group, "{\"owner\":\"" + dan + "\"}")))
                .isEqualTo(ErrorCode.INVALID_RECIPIENTS.number());
        assertThat(json(update(ann, group, "{\"owner\":\"" + bob + "\"}"))
                        .path("owner_id")
                        .asText())
                .isEqualTo(text(bob));
        long pair = id(json(open(ann, bob)));
        assertThat(code(update(ann, pair, "{\"name\":\"x\"}")))
                .isEqualTo(ErrorCode.CANNOT_EXECUTE_ACTION_ON_DM_CHANNEL.number());
        assertThat(code(remove(ann, pair, bob))).isEqualTo(ErrorCode.CANNOT_EXECUTE_ACTION_ON_DM_CHANNEL.number());
    }

    @Test
    void inAGroupEverybodyHearsEverybodyWhoeverIsBlocked() {
        long group = id(json(open(ann, bob, eve)));
        relate(bob, eve, RelationshipType.BLOCKED);
        town.stage().restart();
        town.stage().takeSent();

        json(call(eve, "createMessage", group, Map.of(), "{\"content\":\"hello\"}"));

        assertThat(town.events("MESSAGE_CREATE")).hasSize(3);
    }

    private Outcome open(long by, long... others) {
        String listed =
                Arrays.stream(others).mapToObj(other -> "\"" + other + "\"").collect(Collectors.joining(","));
        return town.rest(Keys.user(by), "createPrivateChannel", by, Map.of(), "", "{\"recipients\":[" + listed + "]}");
    }

    private Outcome add(long by, long group, long added) {
        return call(by, "addRecipient", group, Map.of("user_id", text(added)), "");
    }

    private Outcome remove(long by, long group, long removed) {
        return call(by, "removeRecipient", group, Map.of("user_id", text(removed)), "");
    }

    private Outcome update(long by, long group, String body) {
        return call(by, "updateChannel", group, Map.of(), body);
    }

    private Outcome call(long by, String operation, long group, Map<String, String> path, String body) {
        Map<String, String> whole = Stream.concat(
                        path.entrySet().stream(), Map.of("channel_id", text(group)).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return town.rest(Keys.privateChannel(group), operation, by, whole, "", body);
    }

    private List<String> listed(long user) {
        JsonNode channels = json(town.rest(Keys.user(user), "listPrivateChannels", user, Map.of(), "", ""));
        return channels.valueStream()
                .map(channel -> channel.path("id").asText())
                .toList();
    }

    private List<Integer> messages(long group) {
        return json(call(ann, "listMessages", group, Map.of(), ""))
                .valueStream()
                .map(message -> message.path("type").asInt())
                .toList();
    }

    private static List<String> recipients(JsonNode channel) {
        return channel.path("recipients")
                .valueStream()
                .map(user -> user.path("username").asText())
                .toList();
    }

    private static long id(JsonNode channel) {
        return channel.path("id").asLong();
    }

    /** Almost as many channels as one may have groups are on the list: groups, or channels with somebody. */
    private void fill(long person, long other) {
        for (long channel = 1; channel < Groups.MOST_OF_ONE; channel++) {
            town.rows()
                    .writeNow(List.of(Write.to(UserPrivateChannels.TABLE, person, channel)
                            .set(UserPrivateChannels.RECIPIENT_ID, other)
                            .set(UserPrivateChannels.OPEN, true)
                            .build()));
        }
        town.stage().restart();
    }

    private long friend(String name) {
        long person = town.person(name);
        befriend(ann, person);
        return person;
    }

    private void befriend(long one, long other) {
        relate(one, other, RelationshipType.FRIEND);
        relate(other, one, RelationshipType.FRIEND);
    }

    private void relate(long one, long other, RelationshipType type) {
        town.rows()
                .writeNow(List.of(Write.to(Relationships.TABLE, one, other)
                        .set(Relationships.TYPE, (long) type.number())
                        .build()));
    }
}
