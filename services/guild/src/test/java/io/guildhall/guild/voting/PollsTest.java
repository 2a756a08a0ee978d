package io.guildhall.guild.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.ChannelTester;
import io.guildhall.guild.fakes.FakePlace;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.message.PollEnd;
import io.guildhall.guild.message.TestWriters;
import io.guildhall.guild.poll.PollReminder;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.PollVotes;
import io.guildhall.model.table.catalogue.ReminderSlots;
import io.guildhall.model.table.catalogue.Reminders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollsTest {
    private static final long NOW = 1_772_366_400_000L;
    private static final long ANN = 101;
    private static final long BOB = 102;
    private static final long CID = 103;
    private static final String TEA_OR_COFFEE =
            "{'question':{'text':'Tea?'},'answers':[{'poll_media':{'text':'Tea','emoji':{'name':'🍵'}}},{'poll_media':{'text':'Coffee'}}]%s}";

    private final InMemoryStorage storage = new InMemoryStorage();
    private final FakePlace place = new FakePlace(storage, NOW)
            .member(ANN, "ann")
            .member(BOB, "bob", Permission.ADMINISTRATOR, Permission.SEND_POLLS)
            .member(CID, "cid");
    private final SnowflakeGenerator ids =
            new SnowflakeGenerator(1, Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC));
    private final PollEnd end = TestWriters.pollEnd(ids);
    private final ChannelTester tester = new ChannelTester(
            storage,
            Stream.concat(
                            TestWriters.operations(ids).stream(),
                            Stream.of(new Vote(), new ListPollVoters(), new EndPoll(end)))
                    .toArray(ChannelOperation[]::new));

    @Test
    void aPollIsOpenForADayUnlessSaidOtherwise() {
        JsonNode poll = ask("").get("poll");
        assertThat(poll.get("expiry").asText()).startsWith("2026-03-02T12:00:00");
        assertThat(poll.get("layout_type").asInt()).isEqualTo(1);
        assertThat(poll.get("allow_multiselect").asBoolean()).isFalse();
        assertThat(poll.at("/answers/0/answer_id").asInt()).isEqualTo(1);
        assertThat(poll.at("/answers/0/poll_media/emoji/name").asText()).isEqualTo("🍵");
        assertThat(poll.at("/answers/1/poll_media/text").asText()).isEqualTo("Coffee");
        assertThat(poll.at("/results/is_finalized").asBoolean()).isFalse();
        assertThat(ask(",'duration':768").at("/poll/expiry").asText()).startsWith("2026-04-02");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'question':{'text':''},'answers':[{'poll_media':{'text':'a'}}]}",
                "{'question':{},'answers':[{'poll_media':{'text':'a'}}]}",
                "{'question':{'text':'a'},'answers':[]}",
                "{'question':{'text':'a'}}",
                "{'question':{'text':'a'},'answers':[{'poll_media':{}}]}",
                "{'question':{'text':'a'},'answers':[{'poll_media':{'text':'a'}}],'duration':769}",
                "{'question':{'text':'a'},'answers':[{'poll_media':{'text':'a'}}],'duration':0}",
                "{'question':{'text':'a'},'answers':[{'poll_media':{'text':'a'}}],'layout_type':2}",
            })
    void aPollThatMakesNoSenseIsRefused(String poll) {
        refused(ErrorCode.INVALID_FORM_BODY, () -> send(ANN, poll));
    }

    @Test
    void questionsAndAnswersAreOnlySoLongAndSoMany() {
        String answer = "{'poll_media':{'text':'%s'}}";
        String poll = "{'question':{'text':'%s'},'answers':[%s]}";
        send(ANN, poll.formatted("x".repeat(300), answer.formatted("x".repeat(55))));
        send(ANN, poll.formatted("x", String.join(",", Collections.nCopies(10, answer.formatted("x")))));
        refused(ErrorCode.INVALID_FORM_BODY, () -> send(ANN, poll.formatted("x".repeat(301), answer.formatted("x"))));
        refused(ErrorCode.INVALID_FORM_BODY, () -> send(ANN, poll.formatted("x", answer.formatted("x".repeat(56)))));
        refused(
                ErrorCode.INVALID_FORM_BODY,
                () -> send(ANN, poll.formatted("x", String.join(",", Collections.nCopies(11, answer.formatted("x"))))));
    }

    @Test
    void pollsNeedAPermissionAndEmojisThatExist() {
        refused(ErrorCode.MISSING_PERMISSIONS, () -> send(BOB, TEA_OR_COFFEE.formatted("")));
        String odd = "{'question':{'text':'a'},'answers':[{'poll_media':{'text':'a','emoji':%s}}]}";
        refused(ErrorCode.CANNOT_USE_AN_EMOJI_INCLUDED_WITH_THE_POLL, () -> send(ANN, odd.formatted("{'name':'tea'}")));
        refused(ErrorCode.CANNOT_USE_AN_EMOJI_INCLUDED_WITH_THE_POLL, () -> send(ANN, odd.formatted("{'id':'77'}")));
    }

    @Test
    void votesAreCountedToldAndListed() {
        long poll = ask("").get("id").asLong();
        vote(ANN, poll, "'1'");
        assertThat(tester.lastEvent().getName()).isEqualTo("MESSAGE_POLL_VOTE_ADD");
        assertThat(tester.lastEvent().getIntents()).isEqualTo(1L << 24);
        assertThat(tester.lastPayload())
                .isEqualTo(Json.parse(
                        "{\"user_id\":\"101\",\"message_id\":\"%d\",\"answer_id\":1,\"channel_id\":\"20\",\"guild_id\":\"10\"}"
                                .formatted(poll)));
        vote(BOB, poll, "'1'");
        vote(CID, poll, "'2'");
        int told = tester.events().size();
        vote(CID, poll, "'2'");
        assertThat(tester.events()).hasSize(told);

        assertThat(counts(ANN, poll))
                .isEqualTo("[{\"id\":1,\"count\":2,\"me_voted\":true},{\"id\":2,\"count\":1,\"me_voted\":false}]");
        assertThat(counts(CID, poll))
                .isEqualTo("[{\"id\":1,\"count\":2,\"me_voted\":false},{\"id\":2,\"count\":1,\"me_voted\":true}]");
        assertThat(voters(poll, "{}")).containsExactly("ann", "bob");
        assertThat(voters(poll, "{\"limit\":1}")).containsExactly("ann");
        assertThat(voters(poll, "{\"after\":\"101\"}")).containsExactly("bob");
    }

    @Test
    void aVoteTakesTheFormerOneBack() {
        long poll = ask("").get("id").asLong();
        vote(ANN, poll, "'1'");
        vote(ANN, poll, "'2'");
        List<String> names = tester.eventNames();
        assertThat(names.subList(names.size() - 2, names.size()))
                .containsExactly("MESSAGE_POLL_VOTE_REMOVE", "MESSAGE_POLL_VOTE_ADD");
        assertThat(counts(ANN, poll)).isEqualTo("[{\"id\":2,\"count\":1,\"me_voted\":true}]");
        vote(ANN, poll, "");
        assertThat(counts(ANN, poll)).isEqualTo("[]");
        assertThat(voters(poll, "{}")).isEmpty();
    }

    @Test
    void onlySomePollsTakeMoreThanOneAnswerOfAPerson() {
        long single = ask("").get("id").asLong();
        refused(ErrorCode.INVALID_FORM_BODY, () -> vote(ANN, single, "'1','2'"));
        refused(ErrorCode.INVALID_FORM_BODY, () -> vote(ANN, single, "'3'"));
        refused(ErrorCode.INVALID_FORM_BODY, () -> vote(ANN, single, "'0'"));
        long multiple = ask(",'allow_multiselect':true").get("id").asLong();
        vote(ANN, multiple, "'1','2'");
        assertThat(counts(ANN, multiple)).contains("\"id\":1").contains("\"id\":2");
    }

    @Test
    void nobodyVotesOnceAPollIsOverWhoeverIsLateToSaySo() {
        long poll = ask(",'duration':1").get("id").asLong();
        place.advance(Duration.ofHours(1).toMillis());
        refused(ErrorCode.POLL_EXPIRED, () -> vote(ANN, poll, "'1'"));
        place.timeOut(BOB, place.now() + 1000);
        long next = ask("").get("id").asLong();
        refused(ErrorCode.MISSING_PERMISSIONS, () -> vote(BOB, next, "'1'"));
    }

    @Test
    void aMessageWithoutAPollHasNoneToVoteInOrToEnd() {
        long plain = tester.run(place, Calls.of("createMessage", ANN).body("{\"content\":\"hi\"}"))
                .get("id")
                .asLong();
        refused(ErrorCode.POLL_VOTING_BLOCKED, () -> vote(ANN, plain, "'1'"));
        refused(ErrorCode.CANNOT_EXPIRE_A_NON_POLL_MESSAGE, () -> endByHand(ANN, plain));
        refused(ErrorCode.UNKNOWN_MESSAGE, () -> vote(ANN, plain + 1, "'1'"));
    }

    @Test
    void whoAskedEndsThePollAndTheResultsAreSaid() {
        long poll = ask("").get("id").asLong();
        vote(BOB, poll, "'1'");
        refused(ErrorCode.CANNOT_EDIT_MESSAGE_AUTHORED_BY_ANOTHER_USER, () -> endByHand(CID, poll));
        JsonNode ended = endByHand(ANN, poll);
        assertThat(ended.at("/poll/results/is_finalized").asBoolean()).isTrue();
        assertThat(ended.at("/poll/expiry").asText()).startsWith("2026-03-01T12:00:00");
        refused(ErrorCode.POLL_EXPIRED, () -> endByHand(ANN, poll));
        refused(ErrorCode.POLL_EXPIRED, () -> vote(CID, poll, "'1'"));

        List<Event> events = tester.events();
        assertThat(events.get(events.size() - 2).getName()).isEqualTo("MESSAGE_UPDATE");
        JsonNode notice = tester.lastPayload();
        assertThat(notice.get("type").asInt()).isEqualTo(46);
        assertThat(notice.at("/author/username").asText()).isEqualTo("ann");
        assertThat(notice.at("/message_reference/message_id").asLong()).isEqualTo(poll);
        assertThat(notice.at("/embeds/0/type").asText()).isEqualTo("poll_result");
        assertThat(fields(notice))
                .containsExactly(
                        "poll_question_text=Tea?",
                        "victor_answer_votes=1",
                        "total_votes=1",
                        "victor_answer_id=1",
                        "victor_answer_text=Tea",
                        "victor_answer_emoji_name=🍵");
    }

    @Test
    void thePollsOwnerIsRemindedWhenItIsOverAndEndsItOnce() {
        long poll = ask(",'duration':2").get("id").asLong();
        long due = NOW + Duration.ofHours(2).toMillis();
        RowView reminder = storage.row(Reminders.TABLE, Reminders.slot(due), Reminders.shard(poll), due, poll)
                .orElseThrow();
        assertThat(reminder.get(Reminders.STEP)).isEqualTo(PollReminder.STEP);
        assertThat(reminder.get(Reminders.ACTOR_ID)).isEqualTo(10);
        assertThat(storage.row(ReminderSlots.TABLE, ReminderSlots.ALL_SLOTS, Reminders.slot(due)))
                .isPresent();
        vote(ANN, poll, "'1'");
        vote(BOB, poll, "'2'");
        place.advance(Duration.ofHours(2).toMillis());
        JsonNode body = Json.parse(reminder.get(Reminders.BODY));
        PollIsOver step = new PollIsOver(end);
        tester.commit(changes -> step.handle(place, body, changes));
        assertThat(fields(tester.lastPayload()))
                .containsExactly("poll_question_text=Tea?", "victor_answer_votes=1", "total_votes=2");
        int told = tester.events().size();
        tester.commit(changes -> step.handle(place, body, changes));
        assertThat(tester.events()).hasSize(told);
    }

    @Test
    void aPollIsNeitherEditedNorLeavesVotesBehind() {
        long poll = ask("").get("id").asLong();
        vote(ANN, poll, "'1'");
        refused(
                ErrorCode.CANNOT_EDIT_A_POLL_MESSAGE,
                () -> tester.run(
                        place,
                        Calls.of("updateMessage", ANN).path("message_id", poll).body("{\"content\":\"x\"}")));
        tester.run(place, Calls.of("deleteMessage", ANN).path("message_id", poll));
        assertThat(storage.read(
                        PollVotes.TABLE,
                        Read.from(PollVotes.TABLE, FakePlace.CHANNEL, poll, 1L).build()))
                .isEmpty();
    }

    private JsonNode ask(String more) {
        return send(ANN, TEA_OR_COFFEE.formatted(more));
    }

    private JsonNode send(long author, String poll) {
        return tester.run(place, Calls.of("createMessage", author).body("{\"poll\":" + poll.replace('\'', '"') + "}"));
    }

    private void vote(long voter, long poll, String answers) {
        tester.run(
                place,
                Calls.of("vote", voter)
                        .path("message_id", poll)
                        .body("{\"answer_ids\":[" + answers.replace('\'', '"') + "]}"));
    }

    private JsonNode endByHand(long caller, long poll) {
        return tester.run(place, Calls.of("endPoll", caller).path("message_id", poll));
    }

    private String counts(long reader, long poll) {
        return tester.run(place, Calls.of("getMessage", reader).path("message_id", poll))
                .at("/poll/results/answer_counts")
                .toString();
    }

    private List<String> voters(long poll, String query) {
        JsonNode answer = tester.run(
                place,
                Calls.of("listPollVoters", ANN)
                        .path("message_id", poll)
                        .path("answer_id", 1)
                        .query(query));
        return answer.get("users").findValuesAsText("username");
    }

    private static List<String> fields(JsonNode notice) {
        return Json.readList(notice.at("/embeds/0/fields").toString(), JsonNode.class).stream()
                .map(field ->
                        field.get("name").asText() + "=" + field.get("value").asText())
                .toList();
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code.number()));
    }
}
