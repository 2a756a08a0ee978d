package io.guildhall.guild.privatechannel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.ChannelTester;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.message.DeleteMessage;
import io.guildhall.guild.message.TestWriters;
import io.guildhall.guild.typing.TriggerTyping;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.payload.Json;
import io.guildhall.model.relationship.RelationshipType;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.PrivateChannels;
import io.guildhall.model.table.catalogue.Relationships;
import io.guildhall.model.table.catalogue.UserGuilds;
import io.guildhall.model.table.catalogue.UserSettings;
import io.guildhall.model.table.catalogue.Users;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrivateChannelTest {
    private static final long NOW = 1_772_366_400_000L;
    private static final long ANN = 101;
    private static final long BOB = 102;
    private static final long EVE = 103;

    private final Clock clock = Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC);
    private final InMemoryStorage storage = new InMemoryStorage();
    private final ChannelTester tester = new ChannelTester(storage);
    private final CreatePrivateChannel create = TestPrivateChannels.create(new SnowflakeGenerator(1, clock), clock);
    private final PrivateChannelBehaviour behaviour = new PrivateChannelBehaviour(
            List.of(TestWriters.createMessage(NOW), new DeleteMessage(), new TriggerTyping()),
            TestPrivateChannels.own(new SnowflakeGenerator(1, clock), clock),
            List.of(),
            clock,
            new AttachmentLinks("a secret", clock));
    private final UserState ann = user(ANN, "ann");
    private final UserState bob = user(BOB, "bob");

    @BeforeEach
    void meet() {
        member(ANN, 7);
        member(ANN, 8);
        member(BOB, 8);
        member(EVE, 9);
    }

    @Test
    void strangersOpenNoChannel() {
        UserState eve = user(EVE, "eve");
        refused(ErrorCode.CANNOT_SEND_MESSAGES_TO_THIS_USER, () -> open(ann, EVE));
        refused(ErrorCode.CANNOT_SEND_MESSAGES_TO_THIS_USER, () -> open(eve, ANN));
        for (long guild = 10; guild < 40; guild++) {
            member(ANN, guild);
        }
        member(EVE, 35);
        open(ann, EVE);
    }

    @Test
    void whoSharesNoGuildAnyMoreWritesNothingMore() {
        PrivateChannelState channel = load(id(open(ann, BOB)));
        Calls message = Calls.of("createMessage", ANN).body("{\"content\":\"x\"}");
        rest(channel, message);
        storage.write(List.of(Write.delete(UserGuilds.TABLE, BOB, 8L)));

        refused(ErrorCode.CANNOT_SEND_MESSAGES_TO_THIS_USER, () -> rest(channel, message));
        refused(
                ErrorCode.CANNOT_SEND_MESSAGES_TO_THIS_USER,
                () -> rest(channel, Calls.of("createMessage", BOB).body("{\"content\":\"x\"}")));
        member(BOB, 7);
        rest(channel, message);
    }

    @Test
    void aGuildThatHasClosedDirectMessagesLetsNobodyWriteButFriends() {
        PrivateChannelState channel = load(id(open(ann, BOB)));
        Calls message = Calls.of("createMessage", ANN).body("{\"content\":\"x\"}");
        closed(8, NOW + 1);
        refused(ErrorCode.CANNOT_SEND_MESSAGES_TO_THIS_USER, () -> rest(channel, message));
        refused(ErrorCode.CANNOT_SEND_MESSAGES_TO_THIS_USER, () -> open(ann, BOB));
        member(BOB, 7);
        rest(channel, message);
        closed(7, NOW + 1);
        refused(ErrorCode.CANNOT_SEND_MESSAGES_TO_THIS_USER, () -> rest(channel, message));
        befriend(ANN, BOB);
        rest(channel, message);
    }

    private void closed(long guild, long until) {
        storage.write(List.of(Write.to(Guilds.TABLE, guild)
                .set(Guilds.DMS_DISABLED_UNTIL, until)
                .build()));
    }

    @Test
    void friendsNeedNoGuildInCommon() {
        user(EVE, "eve");
        befriend(ANN, EVE);

        PrivateChannelState channel = load(id(open(ann, EVE)));
        rest(channel, Calls.of("createMessage", ANN).body("{\"content\":\"x\"}"));
        rest(channel, Calls.of("createMessage", EVE).body("{\"content\":\"x\"}"));
    }

    @Test
    void whoeverIsBlockedWritesNothingAndIsToldNothingMore() {
        PrivateChannelState channel = load(id(open(ann, BOB)));
        Calls message = Calls.of("createMessage", ANN).body("{\"content\":\"x\"}");
        BlockChanged.apply(channel, BlockChanged.body(BOB, true));
        refused(ErrorCode.CANNOT_SEND_MESSAGES_TO_THIS_USER, () -> rest(channel, message));
        refused(
                ErrorCode.CANNOT_SEND_MESSAGES_TO_THIS_USER,
                () -> rest(channel, Calls.of("createMessage", BOB).body("{\"content\":\"x\"}")));
        BlockChanged.apply(channel, BlockChanged.body(BOB, false));
        rest(channel, message);

        relate(BOB, ANN, RelationshipType.BLOCKED);
        refused(ErrorCode.CANNOT_SEND_MESSAGES_TO_THIS_USER, () -> rest(load(channel.id()), message));
    }

    private void befriend(long one, long other) {
        relate(one, other, RelationshipType.FRIEND);
        relate(other, one, RelationshipType.FRIEND);
    }

    private void relate(long one, long other, RelationshipType type) {
        storage.write(List.of(Write.to(Relationships.TABLE, one, other)
                .set(Relationships.TYPE, (long) type.number())
                .build()));
    }

    @Test
    void twoUsersHaveOneChannelWhoeverOpensIt() {
        JsonNode opened = open(ann, BOB);

        assertThat(opened.get("type").asInt()).isEqualTo(1);
        assertThat(opened.get("recipients").get(0).get("username").asText()).isEqualTo("bob");
        assertThat(opened.get("last_message_id").isNull()).isTrue();
        assertThat(tester.eventNames()).containsExactly("CHANNEL_CREATE");
        assertThat(open(ann, BOB).get("id")).isEqualTo(opened.get("id"));
        assertThat(open(bob, ANN).get("id")).isEqualTo(opened.get("id"));
        assertThat(storage.row(ChannelOwners.TABLE, id(opened)).orElseThrow().get(ChannelOwners.GUILD_ID))
                .isZero();
    }

    @Test
    void whatAMessageReadsIsForeseenOnceTheParticipantsHaveMet() {
        PrivateChannelState channel = load(id(open(ann, BOB)));
        Calls message = Calls.of("createMessage", ANN).body("{\"content\":\"x\"}");
        Command command = Command.newBuilder().setRest(message.rest()).build();
        assertThat(behaviour.foreseen(channel, command)).isEmpty();
        rest(channel, message);

        assertThat(behaviour.foreseen(channel, command))
                .containsExactlyInAnyOrder(
                        Read.row(UserGuilds.TABLE, ANN, 8L),
                        Read.row(UserGuilds.TABLE, BOB, 8L),
                        Read.row(UserSettings.TABLE, BOB, 1L),
                        Read.row(Guilds.TABLE, 8L));
        Command reading =
                Command.newBuilder().setRest(Calls.of("getChannel", ANN).rest()).build();
        assertThat(behaviour.foreseen(channel, reading)).isEmpty();
    }

    @Test
    void onlyTheFirstMessageOfAMinuteWritesTheChannelsRow() {
        long id = id(open(ann, BOB));
        PrivateChannelState channel = load(id);
        Calls message = Calls.of("createMessage", ANN).body("{\"content\":\"x\"}");
        long first = id(rest(channel, message));
        long last = id(rest(channel, message));

        assertThat(storage.row(PrivateChannels.TABLE, id).orElseThrow().get(PrivateChannels.LAST_MESSAGE_ID))
                .isEqualTo(first);
        assertThat(load(id).lastMessageId()).isEqualTo(last);
        assertThat(open(bob, ANN).get("last_message_id").asText()).isEqualTo(Snowflake.format(last));
        assertThat(listed(ann).get(0).get("last_message_id").asText()).isEqualTo(Snowflake.format(last));

        rest(channel, Calls.of("deleteMessage", ANN).path("message_id", last));
        assertThat(load(id).lastMessageId()).isEqualTo(last);
    }

    @Test
    void nobodyOpensAChannelWithThemselvesOrWithStrangers() {
        refused(ErrorCode.INVALID_RECIPIENTS, () -> open(ann, ANN));
        refused(ErrorCode.INVALID_RECIPIENTS, () -> open(ann, 999));
    }

    @Test
    void typingIsShownToBothAndNotKept() {
        PrivateChannelState channel = load(id(open(ann, BOB)));
        rest(channel, Calls.of("triggerTyping", ANN));

        assertThat(tester.hints()).extracting(hint -> hint.getActor().getId()).containsExactly(ANN, BOB);
        assertThat(tester.tells()).isEmpty();
    }

    @Test
    void aMessageReachesBothAndPutsTheChannelOnTheOthersList() {
        PrivateChannelState channel = load(id(open(ann, BOB)));
        JsonNode sent = rest(channel, Calls.of("createMessage", ANN).body("{\"content\":\"psst\"}"));

        assertThat(sent.get("content").asText()).isEqualTo("psst");
        List<Command> tells = tester.tells();
        assertThat(tells).extracting(tell -> tell.getActor().getId()).containsExactly(BOB, ANN, BOB);
        assertThat(tells.getFirst().getInternal().getStep()).isEqualTo("showPrivateChannel");
        Event event = tells.getLast().getPublish().getEvent();
        assertThat(event.getName()).isEqualTo("MESSAGE_CREATE");
        assertThat(event.getDirect()).isTrue();
        assertThat(event.getIntents()).isEqualTo(4096);
        assertThat(event.getPayloadWithoutContent().isEmpty()).isTrue();
        assertThat(Json.parse(event.getPayload()).has("guild_id")).isFalse();

        JsonNode body = Json.parse(tells.getFirst().getInternal().getBody());
        tester.commit(changes -> new ShowPrivateChannel().handle(bob, body, changes));
        assertThat(bob.privateChannels()).containsExactly(channel.id());
        assertThat(tester.lastPayload().get("recipients").get(0).get("id").asText())
                .isEqualTo("101");
        assertThat(listed(bob).get(0).get("last_message_id")).isEqualTo(sent.get("id"));
    }

    @Test
    void strangersGetNoAccess() {
        PrivateChannelState channel = load(id(open(ann, BOB)));
        refused(
                ErrorCode.MISSING_ACCESS,
                () -> rest(channel, Calls.of("createMessage", EVE).body("{\"content\":\"x\"}")));
    }

    @Test
    void botsDoNotWriteToBots() {
        storage.write(List.of(
                Write.to(Users.TABLE, ANN).set(Users.BOT, true).build(),
                Write.to(Users.TABLE, BOB).set(Users.BOT, true).build()));
        PrivateChannelState channel = load(id(open(ann, BOB)));
        refused(
                ErrorCode.CANNOT_SEND_MESSAGES_TO_THIS_USER,
                () -> rest(channel, Calls.of("createMessage", ANN).body("{\"content\":\"x\"}")));
    }

    @Test
    void botsOpenNoChannelWithBots() {
        storage.write(List.of(
                Write.to(Users.TABLE, ANN).set(Users.BOT, true).build(),
                Write.to(Users.TABLE, BOB).set(Users.BOT, true).build()));
        UserState bot = user(ANN, "ann");
        refused(ErrorCode.CANNOT_SEND_MESSAGES_TO_THIS_USER, () -> open(bot, BOB));
    }

    @Test
    void whatNeedsAModeratorIsNotForPrivateChannels() {
        PrivateChannelState channel = load(id(open(ann, BOB)));
        refused(
                ErrorCode.CANNOT_EXECUTE_ACTION_ON_DM_CHANNEL,
                () -> rest(channel, Calls.of("bulkDeleteMessages", ANN).body("{\"messages\":[\"1\",\"2\"]}")));
        refused(
                ErrorCode.CANNOT_EXECUTE_ACTION_ON_DM_CHANNEL,
                () -> rest(channel, Calls.of("updateChannel", ANN).body("{\"name\":\"x\"}")));
    }

    @Test
    void closingTakesTheChannelOffTheListUntilTheNextMessage() {
        long id = id(open(ann, BOB));
        PrivateChannelState channel = load(id);
        rest(channel, Calls.of("deleteChannel", ANN));
        JsonNode body = Json.parse(tester.tells().getLast().getInternal().getBody());
        tester.commit(changes -> new HidePrivateChannel().handle(ann, body, changes));

        assertThat(tester.lastEvent().getName()).isEqualTo("CHANNEL_DELETE");
        assertThat(listed(ann).isEmpty()).isTrue();
        assertThat(load(id).isShownTo(ANN)).isFalse();
        rest(channel, Calls.of("createMessage", BOB).body("{\"content\":\"still there?\"}"));
        assertThat(tester.tells())
                .anyMatch(tell -> tell.getActor().getId() == ANN
                        && tell.getInternal().getStep().equals("showPrivateChannel"));
    }

    private void member(long user, long guild) {
        storage.write(List.of(Write.to(UserGuilds.TABLE, user, guild)
                .set(UserGuilds.JOINED_AT, NOW)
                .build()));
    }

    private JsonNode open(UserState user, long recipient) {
        Calls call = Calls.of("createPrivateChannel", user.id()).body("{\"recipient_id\":\"" + recipient + "\"}");
        return tester.commit(changes -> create.handle(user, call.call(), changes));
    }

    private JsonNode listed(UserState user) {
        return tester.commit(changes -> new ListPrivateChannels()
                .handle(user, Calls.of("listPrivateChannels", user.id()).call(), changes));
    }

    private JsonNode rest(PrivateChannelState channel, Calls call) {
        Command command = Command.newBuilder().setRest(call.rest()).build();
        return tester.commit(changes -> behaviour.handle(channel, command, changes));
    }

    private PrivateChannelState load(long channelId) {
        return behaviour.load(context(ActorKind.PRIVATE_CHANNEL, channelId));
    }

    private UserState user(long id, String name) {
        storage.write(
                List.of(Write.to(Users.TABLE, id).set(Users.USERNAME, name).build()));
        return new UserState(
                context(ActorKind.USER, id), storage.row(Users.TABLE, id).orElseThrow(), null, null);
    }

    private ActorContext context(ActorKind kind, long id) {
        ActorKey key = ActorKey.newBuilder().setKind(kind).setId(id).build();
        return new ActorContext(key, 1, storage, storage, null, null);
    }

    private static long id(JsonNode object) {
        return Snowflake.parse(object.get("id").asText());
    }

    private static void refused(ErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code.number()));
    }
}
