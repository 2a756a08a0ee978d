package io.guildhall.guild.search;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.grpc.Status;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.messageindex.Hits;
import io.guildhall.messageindex.MessageSearch.Found;
import io.guildhall.messageindex.query.Place;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.messageindex.remote.RemoteAnswer;
import io.guildhall.messageindex.remote.RemoteQuery;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.FindReply;
import io.guildhall.model.rpc.FindRequest;
import io.guildhall.model.rpc.SearchedHome;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A guild whose messages are indexed by the cluster's search nodes. */
class RemoteSearchTest extends SearchTestBase {
    private static final long GUEST = 101;
    private static final int ROLE = 0;
    private static final String WORD = "{\"content\":\"word\"}";

    private final SearchNodes nodes = new SearchNodes("one", "two", "three");

    @Test
    void whatTheSearcherMayReadAtThisMomentIsAPartOfTheQuestion() {
        nodes.answering((node, question) -> Uni.createFrom().item(indexed(question)));
        guild.join(GUEST, "guest");
        long open = guild.channel("open");
        long hidden = guild.channel("hidden");
        overwrite(hidden, guild.id(), ROLE, 0, Permission.VIEW_CHANNEL.mask());
        long seen = send(open, OWNER, "a word");
        send(hidden, OWNER, "a word");
        tell();

        JsonNode found = Json.parse(answer(nodes.search(), GUEST, WORD).body());

        assertThat(ids(found)).containsExactly(seen);
        assertThat(found.get("total_results").asLong()).isEqualTo(1);
        assertThat(nodes.questions.getFirst().getReadableList()).contains(open).doesNotContain(hidden);
        assertThat(nodes.questions.getFirst().getHomesList())
                .containsExactly(home(
                        ActorKind.GUILD, guild.id(), guild.state().context().epoch()));
    }

    @Test
    void whileTheIndexIsBeingMadeTheAnswerIsNotYet() {
        nodes.answering((node, question) -> Uni.createFrom().item(RemoteAnswer.reply(new Found.NotYet(7))));

        Reply.Ready answer = answer(nodes.search(), OWNER, WORD);

        assertThat(answer.status()).isEqualTo(202);
        JsonNode body = Json.parse(answer.body());
        assertThat(body.get("code").asInt()).isEqualTo(ErrorCode.INDEX_NOT_YET_AVAILABLE.number());
        assertThat(body.get("documents_indexed").asInt()).isEqualTo(7);
        assertThat(body.get("retry_after").asInt()).isPositive();
    }

