package io.guildhall.guild.search;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildSnapshot;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.messageindex.query.SearchForm;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.catalogue.ArchivedThreadLists;
import io.guildhall.model.table.catalogue.Channels;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where a member may read the history: channels and threads, archived ones too. Nothing else may come into a search, or its counts
 * would tell of what the member does not see.
 */
record ReadablePlaces(GuildSnapshot guild, GuildMember caller, StorageFacade storage) {
    private static final long READING = Permission.of(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY);

    /** Those of the places that the form asks for; all when it names none. Reads, so it is for use outside the mailbox. */
    Set<Long> of(SearchForm form) {
        List<GuildChannel> open = guild.channels().stream()
                .filter(channel -> form.withAgeRestricted() || !channel.row().get(Channels.NSFW, false))
                .filter(channel -> reads(guild.permissions().of(caller, channel)))
                .toList();
        Set<Long> channels = new HashSet<>();
        open.forEach(channel -> channels.add(channel.id()));
        Predicate<GuildThread> readable = thread -> channels.contains(thread.parentId())
                && reads(guild.permissions().of(caller, thread));
        Set<Long> places = new HashSet<>();
        open.stream().filter(channel -> channel.type().holdsMessages()).forEach(channel -> places.add(channel.id()));
        guild.threads().byId().values().stream().filter(readable).forEach(thread -> places.add(thread.id()));
        if (form.channels().isEmpty()) {
            open.forEach(channel -> places.addAll(archived(channel, readable)));
            return places;
        }
        Set<Long> asked = form.channels();
        List<Long> others = asked.stream()
                .filter(id -> !places.contains(id) && guild.findChannel(id).isEmpty())
                .toList();
        places.retainAll(asked);
        threads().find(others).stream().filter(readable).forEach(thread -> places.add(thread.id()));
        return places;
    }

    /** Whoever reads a channel reads its public threads; of the private ones it depends on who is in each. */
    private Set<Long> archived(GuildChannel channel, Predicate<GuildThread> readable) {
        if (!mayHaveThreads(channel)) {
            return Set.of();
        }
        Set<Long> found = new HashSet<>(threads().archived(channel.id(), ArchivedThreadLists.PUBLIC));
        if (Permission.MANAGE_THREADS.in(guild.permissions().of(caller, channel))) {
            found.addAll(threads().archived(channel.id(), ArchivedThreadLists.PRIVATE));
        } else {
            threads().find(threads().joined(channel.id(), caller.id())).stream()
                    .filter(readable)
                    .forEach(thread -> found.add(thread.id()));
        }
        return found;
    }

    private GuildThreads threads() {
        return new GuildThreads(storage, guild.id());
    }

    static boolean mayHaveThreads(GuildChannel channel) {
        return !channel.type().voice()
                && (channel.type().holdsMessages() || channel.type().threadsOnly());
    }

    private static boolean reads(long permissions) {
        return Permission.holdsAll(permissions, READING);
    }
}
