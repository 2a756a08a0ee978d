package io.guildhall.guild.search;

import static io.guildhall.guild.fakes.TestGuild.OWNER;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.MessageSearch;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.embedded.EmbeddedSearch;
import io.guildhall.messageindex.embedded.Told;
import io.guildhall.messageindex.lucene.LuceneIndex;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A guild whose messages are indexed, in this process unless a test has them in a cell. */
abstract class SearchTestBase {
    final TestGuild guild = new TestGuild();

    @TempDir
    private Path directory;

    private MessageIndex index;
    private EmbeddedSearch search;
    private long told;

    @BeforeEach
    void open() {
        index = index(directory);
        search = new EmbeddedSearch(index, Duration.ofSeconds(30));
        search.begins(guild.id(), guild.state().context().epoch());
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

    MessageSearch embedded() {
        return search;
    }

    long send(long place, long author, String content) {
        JsonNode message = guild.run(Calls.of("createMessage", author)
                .path("channel_id", place)
                .body(Json.write(Json.object().put("content", content))));
        return Snowflake.parse(message.get("id").asText());
    }

    void overwrite(long channel, long target, int type, long allow, long deny) {
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", channel)
                .path("overwrite_id", target)
                .body("{\"type\":%d,\"allow\":\"%d\",\"deny\":\"%d\"}".formatted(type, allow, deny)));
    }

    /** The index hears what the log of the guild has. */
    void tell() {
        guild.takeFacts().forEach(fact -> search.take(List.of(new Told(new Version(1, ++told), MessageFact.of(fact))))
                .toCompletableFuture()
                .join());
    }

    JsonNode search(long caller, String query) {
        return Json.parse(answer(search, caller, query).body());
    }

    Reply.Ready answer(MessageSearch by, long caller, String query) {
        return answer(List.of(by), Calls.of("searchMessages", caller).query(query));
    }

    Reply.Ready answer(Calls call) {
        return answer(List.of(search), call);
    }

    Reply.Ready answer(List<MessageSearch> by, Calls call) {
        Reply reply = new SearchMessages(new Searches(by)).handle(guild.state(), call.call(), new Changes());
        try {
            return (Reply.Ready) ((Reply.Later) reply).work().call();
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    static List<Long> ids(JsonNode answer) {
        return StreamSupport.stream(answer.get("messages").spliterator(), false)
                .map(group -> Snowflake.parse(group.get(0).get("id").asText()))
                .toList();
    }

    static List<String> values(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(element -> element.get(field).asText())
                .toList();
    }
}
