package io.guildhall.messageindex;

import io.guildhall.messageindex.document.MessageDocument;

/** One change to an index. Changes may come again and in any order; the result is the same. */
public sealed interface Change {
    /** A message is there and looks like this. */
    record Put(MessageDocument document, Version version) implements Change {}

    /** A message is gone. */
    record Remove(long message, Version version) implements Change {}

    /** A channel is gone for ever, with all that was written there. */
    record RemoveChannel(long channel) implements Change {}

    /** A guild is gone for ever, with all that was written there. */
    record RemoveHome(long home) implements Change {}
}
