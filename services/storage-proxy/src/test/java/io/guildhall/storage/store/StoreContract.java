package io.guildhall.storage.store;

import static io.guildhall.storage.store.Stores.batch;
import static io.guildhall.storage.store.Stores.rows;
import static io.guildhall.storage.store.Stores.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.EventOutbox;
import io.guildhall.model.table.catalogue.MessageNonces;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Usernames;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What every store must do, whatever it keeps its rows in: beside rows, conditions and owners: claims, lifetimes and batches. */
public abstract class StoreContract extends StoreFencingContract {
    private static final int LONG = 100_000;

    @Test
    void ifAbsentWritesOnlyOnce() {
        assertThat(claim(1).getApplied()).isTrue();
        assertThat(claim(2).getApplied()).isFalse();

        assertThat(rows(store, Usernames.TABLE, Read.row(Usernames.TABLE, "anna"))
                        .getFirst()
                        .get(Usernames.USER_ID))
                .isEqualTo(1);
    }

    @Test
    void ofManyThatClaimTheSameRowOneSucceeds() {
        List<CompletableFuture<WriteReply>> claims = new ArrayList<>();
        for (long user = 0; user < 50; user++) {
            claims.add(store.write(batch(claimBy(user))));
        }

        assertThat(claims.stream().filter(claim -> claim.join().getApplied())).hasSize(1);
    }

    @Test
    void expiredCellsAreGone() {
        write(store, message(7).set(Messages.AUTHOR_ID, 5L).build());
        write(
                store,
                message(7).set(Messages.CONTENT, "brief").timeToLive(brief()).build());
        write(store, message(7).set(Messages.NONCE, "long").timeToLive(LONG).build());
        pass(brief());

        assertThat(messages().getFirst().has(Messages.CONTENT)).isFalse();
        assertThat(messages().getFirst().get(Messages.NONCE)).isEqualTo("long");
        assertThat(messages().getFirst().get(Messages.AUTHOR_ID)).isEqualTo(5);
    }

    @Test
    void aRowWhoseCellsHaveAllExpiredIsGoneAndMayBeClaimed() {
        write(store, nonce(1, brief()));
        pass(brief());

        assertThat(rows(store, MessageNonces.TABLE, Read.row(MessageNonces.TABLE, 1L, 2L, "n")))
                .isEmpty();
        assertThat(write(store, nonce(2, 0)).getApplied()).isTrue();
        assertThat(write(store, nonce(3, 0)).getApplied()).isFalse();
    }

    @Test
    void expiredRowsDoNotCountTowardsTheLimit() {
        write(store, message(9).timeToLive(brief()).build());
        writeMessages(1, 2, 3);
        pass(brief());

        assertThat(ids(read(from().limit(2)))).containsExactly(3L, 2L);
    }

    @Test
    void writingAgainStartsTheLifetimeAgain() {
        write(store, outbox(1).timeToLive(brief()).build());
        write(store, outbox(1).timeToLive(LONG).build());
        write(store, outbox(2).timeToLive(brief()).build());
        write(store, outbox(2).build());
        pass(brief());

        assertThat(rows(
                        store,
                        EventOutbox.TABLE,
                        Read.from(EventOutbox.TABLE, 0L, 1L).build()))
                .hasSize(2);
    }

    @Test
    void aBatchMayReachSeveralTablesAndPartitions() {
        write(
                store,
                message(7).build(),
                Write.to(Channels.TABLE, 1L, CHANNEL)
                        .set(Channels.LAST_MESSAGE_ID, 7L)
                        .build());

        assertThat(messages()).hasSize(1);
        assertThat(rows(store, Channels.TABLE, Read.row(Channels.TABLE, 1L, CHANNEL))
                        .getFirst()
                        .get(Channels.LAST_MESSAGE_ID))
                .isEqualTo(7);
    }

    @Test
    void theMutationsOfABatchApplyInTheirOrder() {
        write(
                store,
                message(7).set(Messages.CONTENT, "first").build(),
                Write.delete(Messages.TABLE, CHANNEL, BUCKET, 7L),
                message(7).set(Messages.AUTHOR_ID, 5L).build());

        assertThat(messages().getFirst().has(Messages.CONTENT)).isFalse();
        assertThat(messages().getFirst().get(Messages.AUTHOR_ID)).isEqualTo(5);
    }

    @Test
    void writesOfOneCallerApplyInTheirOrder() {
        List<CompletableFuture<WriteReply>> writes = new ArrayList<>();
        for (long flags = 0; flags <= 200; flags++) {
            writes.add(store.write(batch(message(7).set(Messages.FLAGS, flags).build())));
        }
        writes.forEach(CompletableFuture::join);

        assertThat(messages().getFirst().get(Messages.FLAGS)).isEqualTo(200);
    }

    private static Mutation nonce(long message, int seconds) {
        return Write.to(MessageNonces.TABLE, 1L, 2L, "n")
                .set(MessageNonces.MESSAGE_ID, message)
                .timeToLive(seconds)
                .ifAbsent()
                .build();
    }

    private static Write outbox(long sequence) {
        return Write.to(EventOutbox.TABLE, 0L, 1L, 1L, sequence);
    }

    private static Mutation claimBy(long user) {
        return Write.to(Usernames.TABLE, "anna")
                .set(Usernames.USER_ID, user)
                .ifAbsent()
                .build();
    }

    private WriteReply claim(long user) {
        return write(store, claimBy(user));
    }
}
