package io.guildhall.guild.ban;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Stage;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.PermissionOverwrite;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.Roles;
import io.guildhall.model.table.catalogue.Threads;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** As many bots as one call may name, banned where hundreds of channels and threads name them. */
class BulkBanOfBotsTest {
    private static final int MOST = 200;
    private static final int CHANNELS = 450;
    private static final int THREADS = 100;
    private static final int OVERWRITES = 100;
    /** Half of what the store takes in a batch. */
    private static final int MUTATIONS = 5_000;
    /** A flight of commits has no more than that, if one alone does not. */
    private static final int BYTES = 1 << 20;

    private final Town town = new Town();
    private final long owner = town.person("owner");
    private final long guild = town.guild(owner);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void takesAlongTheirRolesInPiecesThatFitIntoBatches() {
        List<Long> bots = IntStream.range(0, MOST).mapToObj(this::bot).toList();
        List<Long> channels = channelsThatName(rolesOfBots());
        List<Long> threads = threadsOf(bots);
        town.stage().restart();
        town.stage().takeSent();
        town.stage().forgetCommands();

        String ids = bots.stream().map(Town::text).collect(Collectors.joining("\",\"", "[\"", "\"]"));
        JsonNode banned = Town.json(town.rest(
                Keys.guild(guild),
                "bulkBan",
                owner,
                Map.of("guild_id", Town.text(guild)),
                "",
                "{\"user_ids\":" + ids + "}"));

        assertThat(banned.path("banned_users")).hasSize(MOST);
        assertThat(town.stage().mostChanges()).isLessThan(MUTATIONS);
        assertThat(town.stage().mostBytes()).isLessThan(BYTES);
        List<Stage.Sent> told = town.stage().takeSent();
        assertThat(count(told, "GUILD_ROLE_DELETE")).isEqualTo(MOST);
        assertThat(count(told, "CHANNEL_UPDATE")).isEqualTo(channels.size());
        assertThat(count(told, "THREAD_MEMBERS_UPDATE")).isEqualTo(threads.size());
        assertThat(town.rows().all(Channels.TABLE, guild))
                .filteredOn(row -> channels.contains(row.get(Channels.CHANNEL_ID)))
                .hasSize(CHANNELS)
                .allSatisfy(row ->
                        assertThat(row.get(Channels.OVERWRITES).toStringUtf8()).isEqualTo("[]"));
        assertThat(town.rows().all(Threads.TABLE, guild)).hasSize(THREADS).allSatisfy(row -> assertThat(
                        row.get(Threads.MEMBERS).isEmpty())
                .isTrue());
    }

    private static long count(List<Stage.Sent> told, String name) {
        return told.stream().filter(sent -> sent.event().getName().equals(name)).count();
    }

    private long bot(int index) {
        long bot = town.bot("bot" + index, owner);
        town.addBot(guild, owner, bot, Permission.VIEW_CHANNEL.mask());
        return bot;
    }

    private List<Long> rolesOfBots() {
        return town.rows().all(Roles.TABLE, guild).stream()
                .map(row -> row.get(Roles.ROLE_ID))
                .filter(role -> role != guild)
                .toList();
    }

    private List<Long> channelsThatName(List<Long> roles) {
        RowView like = town.rows().all(Channels.TABLE, guild).stream()
                .filter(row -> row.get(Channels.TYPE) == 0)
                .findFirst()
                .orElseThrow();
        List<Long> made = new ArrayList<>();
        for (int index = 0; index < CHANNELS; index++) {
            long id = town.nextId();
            List<PermissionOverwrite> overwrites = IntStream.range(index, index + OVERWRITES)
                    .mapToObj(
                            role -> new PermissionOverwrite(Town.text(roles.get(role % roles.size())), 0, "1024", "0"))
                    .toList();
            town.rows()
                    .writeNow(List.of(Write.to(Channels.TABLE, guild, id)
                            .set(Channels.TYPE, 0L)
                            .set(Channels.NAME, like.get(Channels.NAME))
                            .set(Channels.OVERWRITES, Json.bytes(overwrites))
                            .build()));
            made.add(id);
        }
        return made;
    }

    private List<Long> threadsOf(List<Long> members) {
        long now = town.clock().millis();
        ByteBuffer roster = ByteBuffer.allocate(2 * Long.BYTES * members.size());
        members.stream().sorted().forEach(member -> roster.putLong(member).putLong(now));
        List<Long> made = new ArrayList<>();
        for (int index = 0; index < THREADS; index++) {
            long id = town.nextId();
            town.rows()
                    .writeNow(List.of(Write.to(Threads.TABLE, guild, id)
                            .set(Threads.TYPE, 11L)
                            .set(Threads.PARENT_ID, town.channel(guild))
                            .set(Threads.MEMBERS, ByteString.copyFrom(roster.array()))
                            .build()));
            made.add(id);
        }
        return made;
    }
}
