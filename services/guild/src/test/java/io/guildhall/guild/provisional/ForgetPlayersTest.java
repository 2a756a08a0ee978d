package io.guildhall.guild.provisional;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.AccountIdentities;
import io.guildhall.model.table.catalogue.ApplicationPlayers;
import io.guildhall.model.table.catalogue.Users;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How long the owner of a deleted application waits for the store in one turn. */
class ForgetPlayersTest {
    private static final long OWNER = 5;
    private static final long GAME = 7;
    private static final int PLAYERS = 40;
    private static final int PATIENCE_SECONDS = 60;

    private final InMemoryStorage rows = new InMemoryStorage();
    private final CountDownLatch reading = new CountDownLatch(PLAYERS);

    /** Of one slice. */
    private final List<Long> players = LongStream.iterate(1L << 22, id -> id + 1)
            .filter(id -> ApplicationPlayers.slice(id) == 3)
            .limit(PLAYERS)
            .boxed()
            .toList();

    ForgetPlayersTest() {
        players.forEach(player -> rows.writeNow(List.of(
                Write.to(AccountIdentities.TABLE, player, GAME)
                        .set(AccountIdentities.IDENTITY, "identity " + player)
                        .build(),
                Write.to(ApplicationPlayers.TABLE, GAME, 3L, player)
                        .set(ApplicationPlayers.LINKED, true)
                        .build())));
    }

    /** The store answers what is asked of one player only when it has been asked of all. */
    @Test
    void playersAreReadSideBySide() {
        StorageFacade storage = new StorageFacade() {
            @Override
            public List<RowView> read(Table table, ReadRequest request) {
                if (table.equals(AccountIdentities.TABLE)) {
                    awaitAll();
                }
                return rows.read(table, request);
            }

            @Override
            public CompletionStage<?> write(WriteRequest batch) {
                throw new UnsupportedOperationException("in a turn");
            }

            @Override
            public boolean writeConditional(WriteRequest batch) {
                throw new UnsupportedOperationException("in a turn");
            }
        };
        UserState owner = new UserState(
                new ActorContext(Keys.user(OWNER), 1, storage, storage, null, null),
                Rows.create(Users.TABLE, OWNER),
                null,
                null);
        Changes changes = new Changes();

        new ForgetPlayers()
                .handle(owner, Json.object().put("application_id", "7").put("slice", 3), changes);

        assertThat(reading.getCount()).isZero();
    }

    private void awaitAll() {
        reading.countDown();
        try {
            assertThat(reading.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("all are asked for before one is answered")
                    .isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
