package io.guildhall.guild.thread;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.state.ThreadListing;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ThreadOperations;
import io.guildhall.model.table.catalogue.ArchivedThreadLists;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;

/** The archived threads of a channel, a page at a time. */
@Singleton
public final class ArchiveHandlers {
    private static final int USUAL = 50;

    /** The last archived first. */
    @Produces
    @Singleton
    public GuildOperation listPublic() {
        return new Listing(
                ThreadOperations.LIST_PUBLIC_ARCHIVED_THREADS,
                (channel, member) -> ArchiveList.of(channel.id(), ArchivedThreadLists.PUBLIC),
                ArchiveHandlers::beforeTime,
                member -> thread -> true);
    }

    /** The last archived first; for those who manage threads. */
    @Produces
    @Singleton
    public GuildOperation listPrivate() {
        return new Listing(
                ThreadOperations.LIST_PRIVATE_ARCHIVED_THREADS,
                (channel, member) -> ArchiveList.of(channel.id(), ArchivedThreadLists.PRIVATE),
                ArchiveHandlers::beforeTime,
                member -> thread -> true);
    }

    /** Those that the caller is in, the newest first. */
    @Produces
    @Singleton
    public GuildOperation listMyPrivate() {
        return new Listing(
                ThreadOperations.LIST_MY_PRIVATE_ARCHIVED_THREADS,
                (channel, member) -> ArchiveList.joined(channel.id(), member.id()),
                call -> call.queryId("before").map(List::of).orElse(List.of()),
                member -> thread -> thread.joinedBy(member));
    }

    private static List<Long> beforeTime(Call call) {
        return call.query().hasNonNull("before")
                ? List.of(OffsetDateTime.parse(call.query().get("before").asText())
                        .toInstant()
                        .toEpochMilli())
                : List.of();
    }

    private interface Chosen {
        ArchiveList list(GuildChannel channel, GuildMember member);
    }

    private interface Beginning {
        List<Long> of(Call call);
    }

    private interface Shown {
        Predicate<GuildThread> to(GuildMember member);
    }

    private record Listing(Operation operation, Chosen chosen, Beginning beginning, Shown shown)
            implements GuildOperation {
        @Override
        public Reply handle(GuildState guild, Call call, Changes changes) {
            GuildChannel channel = guild.channel(call.id("channel_id"));
            if (!channel.type().holdsThreads()) {
                throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE);
            }
            GuildMember member = guild.member(call.callerId());
            ArchiveList list = chosen.list(channel, member);
            List<Long> before = beginning.of(call);
            int limit = call.queryNumber("limit", USUAL);
            StorageFacade storage = guild.context().freeStorage();
            long guildId = guild.id();
            return Reply.later(() -> {
                ArchivePage page = ArchivePage.read(storage, guildId, list, before, limit, shown.to(member));
                return Reply.ready(ThreadListing.of(member, page.threads()).page(page.more()));
            });
        }
    }
}
