package io.guildhall.guild.thread;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.message.StarterMessages;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.state.ThreadListing;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ThreadOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds threads of a channel by name and tags, posts each with the message that it begins with. */
@Singleton
public final class SearchThreads implements GuildOperation {
    private static final int USUAL = 25;

    @Override
    public Operation operation() {
        return ThreadOperations.SEARCH_THREADS;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildChannel channel = guild.channel(call.id("channel_id"));
        if (!channel.type().holdsThreads()) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE);
        }
        GuildMember member = guild.member(call.callerId());
        StorageFacade storage = guild.context().freeStorage();
        List<GuildThread> active = guild.threads().of(channel.id()).stream()
                .filter(thread -> guild.permissions().shows(member, thread))
                .toList();
        boolean manages = guild.permissions().has(member, channel, Permission.MANAGE_THREADS);
        ThreadSearch search = new ThreadSearch(storage, guild.id(), channel.id(), member, manages, active);
        StarterMessages starters = StarterMessages.forCaller(new GuildPlace(guild, channel.id()), call);
        return Reply.later(() -> {
            ThreadSearch.Page page =
                    search.page(ThreadQuery.of(call), call.queryNumber("offset", 0), call.queryNumber("limit", USUAL));
            ObjectNode found = Json.object().put("has_more", page.more()).put("total_results", page.total());
            if (channel.type().threadsOnly()) {
                found.set(
                        "first_messages",
                        starters.read(
                                page.threads().stream().map(GuildThread::id).toList()));
            }
            return Reply.ready(ThreadListing.of(member, page.threads()).in(Json.bytes(found)));
        });
    }
}
