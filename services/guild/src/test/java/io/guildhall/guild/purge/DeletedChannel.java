package io.guildhall.guild.purge;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.message.StoredReaction;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.PartialEmoji;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ChannelPurges;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.MessageBuckets;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Pins;
import io.guildhall.model.table.catalogue.Reactions;
import java.time.Duration;
import java.util.List;

/** A channel with messages of a month, every hundredth of them with two reactions and pinned, and its purge request. */
record DeletedChannel(InMemoryStorage storage, long id, int messages) {
    private static final long FIRST = 1_772_366_400_000L;
    private static final List<String> EMOJIS = List.of("👍", "🎉");

    DeletedChannel write(long requestedAt) {
        for (int number = 0; number < messages; number++) {
            write(number);
        }
        storage.write(List.of(Write.to(ChannelPurges.TABLE, ChannelPurges.shard(id), id)
                .set(ChannelPurges.REQUESTED_AT, requestedAt)
                .build()));
        return this;
    }

    private void write(int number) {
        long message = message(number);
        long bucket = MessageBucket.of(message);
        Write row = Write.to(Messages.TABLE, id, bucket, message).set(Messages.AUTHOR_ID, 1L);
        if (number % 100 == 0) {
            List<StoredReaction> reactions = EMOJIS.stream()
                    .map(emoji -> new StoredReaction(new PartialEmoji(null, emoji, null), 1))
                    .toList();
            row.set(Messages.REACTIONS, Json.bytes(reactions));
            EMOJIS.forEach(emoji -> storage.write(List.of(
                    Write.to(Reactions.TABLE, id, message, emoji, 0L, 1L).build())));
            storage.write(
                    List.of(Write.to(Pins.TABLE, id, FIRST + number, message).build()));
        }
        storage.write(
                List.of(row.build(), Write.to(MessageBuckets.TABLE, id, bucket).build()));
    }

    private long message(int number) {
        return Snowflake.lowestAt(FIRST + number * Duration.ofDays(30).toMillis() / messages);
    }

    void assertGone() {
        assertThat(storage.all(MessageBuckets.TABLE, id)).isEmpty();
        assertThat(storage.read(Pins.TABLE, Read.from(Pins.TABLE, id).build())).isEmpty();
        assertThat(isRequested()).isFalse();
        for (int number = 0; number < messages; number++) {
            long message = message(number);
            assertThat(storage.row(Messages.TABLE, id, MessageBucket.of(message), message))
                    .isEmpty();
            for (String emoji : EMOJIS) {
                assertThat(storage.row(Reactions.TABLE, id, message, emoji, 0L, 1L))
                        .isEmpty();
            }
        }
    }

    void assertWhole() {
        assertThat(storage.all(MessageBuckets.TABLE, id)).isNotEmpty();
        for (int number = 0; number < messages; number++) {
            long message = message(number);
            assertThat(storage.row(Messages.TABLE, id, MessageBucket.of(message), message))
                    .isPresent();
        }
    }

    boolean isRequested() {
        return storage.row(ChannelPurges.TABLE, ChannelPurges.shard(id), id).isPresent();
    }
}
