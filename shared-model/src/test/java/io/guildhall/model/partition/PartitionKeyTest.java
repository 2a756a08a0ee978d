package io.guildhall.model.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.LongList;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Usernames;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartitionKeyTest {
    private static final long CHANNEL = 81384788765712384L;
    private static final PartitionKey PAGE =
            PartitionKey.of(Read.from(Messages.TABLE, CHANNEL, 12L).build());

    @Test
    void readsAndWritesOfOnePartitionHaveTheSameKey() {
        assertThat(PartitionKey.of(Write.to(Messages.TABLE, CHANNEL, 12L, 5L).build()))
                .isEqualTo(PAGE);
        assertThat(PartitionKey.of(Write.delete(Messages.TABLE, CHANNEL, 12L, 6L)))
                .isEqualTo(PAGE);
        assertThat(PartitionKey.of(Write.deletePartition(Messages.TABLE, CHANNEL, 12L)))
                .isEqualTo(PAGE);
        assertThat(PartitionKey.of(PAGE.reference())).isEqualTo(PAGE);
    }

    @Test
    void aMutationWithoutAChangeHasNoPartition() {
        Mutation nothing = Mutation.newBuilder().setTable("messages").build();

        assertThatThrownBy(() -> PartitionKey.of(nothing)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Fixed: nodes of different versions must agree while a cluster is upgraded. */
    @Test
    void theRingKeyIsTheSameInEveryVersion() {
        assertThat(PartitionKey.of(Read.row(Guilds.TABLE, CHANNEL)).ringKey()).isEqualTo(-118985116896325113L);
        assertThat(PAGE.ringKey()).isEqualTo(-6630250939858902890L);
        assertThat(PartitionKey.of(Read.row(Usernames.TABLE, "nelly")).ringKey())
                .isEqualTo(-4195967689663353219L);
        assertThat(PartitionKey.of(Read.row(Usernames.TABLE, "Grüße, 世界! 🎉")).ringKey())
                .isEqualTo(-8566554193486818994L);
        assertThat(everyKind().ringKey()).isEqualTo(1055134311863275671L);
    }

    @Test
    void keysThatLookAlikeHaveDifferentRingKeys() {
        Set<Long> keys = new HashSet<>();
        keys.add(text("", "ab").ringKey());
        keys.add(text("a", "b").ringKey());
        keys.add(text("ab", "").ringKey());
        keys.add(text("ab").ringKey());
        keys.add(text("ab\0").ringKey());
        keys.add(new PartitionKey("t", List.of(longValue(0))).ringKey());
        keys.add(new PartitionKey("t", List.of(longValue(0), longValue(0))).ringKey());
        keys.add(new PartitionKey("t", List.of(Value.getDefaultInstance())).ringKey());
        keys.add(new PartitionKey(
                        "t", List.of(Value.newBuilder().setBooleanValue(false).build()))
                .ringKey());
        keys.add(new PartitionKey("u", List.of(longValue(0))).ringKey());

        assertThat(keys).hasSize(10);
    }

    @Test
    void neighboursAreFarApart() {
        Set<Long> highBytes = new HashSet<>();
        for (long guild = 0; guild < 10_000; guild++) {
            highBytes.add(PartitionKey.of(Read.row(Guilds.TABLE, guild)).ringKey() >>> 56);
        }

        assertThat(highBytes).hasSize(256);
    }

    private static PartitionKey everyKind() {
        return new PartitionKey(
                "t",
                List.of(
                        Value.newBuilder()
                                .setBlobValue(ByteString.copyFrom(new byte[] {1, 2, 3, (byte) 255}))
                                .build(),
                        Value.newBuilder().setBooleanValue(true).build(),
                        Value.newBuilder().setDoubleValue(1.5).build(),
                        Value.newBuilder()
                                .setLongList(LongList.newBuilder().addValues(1).addValues(-2))
                                .build(),
                        Value.getDefaultInstance()));
    }

    private static PartitionKey text(String... values) {
        return new PartitionKey(
                "t",
                Arrays.stream(values)
                        .map(value -> Value.newBuilder().setTextValue(value).build())
                        .toList());
    }

    private static Value longValue(long value) {
        return Value.newBuilder().setLongValue(value).build();
    }
}
