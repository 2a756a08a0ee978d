package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ArchivedThreads;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Threads;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The threads that began with messages, each looked up once. For one answer. */
final class ThreadLookup {
    private final StorageFacade storage;
    private final Map<Long, Optional<GuildThread>> known = new ConcurrentHashMap<>();

    ThreadLookup(StorageFacade storage) {
        this.storage = storage;
    }

    /** This one is found though it is not written yet. */
    void know(GuildThread thread) {
        known.put(thread.id(), Optional.of(thread));
    }

    /** The thread as JSON; empty when the message has none, or has none any more. */
    Optional<JsonNode> find(RowView message) {
        if (!message.has(Messages.THREAD_ID)) {
            return Optional.empty();
        }
        long id = message.get(Messages.THREAD_ID);
        Optional<GuildThread> found = known.get(id);
        if (found == null) {
            found = read(message.get(Messages.GUILD_ID, 0L), id);
            known.put(id, found);
        }
        return found.map(thread -> Json.parse(thread.bytes()));
    }

    /** Looks up all of them at once. */
    void prefetch(List<RowView> page) {
        Prefetch.all(page.stream().filter(row -> row.has(Messages.THREAD_ID)).map(row -> () -> find(row)));
    }

    private Optional<GuildThread> read(long guildId, long threadId) {
        return storage.row(Threads.TABLE, guildId, threadId)
                .or(() -> storage.row(ArchivedThreads.TABLE, guildId, threadId))
                .map(GuildThread::of);
    }
}
