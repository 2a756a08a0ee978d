package io.guildhall.guild.fakes;

import io.guildhall.guild.audit.AuditWriter;
import io.guildhall.guild.automod.AutoModeration;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.call.ThreadOperation;
import io.guildhall.guild.message.Screening;
import io.guildhall.guild.message.TestWriters;
import io.guildhall.guild.purge.PurgeRequests;
import io.guildhall.guild.thread.AddThreadMember;
import io.guildhall.guild.thread.ArchiveHandlers;
import io.guildhall.guild.thread.CreateThread;
import io.guildhall.guild.thread.CreateThreadFromMessage;
import io.guildhall.guild.thread.DeleteThread;
import io.guildhall.guild.thread.GetThread;
import io.guildhall.guild.thread.GetThreadMember;
import io.guildhall.guild.thread.JoinThread;
import io.guildhall.guild.thread.LeaveThread;
import io.guildhall.guild.thread.ListActiveThreads;
import io.guildhall.guild.thread.ListThreadMembers;
import io.guildhall.guild.thread.Posting;
import io.guildhall.guild.thread.RemoveThreadMember;
import io.guildhall.guild.thread.SearchThreads;
import io.guildhall.guild.thread.ThreadNotices;
import io.guildhall.guild.thread.UpdateThread;
import io.guildhall.model.id.SnowflakeGenerator;
import java.util.List;

/** The operations of threads. */
final class TestThreads {
    private TestThreads() {}

    /** Those of the channels that threads are begun in. */
    static List<GuildOperation> ofChannels(SnowflakeGenerator ids) {
        ArchiveHandlers archives = new ArchiveHandlers();
        return List.of(
                new CreateThread(
                        ids, notices(ids), new Posting(TestWriters.firstMessages(ids), screening(ids)), screening(ids)),
                new CreateThreadFromMessage(notices(ids), screening(ids)),
                new ListActiveThreads(),
                archives.listPublic(),
                archives.listPrivate(),
                archives.listMyPrivate(),
                new SearchThreads());
    }

    static List<ThreadOperation> ofThreads(SnowflakeGenerator ids, PurgeRequests purges) {
        return List.of(
                new GetThread(),
                new UpdateThread(notices(ids), screening(ids)),
                new DeleteThread(purges),
                new JoinThread(),
                new LeaveThread(),
                new AddThreadMember(notices(ids)),
                new RemoveThreadMember(notices(ids)),
                new GetThreadMember(),
                new ListThreadMembers());
    }

    private static Screening screening(SnowflakeGenerator ids) {
        return new AutoModeration(TestWriters.with(ids), new AuditWriter(ids));
    }

    private static ThreadNotices notices(SnowflakeGenerator ids) {
        return new ThreadNotices(TestWriters.with(ids));
    }
}
