package io.guildhall.guild.thread;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.state.ThreadEdits;
import io.guildhall.model.error.ApiException;
import java.util.List;

/**
 * A post in a forum or a media channel, before it exists.
 *
 * @param ownerId the member or the webhook that posts
 * @param manages whether that manages threads there
 * @param tags of the forum
 */
public record PostDraft(long ownerId, boolean manages, ThreadSettings settings, List<Long> tags) {
    /**
     * The post, with nobody and nothing in it yet.
     *
     * @throws ApiException when it may not have the tags, or needs one
     */
    public GuildThread begin(GuildState guild, GuildChannel forum, long id, Call call, Changes changes) {
        PostTags.of(forum).require(List.of(), tags, manages);
        GuildThread thread = new ThreadDraft(guild, forum, ownerId).post(id, settings, tags, call.audit());
        new ThreadEdits(guild, changes).create(thread);
        return thread;
    }
}
