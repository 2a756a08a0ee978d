package io.guildhall.guild.message;

import com.google.protobuf.ByteString;
import io.guildhall.guild.call.Place;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Message;
import io.guildhall.model.rpc.ContentVariant;
import io.guildhall.model.rpc.Event;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The bots that read a message without the privilege to read messages: who wrote it and whom it mentions. The same of the message that it
 * replies to; each of both is shown by itself, as {@link ContentRule} does in answers. People's sessions have every intent.
 *
 * @param replied empty where it replies to nothing
 */
record ContentReaders(Set<Long> own, Optional<Set<Long>> replied) {
    static ContentReaders of(MessageBytes message) {
        return new ContentReaders(bots(message.message()), message.repliedTo().map(ContentReaders::bots));
    }

    private static Set<Long> bots(Message message) {
        return ContentRule.concerned(message)
                .filter(user -> Boolean.TRUE.equals(user.bot()))
                .map(user -> Snowflake.parse(user.id()))
                .collect(Collectors.toSet());
    }

    /** What those without the privilege receive. */
    void addTo(Event.Builder event, MessageBytes bytes, Place place) {
        event.setPayloadWithoutContent(bytes.eventWithoutContent(place));
        if (replied.isEmpty()) {
            event.addAllContentUsers(own);
            return;
        }
        Set<Long> both = new HashSet<>(own);
        both.retainAll(replied.get());
        event.addAllContentUsers(both);
        variant(event, own, both, () -> bytes.eventWithoutReply(place));
        variant(event, replied.get(), both, () -> bytes.eventWithReplyAlone(place));
    }

    private static void variant(Event.Builder event, Set<Long> some, Set<Long> both, Supplier<ByteString> payload) {
        Set<Long> users = new HashSet<>(some);
        users.removeAll(both);
        if (!users.isEmpty()) {
            event.addContentVariants(
                    ContentVariant.newBuilder().setPayload(payload.get()).addAllUsers(users));
        }
    }
}
