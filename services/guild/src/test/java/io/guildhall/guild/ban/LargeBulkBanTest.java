package io.guildhall.guild.ban;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Stage;
import io.guildhall.model.rpc.Caller;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Users;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** As many people as one call may name, all members, each with the longest names, banned for the longest reason. */
class LargeBulkBanTest {
    private static final int MOST = 200;
    /** Half of what the store takes in a batch, as a flight of commits has at most. */
    private static final int MUTATIONS = 5_000;
    /** A message between nodes has at most 4 MiB. */
    private static final int BYTES = 4 << 20;

    private final Town town = new Town();
    private final long owner = town.person("owner");
    private final long guild = town.guild(owner);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void fitsIntoOneBatchWithEverythingThatItTells() {
        List<Long> members = IntStream.range(0, MOST).mapToObj(this::member).toList();
        town.stage().takeSent();
        town.rows().forgetBatches();

        assertThat(Town.json(ban(members)).path("banned_users")).hasSize(MOST);

        List<Stage.Sent> told = town.stage().takeSent();
        int events =
                told.stream().mapToInt(sent -> sent.event().getSerializedSize()).sum();
        assertThat(told).hasSizeGreaterThanOrEqualTo(4 * MOST);
        assertThat(town.rows().largestBatch() + told.size()).isBetween(3 * MOST, MUTATIONS);
        assertThat(town.rows().mostBytes() + events).isLessThan(BYTES);
    }

    private long member(int index) {
        long user = town.person("%032d".formatted(index));
        town.rows()
                .writeNow(List.of(Write.to(Users.TABLE, user)
                        .set(Users.GLOBAL_NAME, "語".repeat(32))
                        .build()));
        town.join(guild, owner, user);
        return user;
    }

    private Outcome ban(List<Long> users) {
        String ids = users.stream().map(Town::text).collect(Collectors.joining("\",\"", "[\"", "\"]"));
        return town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.guild(guild))
                        .setRest(RestCall.newBuilder()
                                .setOperation("bulkBan")
                                .setCaller(Caller.newBuilder().setUserId(owner))
                                .putPath("guild_id", Town.text(guild))
                                .setBody(ByteString.copyFromUtf8("{\"user_ids\":" + ids + "}"))
                                .setReason("語".repeat(512)))
                        .build());
    }
}
