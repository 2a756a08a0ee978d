package io.guildhall.guild.thread;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.state.ThreadEdits;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** Archives threads in which nothing has happened for as long as they are set to wait. The guild asks itself for it. */
@Singleton
public final class ArchiveThreads implements GuildStep {
    public static final String STEP = "archiveThreads";

    /** More are archived by the next step, which follows at once. */
    static final int MOST = 50;

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        ArchiveClock.answered(guild);
        List<GuildThread> due = guild.threads().byId().values().stream()
                .filter(thread -> thread.archivedAfter() <= guild.now())
                .sorted(Comparator.comparingLong(GuildThread::archivedAfter))
                .limit(MOST)
                .toList();
        ThreadEdits edits = new ThreadEdits(guild, changes);
        // Lists of archived threads are paged by this time: no two are the same, and none is yet to come.
        long at = guild.now() - due.size();
        for (GuildThread thread : due) {
            at++;
            edits.archive(thread, at);
        }
        return Reply.noContent();
    }
}
