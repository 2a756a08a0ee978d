package io.guildhall.guild.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.ChannelTester;
import io.guildhall.guild.fakes.FakePlace;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.message.DeleteMessage;
import io.guildhall.guild.message.GetMessage;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.relationship.RelationshipType;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Reactions;
import io.guildhall.model.table.catalogue.Relationships;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReactionsTest {
    private static final long ANN = 101;
    private static final long BOB = 102;
    private static final long CAT = 103;
    private static final long MESSAGE = Snowflake.lowestAt(1_772_366_400_000L);
    private static final String THUMB = "👍";

    private final InMemoryStorage storage = new InMemoryStorage();
    private final FakePlace place = new FakePlace(storage, 1_772_366_400_000L)
            .member(ANN, "ann")
            .member(BOB, "bob", Permission.ADMINISTRATOR, Permission.ADD_REACTIONS);
    private final ChannelTester tester = new ChannelTester(
            storage,
            new AddMyReaction(),
            new DeleteMyReaction(),
            new DeleteUserReaction(),
            new DeleteEmojiReactions(),
            new DeleteAllReactions(),
            new ListReactions(),
            new DeleteMessage(),
            new GetMessage());

    @BeforeEach
    void writeMessage() {
        storage.write(List.of(Write.to(Messages.TABLE, FakePlace.CHANNEL, MessageBucket.of(MESSAGE), MESSAGE)
                .set(Messages.AUTHOR_ID, ANN)
                .build()));
    }

    @Test
    void aReactionIsCountedAndTold() {
        react(ANN, THUMB);

        assertThat(tester.lastEvent().getName()).isEqualTo("MESSAGE_REACTION_ADD");
        assertThat(tester.lastEvent().getIntents()).isEqualTo(1024);
        JsonNode payload = tester.lastPayload();
        assertThat(payload.get("emoji").get("name").asText()).isEqualTo(THUMB);
        assertThat(payload.get("emoji").get("id").isNull()).isTrue();
        assertThat(payload.get("member").get("user").get("id").asText()).isEqualTo("101");
        assertThat(payload.get("guild_id").asText()).isEqualTo("10");
        JsonNode reaction = reactions(ANN).get(0);
        assertThat(reaction.get("count").asInt()).isEqualTo(1);
        assertThat(reaction.get("me").asBoolean()).isTrue();
        assertThat(reactions(BOB).get(0).get("me").asBoolean()).isFalse();
    }

    @Test
    void reactingTwiceCountsOnce() {
        react(ANN, THUMB);
        react(ANN, THUMB);
        assertThat(reactions(ANN).get(0).get("count").asInt()).isEqualTo(1);
        assertThat(tester.events()).hasSize(1);
    }

    @Test
    void joiningAReactionNeedsNoPermissionButANewOneDoes() {
        refused(ErrorCode.MISSING_PERMISSIONS, () -> react(BOB, THUMB));
        react(ANN, THUMB);
        react(BOB, THUMB);
        assertThat(reactions(BOB).get(0).get("count").asInt()).isEqualTo(2);
    }

    @Test
    void whoIsTimedOutJoinsNone() {
        react(ANN, THUMB);
        place.timeOut(BOB, place.now() + 1000);
        refused(ErrorCode.MISSING_PERMISSIONS, () -> react(BOB, THUMB));
        place.timeOut(ANN, place.now() + 1000);
        react(ANN, "🎉");
        place.advance(1000);
        react(BOB, THUMB);
    }

    @Test
    void whomTheAuthorHasBlockedReactsNeitherAnewNorWithOthers() {
        place.member(CAT, "cat");
        blocks(ANN, CAT);
        refused(ErrorCode.REACTION_WAS_BLOCKED, () -> react(CAT, THUMB));
        react(ANN, THUMB);
        refused(ErrorCode.REACTION_WAS_BLOCKED, () -> react(CAT, THUMB));
        blocks(CAT, ANN);
        react(ANN, "🎉");
    }

    @Test
    void whatIsKnownAheadOfItIsTheMessageAndThenWhetherItsAuthorBlocksTheCaller() {
        RestCall call = call("addMyReaction", CAT, THUMB)
                .path("channel_id", FakePlace.CHANNEL)
                .rest();
        ReadRequest message = new AddMyReaction().foreseen(call).getFirst();
        assertThat(new AddMyReaction().following(call, message, storage.read(Messages.TABLE, message)))
                .containsExactly(Read.row(Relationships.TABLE, ANN, CAT));
    }

    @Test
    void webhooksAndBotsBlockNobody() {
        place.bot(CAT, "cat");
        blocks(CAT, ANN);
        storage.write(List.of(Write.to(Messages.TABLE, FakePlace.CHANNEL, MessageBucket.of(MESSAGE), MESSAGE)
                .set(Messages.AUTHOR_ID, CAT)
                .build()));
        react(ANN, THUMB);
        storage.write(List.of(Write.to(Messages.TABLE, FakePlace.CHANNEL, MessageBucket.of(MESSAGE), MESSAGE)
                .set(Messages.AUTHOR_ID, 999L)
                .set(Messages.WEBHOOK_ID, 999L)
                .build()));
        blocks(999L, ANN);
        react(ANN, "🎉");
    }

    private void blocks(long one, long other) {
        storage.write(List.of(Write.to(Relationships.TABLE, one, other)
                .set(Relationships.TYPE, (long) RelationshipType.BLOCKED.number())
                .build()));
    }

    @Test
    void aMessageCarriesAtMostTwentyEmojis() {
        for (int index = 0; index < 20; index++) {
            react(ANN, Character.toString(0x1F600 + index));
        }
        refused(ErrorCode.MAXIMUM_NUMBER_OF_REACTIONS_REACHED, () -> react(ANN, THUMB));
        react(ANN, Character.toString(0x1F600));
    }

    @Test
    void reactionsAreTakenBackOneByOneByEmojiAndAllTogether() {
        react(ANN, THUMB);
        react(BOB, THUMB);
        tester.run(place, call("deleteMyReaction", ANN, THUMB));
        assertThat(tester.lastEvent().getName()).isEqualTo("MESSAGE_REACTION_REMOVE");
        assertThat(reactions(BOB).get(0).get("count").asInt()).isEqualTo(1);
        tester.run(place, call("deleteUserReaction", ANN, THUMB).path("user_id", BOB));
        assertThat(reactions(BOB).isMissingNode()).isTrue();

        react(ANN, THUMB);
        react(ANN, "🎉");
        tester.run(place, call("deleteEmojiReactions", ANN, THUMB));
        assertThat(tester.lastEvent().getName()).isEqualTo("MESSAGE_REACTION_REMOVE_EMOJI");
        assertThat(reactions(ANN).size()).isEqualTo(1);
        assertThat(users(THUMB, "{}").isEmpty()).isTrue();
        tester.run(place, Calls.of("deleteAllReactions", ANN).path("message_id", MESSAGE));
        assertThat(tester.lastEvent().getName()).isEqualTo("MESSAGE_REACTION_REMOVE_ALL");
        assertThat(reactions(ANN).isMissingNode()).isTrue();
    }

    @Test
    void aDeletedMessageTakesTheReactionsWithEveryEmojiAlong() {
        react(ANN, THUMB);
        react(BOB, THUMB);
        react(ANN, "🎉");

        tester.run(place, Calls.of("deleteMessage", ANN).path("message_id", MESSAGE));

        for (String emoji : List.of(THUMB, "🎉")) {
            assertThat(storage.read(
                            Reactions.TABLE,
                            Read.from(Reactions.TABLE, FakePlace.CHANNEL, MESSAGE, emoji)
                                    .build()))
                    .isEmpty();
        }
    }

    @Test
    void takingBackWhatNobodyGaveIsRefused() {
        refused(ErrorCode.UNKNOWN_EMOJI, () -> tester.run(place, call("deleteMyReaction", ANN, THUMB)));
    }

    @Test
    void whoReactedIsListedPageByPage() {
        react(ANN, THUMB);
        react(BOB, THUMB);
        assertThat(users(THUMB, "{}").size()).isEqualTo(2);
        assertThat(users(THUMB, "{\"limit\":1}").get(0).get("id").asText()).isEqualTo("101");
        assertThat(users(THUMB, "{\"after\":\"101\"}").get(0).get("id").asText())
                .isEqualTo("102");
        assertThat(users(THUMB, "{\"type\":1}").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍", "👍🏽", "❤️", "❤", "1️⃣", "🇩🇪", "👨‍👩‍👧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "☺"})
    void anythingShownAsOneEmojiIsAnEmojiAndKeepsItsSpelling(String text) {
        react(ANN, text);
        assertThat(reactions(ANN).get(0).at("/emoji/name").asText()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "12",
                "👍a",
                "👍👎",
                "👍1",
                "🇩",
                "abc:def",
                ":1",
                "a:b:x",
                "name:9223372036854775808",
                "na me:1",
                ":::1",
                "#"
            })
    void textIsNoEmoji(String text) {
        assertThat(ReactedMessage.foreseen(
                        call("addMyReaction", ANN, text)
                                .path("channel_id", FakePlace.CHANNEL)
                                .rest(),
                        ANN))
                .hasSize(1);
        refused(ErrorCode.UNKNOWN_EMOJI, () -> react(ANN, text));
    }

    private void react(long user, String emoji) {
        tester.run(place, call("addMyReaction", user, emoji));
    }

    private JsonNode users(String emoji, String query) {
        return tester.run(place, call("listReactions", ANN, emoji).query(query));
    }

    private JsonNode reactions(long reader) {
        return tester.run(place, Calls.of("getMessage", reader).path("message_id", MESSAGE))
                .path("reactions");
    }

    private static Calls call(String operation, long user, String emoji) {
        return Calls.of(operation, user).path("message_id", MESSAGE).path("emoji_name", emoji);
    }

    private static void refused(ErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code.number()));
    }
}
