package io.guildhall.messageindex;

import io.guildhall.messageindex.document.MessageDocument;
import io.guildhall.model.rpc.ActorKey;
import java.util.List;
import java.util.function.Consumer;

/** What is stored of homes. Threads may share it. */
public interface History {
    /** Hands over all messages of a home as they are stored now, some at a time, on the calling thread. */
    void read(long home, Consumer<List<MessageDocument>> pages);

    /** Whose messages these are. */
    ActorKey owner(long home);

    /** The term that the home's owner is in, or was in last: an index that was not told of it does not know all. */
    long term(long home);
}