    @Test
    void aNodeThatCanNotBeReachedIsPassedOverOnce() {
        nodes.answering((node, question) -> nodes.asked.size() == 1
                ? failed(Status.UNAVAILABLE)
                : Uni.createFrom().item(nothing()));

        assertThat(Json.parse(answer(nodes.search(), OWNER, WORD).body())
                        .get("total_results")
                        .asInt())
                .isZero();
        assertThat(nodes.asked).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void theSearchesOfAGuildGoToTheSameNode() {
        nodes.answering((node, question) -> Uni.createFrom().item(nothing()));

        for (int search = 0; search < 5; search++) {
            answer(nodes.search(), OWNER, "{\"content\":\"word" + search + "\"}");
        }

        assertThat(Set.copyOf(nodes.asked)).hasSize(1);
    }

    @Test
    void whenTwoNodesCanNotAnswerTheSearchIsRefusedForAMoment() {
        nodes.answering((node, question) -> failed(Status.UNAVAILABLE));

        assertRefused(nodes, ApiException.unavailable());
        assertThat(nodes.asked).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEADLINE_EXCEEDED", "RESOURCE_EXHAUSTED"})
    void whatIsTooMuchForOneNodeIsNotAskedOfTheNext(Status.Code code) {
        nodes.answering((node, question) -> failed(code.toStatus()));

        assertRefused(nodes, ApiException.unavailable());
        assertThat(nodes.asked).hasSize(1);
    }

    @Test
    void aNodeThatSaysNothingIsWaitedForNoLongerThanASearchMayTake() {
        nodes.answering((node, question) -> Uni.createFrom().nothing());

        assertThatThrownBy(() -> answer(new RemoteSearch(nodes, nodes, true, Duration.ofMillis(50)), OWNER, WORD))
                .satisfies(refused(ApiException.unavailable()));
        assertThat(nodes.asked).hasSize(1);
    }

    @Test
    void aClusterWithoutNodesForItIsRefusedForAMoment() {
        assertRefused(new SearchNodes(), ApiException.unavailable());
    }

    @Test
    void aClusterThatPublishesNothingHasNoSearch() {
        assertThatThrownBy(() -> answer(new RemoteSearch(nodes, nodes, false, Duration.ofSeconds(20)), OWNER, WORD))
                .satisfies(refused(ApiException.notInstalled("message search")));
        assertThat(nodes.asked).isEmpty();
    }

    @Test
    void everyPrivateChannelGoesWithItsTerm() {
        nodes.answering((node, question) -> Uni.createFrom().item(nothing()));
        Set<Long> channels = LongStream.rangeClosed(1, 200).boxed().collect(Collectors.toSet());
        InMemoryStorage storage = new InMemoryStorage();
        channels.forEach(channel ->
                storage.write(List.of(Write.to(ActorEpochs.TABLE, (long) ActorKind.PRIVATE_CHANNEL_VALUE, channel)
                        .set(ActorEpochs.EPOCH, channel + 1_000)
                        .build())));

        nodes.search()
                .search(
                        SearchQuery.everything(
                                new Place(channels, channels, OptionalLong.empty(), OptionalLong.empty())),
                        new PrivateHistory(
                                storage,
                                new StoredMessages(storage, guild.state().links())));

        assertThat(nodes.questions.getFirst().getHomesList())
                .containsExactlyInAnyOrderElementsOf(channels.stream()
                        .map(channel -> home(ActorKind.PRIVATE_CHANNEL, channel, channel + 1_000))
                        .toList());
    }

    @Test
    void whoHasNoPrivateChannelsFindsNothingAndNobodyIsAsked() {
        Place nowhere = new Place(Set.of(), Set.of(), OptionalLong.empty(), OptionalLong.empty());
        InMemoryStorage storage = new InMemoryStorage();

        Found found = nodes.search()
                .search(
                        SearchQuery.everything(nowhere),
                        new PrivateHistory(
                                storage,
                                new StoredMessages(storage, guild.state().links())));

        assertThat(found).isEqualTo(new Found.Messages(new Hits(0, List.of())));
        assertThat(nodes.asked).isEmpty();
    }

    private void assertRefused(SearchNodes by, ApiException as) {
        assertThatThrownBy(() -> answer(by.search(), OWNER, WORD)).satisfies(refused(as));
    }

    private static Consumer<Throwable> refused(ApiException as) {
        return failure -> assertThat(((ApiException) failure).toFailure()).isEqualTo(as.toFailure());
    }

    /** What a node with everything in its index says, which knows only the question. */
    private FindReply indexed(FindRequest question) {
        SearchQuery query = RemoteQuery.query(question);
        StorageFacade storage = guild.state().context().freeStorage();
        StoredMessages stored = new StoredMessages(storage, guild.state().links());
        long epoch = question.getHomes(0).getEpoch();
        return RemoteAnswer.reply(
                embedded().search(query, new GuildHistory(guild.state().snapshot(), epoch, storage, stored)));
    }

    private static FindReply nothing() {
        return RemoteAnswer.reply(new Found.Messages(new Hits(0, List.of())));
    }

    private static Uni<FindReply> failed(Status status) {
        return Uni.createFrom().failure(status.asRuntimeException());
    }

    private static SearchedHome home(ActorKind kind, long id, long epoch) {
        return SearchedHome.newBuilder()
                .setHome(ActorKey.newBuilder().setKind(kind).setId(id))
                .setEpoch(epoch)
                .build();
    }
}
