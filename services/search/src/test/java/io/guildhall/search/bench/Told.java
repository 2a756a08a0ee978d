package io.guildhall.search.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.document.Documents;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.EventLogRecord;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the owners of some guilds tell of a message, by its number.
 *
 * @param guilds whose owners take turns
 */
record Told(int guilds) {
    static final long EPOCH = 1;

    private static final long FIRST_GUILD = Snowflake.lowestAt(Snowflake.EPOCH + 300_000_000_000L);
    private static final long FIRST_MESSAGE = Snowflake.lowestAt(Snowflake.EPOCH + 400_000_000_000L);
    private static final int CHANNELS = 20;

    ActorKey guild(int number) {
        return ActorKey.newBuilder()
                .setKind(ActorKind.GUILD)
                .setId(FIRST_GUILD + (long) (number % guilds) * (CHANNELS + 1))
                .build();
    }

    long channel(int number) {
        return guild(number).getId() + 1 + number / guilds % CHANNELS;
    }

    Set<Long> channels(int number) {
        Set<Long> channels = new TreeSet<>();
        for (int channel = 1; channel <= CHANNELS; channel++) {
            channels.add(guild(number).getId() + channel);
        }
        return channels;
    }

    static long message(int number) {
        return FIRST_MESSAGE + number;
    }

    EventLogRecord begin(int number) {
        return EventLogRecord.newBuilder()
                .setActor(guild(number))
                .setTerm(EPOCH)
                .build();
    }

    EventLogRecord record(int number) {
        return EventLogRecord.newBuilder()
                .setActor(guild(number))
                .setTold(LogEntry.newBuilder()
                        .setPosition(Position.newBuilder().setEpoch(EPOCH).setSequence(number + 1L))
                        .setFact(MessageFact.is(guild(number).getId(), channel(number), json(number))))
                .build();
    }

    /** The same as an index takes it. */
    Change change(int number) {
        MessageFact.Is is =
                (MessageFact.Is) MessageFact.of(record(number).getTold().getFact());
        return new Change.Put(Documents.of(is.home(), is.message()), new Version(EPOCH, number + 1L));
    }

    private ByteString json(int number) {
        ObjectNode message = Json.object()
                .put("id", Snowflake.format(message(number)))
                .put("channel_id", Snowflake.format(channel(number)))
                .put("type", 0)
                .put("content", Corpus.message(number))
                .put("timestamp", "2027-09-06T10:00:00.000000+00:00")
                .put("tts", false)
                .put("mention_everyone", false)
                .put("pinned", false);
        message.putObject("author")
                .put("id", Long.toString(FIRST_GUILD + number % 1000))
                .put("username", "somebody" + number % 1000)
                .put("discriminator", "0");
        for (String list : List.of("mentions", "mention_roles", "attachments", "embeds", "components")) {
            message.putArray(list);
        }
        return Json.bytes(message);
    }
}
