package io.guildhall.guild.search;

import static io.guildhall.guild.search.SearchTestBase.ids;
import static io.guildhall.guild.search.SearchTestBase.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.ChannelTester;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.message.TestWriters;
import io.guildhall.guild.privatechannel.PrivateChannelBehaviour;
import io.guildhall.guild.user.UserState;
import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.embedded.EmbeddedSearch;
import io.guildhall.messageindex.embedded.Told;
import io.guildhall.messageindex.lucene.LuceneIndex;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.guildhall.model.table.catalogue.PrivateChannels;
import io.guildhall.model.table.catalogue.UserGuilds;
import io.guildhall.model.table.catalogue.UserPrivateChannels;
import io.guildhall.model.table.catalogue.Users;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches of private channels: one, and all of a person. */
class PrivateSearchTest {
    private static final long NOW = 1_772_366_400_000L;
    private static final long ANN = 101;
    private static final long BOB = 102;
    private static final long EVE = 103;
    private static final long GUILD = 8;

    @TempDir
    private Path directory;

    private final Clock clock = Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC);
    private final SnowflakeGenerator snowflakes = new SnowflakeGenerator(1, clock);
    private final InMemoryStorage storage = new InMemoryStorage();
    private final ChannelTester tester = new ChannelTester(storage);
    private final AttachmentLinks links = new AttachmentLinks("a secret", clock);
    private MessageIndex index;
    private EmbeddedSearch search;
    private Searches searches;
    private PrivateChannelBehaviour behaviour;
    private long told;

    @BeforeEach
    void open() {
        index = index(directory);
        search = new EmbeddedSearch(index, Duration.ofSeconds(30));
        searches = new Searches(List.of(search));
        behaviour = new PrivateChannelBehaviour(
                List.of(TestWriters.createMessage(NOW), new SearchChannelMessages(searches)),
                List.of(),
                List.of(),
                clock,
                links);
        for (long user : List.of(ANN, BOB, EVE)) {
            storage.write(List.of(
                    Write.to(Users.TABLE, user)
                            .set(Users.USERNAME, "user" + user)
                            .build(),
                    Write.to(UserGuilds.TABLE, user, GUILD)
                            .set(UserGuilds.JOINED_AT, NOW)
                            .build()));
        }
    }

    /** A new, empty one. */
    MessageIndex index(Path where) {
        return LuceneIndex.open(where);
    }

    @AfterEach
    void close() throws IOException {
        search.close();
        index.close();
    }

    @Test
    void aChannelsMessagesAreFoundByThoseWhoTakePart() {
        long channel = channel(ANN, BOB);
        long older = send(channel, ANN, "an older fox");
        tester.takeFacts();
        long sent = send(channel, BOB, "a fox");
        tell();

        JsonNode answer = search(channel, ANN, "{\"content\":\"fox\"}");

        assertThat(ids(answer)).containsExactly(sent, older);
        assertThat(answer.get("total_results").asInt()).isEqualTo(2);
        assertThat(answer.get("threads")).isEmpty();
        assertThat(answer.get("messages").get(0).get(0).get("hit").asBoolean()).isTrue();
        assertThat(ids(search(channel, BOB, "{\"author_id\":\"%s\"}".formatted(Snowflake.format(BOB)))))
                .containsExactly(sent);
        assertThat(ids(search(channel, ANN, "{\"channel_id\":\"5\"}"))).isEmpty();
        refused(ErrorCode.MISSING_ACCESS, () -> search(channel, EVE, "{}"));
    }

    @Test
    void aPersonsSearchFindsWhatIsInAnyOfTheirChannelsAndNoOther() {
        long withBob = channel(ANN, BOB);
        long withEve = channel(ANN, EVE);
        long without = channel(BOB, EVE);
        long first = send(withBob, ANN, "a fox for bob");
        long second = send(withEve, EVE, "a fox for ann");
        send(without, BOB, "a fox for eve");
        tell();

        JsonNode answer = search(ANN, "{\"content\":\"fox\"}");

        assertThat(ids(answer)).containsExactlyInAnyOrder(first, second);
        assertThat(answer.get("total_results").asInt()).isEqualTo(2);
        assertThat(values(answer.get("channels"), "id"))
                .containsExactlyInAnyOrder(Snowflake.format(withBob), Snowflake.format(withEve));
        assertThat(ids(search(ANN, "{\"channel_id\":\"%s\"}".formatted(Snowflake.format(withEve)))))
                .containsExactly(second);
        JsonNode others = search(ANN, "{\"channel_id\":\"%s\"}".formatted(Snowflake.format(without)));
        assertThat(others.get("total_results").asInt()).isZero();
        assertThat(others.get("channels")).isEmpty();
    }

    @Test
    void whoIsNotInAChannelAnyMoreFindsNothingThere() {
        long channel = channel(ANN, BOB);
        send(channel, BOB, "a fox");
        tell();
        storage.write(List.of(Write.to(PrivateChannels.TABLE, channel)
                .set(PrivateChannels.RECIPIENTS, List.of(BOB, EVE))
                .build()));

        assertThat(search(ANN, "{}").get("total_results").asInt()).isZero();
        assertThat(search(BOB, "{}").get("total_results").asInt()).isEqualTo(1);
    }

    @Test
    void whatWasWrittenInATermThatNobodyToldOfIsReadFromTheStore() {
        long channel = channel(ANN, BOB);
        send(channel, ANN, "a fox");
        tell();
        assertThat(ids(search(ANN, "{}"))).hasSize(1);
        long untold = send(channel, ANN, "an untold fox");
        tester.takeFacts();
        assertThat(ids(search(ANN, "{}"))).doesNotContain(untold);

        storage.write(List.of(Write.to(ActorEpochs.TABLE, (long) ActorKind.PRIVATE_CHANNEL_VALUE, channel)
                .set(ActorEpochs.EPOCH, 2L)
                .build()));

        assertThat(ids(search(ANN, "{}"))).contains(untold).hasSize(2);
    }

    @Test
    void whoHasNoPrivateChannelsFindsNothing() {
        assertThat(search(EVE, "{}").get("total_results").asInt()).isZero();
    }

    @Test
    void whereNoSearchIsInstalledTheRefusalSaysSo() {
        SearchPrivateMessages operation = new SearchPrivateMessages(new Searches(List.of()), links);

        assertThatThrownBy(() -> tester.commit(changes -> operation.handle(
                        user(ANN), Calls.of("searchPrivateMessages", ANN).call(), changes)))
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.status())
                        .isEqualTo(503));
    }

    @Test
    void aGuildsChannelIsSearchedByTheGuildsRoute() {
        TestGuild guild = new TestGuild();
        Place place = new GuildPlace(guild.state(), guild.channel("general"));

        refused(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE, () -> new SearchChannelMessages(searches)
                .handle(
                        place,
                        Calls.of("searchChannelMessages", TestGuild.OWNER).call(),
                        new Changes()));
    }

    private long channel(long one, long other) {
        long channel = snowflakes.next();
        storage.write(List.of(Write.to(PrivateChannels.TABLE, channel)
                .set(PrivateChannels.TYPE, 1L)
                .set(PrivateChannels.RECIPIENTS, List.of(one, other))
                .build()));
        listed(one, channel);
        listed(other, channel);
        return channel;
    }

    private void listed(long user, long channel) {
        storage.write(List.of(Write.to(UserPrivateChannels.TABLE, user, channel)
                .set(UserPrivateChannels.OPEN, true)
                .build()));
    }

    private long send(long channel, long author, String content) {
        return Snowflake.parse(
                rest(channel, Calls.of("createMessage", author).body("{\"content\":\"" + content + "\"}"))
                        .get("id")
                        .asText());
    }

    private JsonNode search(long channel, long caller, String query) {
        return rest(channel, Calls.of("searchChannelMessages", caller).query(query));
    }

    private JsonNode search(long caller, String query) {
        SearchPrivateMessages operation = new SearchPrivateMessages(searches, links);
        return tester.commit(changes -> operation.handle(
                user(caller),
                Calls.of("searchPrivateMessages", caller).query(query).call(),
                changes));
    }

    /** The index hears what the logs of the channels have. */
    private void tell() {
        tester.takeFacts().forEach(fact -> search.take(List.of(new Told(new Version(1, ++told), MessageFact.of(fact))))
                .toCompletableFuture()
                .join());
    }

    private JsonNode rest(long channel, Calls call) {
        Command command = Command.newBuilder().setRest(call.rest()).build();
        return tester.commit(changes ->
                behaviour.handle(behaviour.load(context(ActorKind.PRIVATE_CHANNEL, channel)), command, changes));
    }

    private UserState user(long id) {
        return new UserState(
                context(ActorKind.USER, id), storage.row(Users.TABLE, id).orElseThrow(), null, null);
    }

    private ActorContext context(ActorKind kind, long id) {
        ActorKey key = ActorKey.newBuilder().setKind(kind).setId(id).build();
        return new ActorContext(key, 1, storage, storage, null, null);
    }

    private static void refused(ErrorCode code, Runnable action) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code.number()));
    }
}
