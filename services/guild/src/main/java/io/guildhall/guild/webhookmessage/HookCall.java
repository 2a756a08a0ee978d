package io.guildhall.guild.webhookmessage;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.message.MessageReads;
import io.guildhall.guild.message.WebhookMessages.Sender;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.thread.ThreadPlace;
import io.guildhall.guild.thread.ThreadRules;
import io.guildhall.guild.webhook.WebhookAccess;
import io.guildhall.guild.webhook.WebhookAuthor;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ArchivedThreads;
import io.guildhall.model.table.catalogue.Webhooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call by whoever has a webhook's token.
 *
 * @param channel the webhook's
 * @param place that channel, or a thread of it that the call names or begins
 */
record HookCall(GuildState guild, RowView webhook, GuildChannel channel, Place place) {
    private static final String THREAD_ID = "thread_id";

    /** @throws ApiException 10015 when the webhook is gone, 10003 for a thread that is not in its channel */
    static HookCall of(GuildState guild, Call call) {
        RowView webhook = WebhookAccess.named(guild, call);
        long channel = webhook.get(Webhooks.CHANNEL_ID);
        if (channel != call.id("channel_id")) {
            // It was moved after api looked, and has put the files where it was.
            throw ApiException.unavailable();
        }
        long id = webhook.get(Webhooks.WEBHOOK_ID);
        Optional<Long> thread = call.queryId(THREAD_ID).filter(named -> named != channel);
        return new HookCall(
                guild,
                webhook,
                guild.channel(channel),
                thread.isEmpty()
                        ? new GuildPlace(guild, channel, id)
                        : new ThreadPlace(guild, thread(guild, channel, thread.get(), call), id));
    }

    private static GuildThread thread(GuildState guild, long channel, long threadId, Call call) {
        GuildThread thread = guild.thread(threadId)
                .filter(found -> found.parentId() == channel)
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_CHANNEL));
        ThreadRules.requireOfStranger(thread, call);
        return thread;
    }

    static List<ReadRequest> foreseen(long guildId, RestCall call) {
        List<ReadRequest> reads = new ArrayList<>(MessageReads.named(call));
        long thread = MessageReads.id(
                        Json.parse(call.getQuery()).path(THREAD_ID).asText(""))
                .orElse(0);
        if (thread > 0) {
            reads.add(Read.row(ArchivedThreads.TABLE, guildId, thread));
            MessageReads.id(call.getPathOrDefault("message_id", ""))
                    .ifPresent(message -> reads.addAll(MessageReads.message(thread, message)));
        }
        MessageReads.id(call.getPathOrDefault("webhook_id", ""))
                .ifPresent(id -> reads.add(Read.row(Webhooks.TABLE, id)));
        return reads;
    }

    /** The same call in this thread. */
    HookCall in(GuildThread thread) {
        return new HookCall(guild, webhook, channel, new ThreadPlace(guild, thread, id()));
    }

    boolean ofForum() {
        return channel.type().threadsOnly();
    }

    long id() {
        return webhook.get(Webhooks.WEBHOOK_ID);
    }

    /**
     * The webhook as the author of a message.
     *
     * @param name what it is called in this one, if not by its own name
     * @param avatar likewise
     */
    Sender sender(Optional<String> name, Optional<String> avatar) {
        return new Sender(id(), webhook.get(Webhooks.APPLICATION_ID), WebhookAuthor.of(webhook, name, avatar));
    }
}
