package io.guildhall.guild.ban;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What banned users wrote lately and is still to be deleted, as it stands in the step by which the guild asks itself to go on. The step is
 * stored with the piece of work before it, so that the next owner of the guild goes on.
 *
 * @param channels that are left, threads among them; the first is the one that is looked through, from its newest message on
 * @param oldest the lowest id that is deleted
 * @param newest the id above the highest that is
 * @param before the id above those of the first channel that are left
 */
record BannedMessages(Set<Long> authors, List<Long> channels, long oldest, long newest, long before) {
    static final String STEP = "purgeBanned";

    /** Messages that are deleted in one piece at most. */
    static final int PIECE = 100;

    /** Messages that are looked at for one piece. */
    private static final int PAGE = 500;

    BannedMessages {
        authors = Set.copyOf(authors);
        channels = List.copyOf(channels);
    }

    /** Asks the guild to delete what these users wrote in the last seconds. */
    static void begin(GuildState guild, List<Long> authors, long seconds, Changes changes) {
        long oldest = Snowflake.lowestAt(guild.now() - seconds * 1000);
        long newest = Snowflake.lowestAt(guild.now() + 1);
        List<Long> channels = Stream.concat(
                        guild.channels().stream()
                                .filter(channel -> channel.lastMessageId() >= oldest)
                                .map(GuildChannel::id),
                        guild.threads().byId().values().stream()
                                .filter(thread -> thread.lastMessageId() >= oldest)
                                .map(GuildThread::id))
                .toList();
        if (seconds > 0) {
            new BannedMessages(Set.copyOf(authors), channels, oldest, newest, newest).goOn(guild, changes);
        }
    }

    static BannedMessages of(JsonNode body) {
        return new BannedMessages(
                Set.copyOf(ids(body.path("authors"))),
                ids(body.path("channels")),
                id(body, "oldest"),
                id(body, "newest"),
                id(body, "before"));
    }

    /** Asks the guild for the next piece, if one is left. */
    void goOn(GuildState guild, Changes changes) {
        if (!channels.isEmpty()) {
            changes.step(guild.context().key(), STEP, toBody());
        }
    }

    long channel() {
        return channels.getFirst();
    }

    /** The messages that are looked at next. */
    ReadRequest page() {
        return Read.from(Messages.TABLE, channel(), bucket())
                .after(before)
                .endingAt(oldest)
                .limit(PAGE)
                .build();
    }

    /** Those of them that go in this piece, newest first. */
    List<RowView> due(List<RowView> page) {
        return page.stream()
                .filter(message -> authors.contains(message.get(Messages.AUTHOR_ID, 0L)))
                .limit(PIECE)
                .toList();
    }

    /** What is left when these of the page are deleted. */
    BannedMessages after(List<RowView> page, List<RowView> deleted) {
        if (deleted.size() == PIECE) {
            return before(deleted.getLast().get(Messages.MESSAGE_ID));
        }
        if (page.size() == PAGE) {
            return before(page.getLast().get(Messages.MESSAGE_ID));
        }
        long first = MessageBucket.firstId(bucket());
        return first > oldest ? before(first) : withoutChannel();
    }

    /** What is left when nothing is to be looked for in the first channel. */
    BannedMessages withoutChannel() {
        return new BannedMessages(authors, channels.subList(1, channels.size()), oldest, newest, newest);
    }

    private BannedMessages before(long id) {
        return new BannedMessages(authors, channels, oldest, newest, id);
    }

    private long bucket() {
        return MessageBucket.of(before - 1);
    }

    private ObjectNode toBody() {
        ObjectNode body = Json.object()
                .put("oldest", Snowflake.format(oldest))
                .put("newest", Snowflake.format(newest))
                .put("before", Snowflake.format(before));
        put(body.putArray("authors"), authors.stream().sorted().toList());
        put(body.putArray("channels"), channels);
        return body;
    }

    private static void put(ArrayNode list, List<Long> ids) {
        ids.forEach(id -> list.add(Snowflake.format(id)));
    }

    private static List<Long> ids(JsonNode list) {
        List<Long> ids = new ArrayList<>();
        list.forEach(id -> ids.add(Snowflake.parse(id.asText())));
        return ids;
    }

    private static long id(JsonNode body, String field) {
        return Snowflake.parse(body.path(field).asText("0"));
    }
}
