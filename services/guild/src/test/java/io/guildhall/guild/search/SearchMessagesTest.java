package io.guildhall.guild.search;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.messageindex.MessageSearch.Found;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a search answers. */
class SearchMessagesTest extends SearchTestBase {
    private static final long ANN = 101;
    private static final long BOT = 102;

    private final long channel = guild.channel("general");

    @Test
    void eachMessageIsAGroupOfItsOwnAndMarkedAsAHit() {
        long first = send(channel, OWNER, "a red fox");
        long second = send(channel, OWNER, "a red hat");
        send(channel, OWNER, "a blue hat");
        tell();

        JsonNode answer = search(OWNER, "{\"content\":\"red\"}");

        assertThat(ids(answer)).containsExactly(second, first);
        assertThat(answer.get("total_results").asInt()).isEqualTo(2);
        assertThat(answer.get("doing_deep_historical_index").asBoolean(true)).isFalse();
        assertThat(answer.get("threads")).isEmpty();
        assertThat(answer.get("members")).isEmpty();
        JsonNode hit = answer.get("messages").get(0).get(0);
        assertThat(hit.get("hit").asBoolean()).isTrue();
        assertThat(hit.get("content").asText()).isEqualTo("a red hat");
        assertThat(hit.get("author").get("username").asText()).isEqualTo("owner");
        assertThat(hit.has("reactions")).isFalse();
    }

    @Test
    void whatWasSentBeforeThereWasAnIndexIsFoundToo() {
        long old = send(channel, OWNER, "an old fox");
        long thread = thread(11, OWNER);
        long inside = send(thread, OWNER, "a fox in a thread");
        long closed = thread(11, OWNER);
        long archived = send(closed, OWNER, "a fox in the archive");
        archive(closed);
        guild.takeFacts();

        JsonNode answer = search(OWNER, "{\"content\":\"fox\"}");

        assertThat(ids(answer)).containsExactlyInAnyOrder(old, inside, archived);
    }

    @Test
    void threadsOfTheMessagesComeAlongWithWhatTheCallerIsInThem() {
        guild.join(ANN, "ann");
        long mine = thread(11, ANN);
        long other = thread(11, OWNER);
        send(mine, ANN, "fox");
        send(other, OWNER, "fox");
        tell();

        JsonNode answer = search(ANN, "{\"content\":\"fox\"}");

        assertThat(values(answer.get("threads"), "id"))
                .containsExactlyInAnyOrder(Snowflake.format(mine), Snowflake.format(other));
        assertThat(values(answer.get("members"), "id")).containsExactly(Snowflake.format(mine));
        assertThat(values(answer.get("members"), "user_id")).containsExactly(Snowflake.format(ANN));
    }

    @Test
    void pagesAndOrdersAreAsAskedFor() {
        long first = send(channel, OWNER, "fox");
        long second = send(channel, OWNER, "fox");
        long third = send(channel, OWNER, "fox");
        tell();

        JsonNode answer = search(OWNER, "{\"content\":\"fox\",\"limit\":\"2\",\"sort_order\":\"asc\"}");
        assertThat(ids(answer)).containsExactly(first, second);
        assertThat(answer.get("total_results").asInt()).isEqualTo(3);
        assertThat(ids(search(OWNER, "{\"limit\":\"1\",\"offset\":\"1\"}"))).containsExactly(second);
        assertThat(ids(search(OWNER, "{\"min_id\":\"%d\"}".formatted(second)))).containsExactly(third);
    }

    @Test
    void whatWasDeletedMeanwhileIsLeftOut() {
        send(channel, OWNER, "fox");
        long gone = send(channel, OWNER, "fox");
        tell();
        search(OWNER, "{}");
        guild.run(Calls.of("deleteMessage", OWNER).path("channel_id", channel).path("message_id", gone));

        assertThat(ids(search(OWNER, "{}"))).hasSize(1).doesNotContain(gone);
    }

    @Test
    void whileAnIndexIsBeingMadeTheAnswerSaysWhenToComeBack() {
        Reply.Ready answer = answer((query, history) -> new Found.NotYet(7), OWNER, "{}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(Json.parse(answer.body()))
                .isEqualTo(Json.parse(Json.bytes(Json.object()
                        .put("message", "Index not yet available. Try again later")
                        .put("code", 110000)
                        .put("documents_indexed", 7)
                        .put("retry_after", 2))));
    }

    @Test
    void whereNoSearchIsInstalledTheRefusalSaysSo() {
        assertThatThrownBy(() -> answer(List.of(), Calls.of("searchMessages", OWNER)))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.status()).isEqualTo(503);
                    assertThat(refused.toBody().get("message").asText()).contains("message search is not installed");
                    assertThat(refused.retryAfter()).isZero();
                });
    }

    @Test
    void aBotWithoutThePrivilegeToReadMessagesMayNotAskForThem() {
        guild.joinBot(BOT, "bot");
        send(channel, OWNER, "secret");
        privileges(0);
        assertThatThrownBy(() -> answer(Calls.of("searchMessages", BOT).bot().query("{\"content\":\"secret\"}")))
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.code())
                        .isEqualTo(50001));

        privileges(1L << 18);
        assertThat(ids(Json.parse(answer(Calls.of("searchMessages", BOT).bot().query("{}"))
                        .body())))
                .hasSize(1);
    }

    private void privileges(long flags) {
        guild.storage()
                .write(List.of(Write.to(Applications.TABLE, BOT)
                        .set(Applications.FLAGS, flags)
                        .build()));
    }

    private long thread(int type, long by) {
        return Snowflake.parse(guild.run(Calls.of("createThread", by)
                        .path("channel_id", channel)
                        .body("{\"name\":\"aside\",\"type\":%d}".formatted(type)))
                .get("id")
                .asText());
    }

    private void archive(long thread) {
        guild.run(Calls.of("updateChannel", OWNER).path("channel_id", thread).body("{\"archived\":true}"));
    }
}
