package io.guildhall.guild.message;

import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;

/** What beginning a thread with a message does to the message: from then on it says so. */
public final class ThreadFlag {
    private ThreadFlag() {}

    /** Refuses when a thread began with the message before, or when the system wrote it. */
    public static void requireNone(RowView message) {
        if (message.has(Messages.THREAD_ID)) {
            throw ApiException.of(ErrorCode.THREAD_ALREADY_CREATED_FOR_MESSAGE);
        }
        if (!MessageType.written(message.get(Messages.TYPE, 0L))) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_SYSTEM_MESSAGE);
        }
    }

    /** @param thread one that begins now and has the message's id */
    public static void set(Place place, RowView message, GuildThread thread, Changes changes) {
        RowEdit edit = RowEdit.of(message)
                .set(Messages.THREAD_ID, thread.id())
                .set(Messages.FLAGS, message.get(Messages.FLAGS, 0L) | MessageFlag.HAS_THREAD);
        changes.write(edit.mutation());
        MessageStore store = new MessageStore(place.storage(), place.channelId());
        MessageView view = new MessageView(store, UserLookup.here(place), place.links(), 0).knowing(thread);
        MessageEvents.updated(place, view.bytes(edit.view()), changes);
    }
}
