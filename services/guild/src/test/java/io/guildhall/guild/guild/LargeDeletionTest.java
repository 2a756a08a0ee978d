package io.guildhall.guild.guild;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.CommandPermissions;
import io.guildhall.model.table.catalogue.GuildInvites;
import io.guildhall.model.table.catalogue.GuildWebhooks;
import io.guildhall.model.table.catalogue.MemberSlice;
import io.guildhall.model.table.catalogue.Members;
import io.guildhall.model.table.catalogue.Threads;
import io.guildhall.model.table.catalogue.Webhooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A guild with as many channels, threads, webhooks and invites as it may have, and with many bots, is deleted. */
class LargeDeletionTest {
    private static final int CHANNELS = 490;
    private static final int THREADS = 1_000;
    private static final int WEBHOOKS = 1_000;
    private static final int INVITES = 1_000;
    private static final int BOTS = 4_000;
    /** Half of what the store takes in a batch. */
    private static final int MUTATIONS = 5_000;

    private final Town town = new Town();
    private final long owner = town.person("owner");
    private final long guild = town.guild(owner);
    private final long channel = town.channel(guild);
    private long bot;

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void inPiecesThatFitIntoBatches() {
        write(
                CHANNELS,
                id -> Write.to(Channels.TABLE, guild, id).set(Channels.TYPE, 0L).build());
        write(
                THREADS,
                id -> Write.to(Threads.TABLE, guild, id)
                        .set(Threads.TYPE, 11L)
                        .set(Threads.PARENT_ID, channel)
                        .build(),
                id -> Write.to(ChannelOwners.TABLE, id)
                        .set(ChannelOwners.GUILD_ID, guild)
                        .build());
        write(
                WEBHOOKS,
                id -> Write.to(Webhooks.TABLE, id)
                        .set(Webhooks.GUILD_ID, guild)
                        .set(Webhooks.CHANNEL_ID, channel)
                        .build(),
                id -> Write.to(GuildWebhooks.TABLE, guild, id)
                        .set(GuildWebhooks.CHANNEL_ID, channel)
                        .build());
        write(INVITES, id -> Write.to(GuildInvites.TABLE, guild, Town.text(id))
                .set(GuildInvites.CHANNEL_ID, channel)
                .build());
        write(
                BOTS,
                id -> Write.to(Members.TABLE, guild, MemberSlice.of(id), id)
                        .set(Members.JOINED_AT, 1L)
                        .set(Members.BOT, true)
                        .build(),
                id -> {
                    bot = id;
                    return Write.to(CommandPermissions.TABLE, guild, id, id)
                            .set(CommandPermissions.GRANTS, "[]")
                            .build();
                });
        town.stage().restart();
        town.stage().forgetCommands();

        assertThat(town.rest(Keys.guild(guild), "deleteGuild", owner, Map.of("guild_id", Town.text(guild)), "", "")
                        .hasSuccess())
                .isTrue();

        assertThat(town.stage().mostChanges()).isBetween(INVITES, MUTATIONS);
        assertThat(town.rows().all(Threads.TABLE, guild)).isEmpty();
        assertThat(town.rows().all(GuildWebhooks.TABLE, guild)).isEmpty();
        assertThat(town.rows().all(CommandPermissions.TABLE, guild, bot)).isEmpty();
        assertThat(town.rows().all(Members.TABLE, guild, MemberSlice.of(bot))).isEmpty();
    }

    @SafeVarargs
    private void write(int count, LongFunction<Mutation>... rows) {
        for (int index = 0; index < count; index++) {
            long id = town.nextId();
            List<Mutation> batch = new ArrayList<>();
            for (LongFunction<Mutation> row : rows) {
                batch.add(row.apply(id));
            }
            town.rows().writeNow(batch);
        }
    }
}
