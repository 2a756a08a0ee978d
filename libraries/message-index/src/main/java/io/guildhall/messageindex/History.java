package io.guildhall.messageindex;

import io.guildhall.messageindex.document.MessageDocument;
import java.util.List;
import java.util.function.Consumer;

/** Messages of a home as they are stored now. */
public interface History {
    /** Hands over all of them, some at a time, on the calling thread. */
    void read(Consumer<List<MessageDocument>> pages);
}
