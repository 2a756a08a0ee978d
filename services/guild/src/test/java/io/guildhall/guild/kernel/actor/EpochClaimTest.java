package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.PullReply;
import io.guildhall.model.rpc.PullRequest;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.guildhall.storageclient.Timestamps;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EpochClaimTest {
    private static final ActorKey KEY = Keys.guild(5);
    private static final Node SELF = new Node("self", Role.GUILD, "", "", false);
    private static final Node LAST = new Node("last", Role.GUILD, "", "", false);

    private final StoredRows storage = new StoredRows();
    private final StaticDiscovery discovery = new StaticDiscovery(List.of(SELF), List.of(SELF, LAST));
    private final Timestamps behind = new Timestamps(at(1_000));
    private final Timestamps ahead = new Timestamps(at(2_000));

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void aNodeWhoseClockIsBehindWritesAboveTheLastOwner() {
        storage.writeNow(List.of(Write.to(ActorEpochs.TABLE, (long) KEY.getKindValue(), KEY.getId())
                .set(ActorEpochs.EPOCH, 7L)
                .set(ActorEpochs.NODE, LAST.id())
                .build()));
        long written = ahead.reserve(3) + 2;
        EpochClaim lastOwner = new EpochClaim(discovery, node -> null, ahead);
        EpochClaim claim = new EpochClaim(discovery, node -> answering(lastOwner.farewell()), behind);

        assertThat(claim.claim(KEY, storage)).isEqualTo(8);
        assertThat(behind.reserve(1)).isGreaterThan(written);
    }

    @Test
    void aLastOwnerThatSaysNothingOfTimestampsIsFineToo() {
        storage.writeNow(List.of(Write.to(ActorEpochs.TABLE, (long) KEY.getKindValue(), KEY.getId())
                .set(ActorEpochs.EPOCH, 7L)
                .set(ActorEpochs.NODE, LAST.id())
                .build()));
        EpochClaim claim = new EpochClaim(discovery, node -> answering(ByteString.EMPTY), behind);

        assertThat(claim.claim(KEY, storage)).isEqualTo(8);
        assertThat(behind.reserve(1)).isEqualTo(1_000_000_000);
    }

    private static GuildOwner answering(ByteString body) {
        return new GuildOwner() {
            @Override
            public Uni<Outcome> execute(Command command) {
                return Uni.createFrom().item(Outcomes.success(200, body));
            }

            @Override
            public Uni<PullReply> pull(PullRequest request) {
                throw new AssertionError("nobody pulls");
            }
        };
    }

    private static Clock at(long second) {
        return Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC);
    }
}
