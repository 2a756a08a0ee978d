package io.guildhall.guild.guild;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.purge.PurgeRequests;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.model.table.catalogue.Threads;
import jakarta.inject.Singleton;
import java.util.List;

/** Removes some of the threads that were active in a guild that is deleted, and asks it to go on with the next. */
@Singleton
public final class ForgetThreads implements GuildStep {
    static final String STEP = "forgetThreads";

    private static final int PIECE = 250;

    private final PurgeRequests purges;

    public ForgetThreads(PurgeRequests purges) {
        this.purges = purges;
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public boolean afterDeletion() {
        return true;
    }

    @Override
    public List<ReadRequest> foreseen(long guildId, JsonNode body) {
        return List.of(page(guildId));
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        // A guild that exists keeps its threads, whoever asks.
        if (guild.exists()) {
            return Reply.noContent();
        }
        List<RowView> page = guild.storage().read(Threads.TABLE, page(guild.id()));
        for (RowView row : page) {
            long thread = row.get(Threads.THREAD_ID);
            changes.write(Write.delete(ChannelOwners.TABLE, thread));
            Rows.delete(row, changes);
            purges.add(guild, thread, changes);
        }
        if (page.size() == PIECE) {
            changes.step(guild.context().key(), STEP, body);
        }
        return Reply.noContent();
    }

    private static ReadRequest page(long guildId) {
        return Read.from(Threads.TABLE, guildId).limit(PIECE).build();
    }
}
