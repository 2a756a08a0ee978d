package io.guildhall.guild.purge;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.message.MessageFacts;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.AttachmentMarks;
import io.guildhall.model.table.catalogue.ChannelPurges;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Asks for a deleted channel's messages and files to be removed, in the batch that deletes the channel: either both are durable or
 * neither is. This node's worker wakes when such a batch is; another node's finds the request by itself.
 */
@Singleton
public final class PurgeRequests {
    private final Semaphore news = new Semaphore(0);

    public void add(GuildState guild, long channelId, Changes changes) {
        request(guild.id(), channelId, guild.now(), changes);
        MessageFacts.channelGone(guild.id(), channelId, changes);
    }

    /** Of a private channel, whose actor ends with this command. */
    public void addPrivate(long channelId, long now, Changes changes) {
        request(0, channelId, now, changes);
        MessageFacts.privateChannelGone(channelId, changes);
    }

    /** Of a lobby; nobody searches in them. */
    public void addLobby(long lobbyId, long now, Changes changes) {
        request(0, lobbyId, now, changes);
    }

    private void request(long guildId, long channelId, long now, Changes changes) {
        changes.write(Write.to(ChannelPurges.TABLE, ChannelPurges.shard(channelId), channelId)
                .set(ChannelPurges.GUILD_ID, guildId)
                .set(ChannelPurges.REQUESTED_AT, now)
                .build());
        changes.write(AttachmentMarks.gone(channelId, AttachmentMarks.ALL));
        changes.afterCommit(news::release);
    }

    /** Waits until there was a request since the last call, but no longer than this. */
    void awaitNews(Duration longest) throws InterruptedException {
        if (news.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }
}
