package io.guildhall.guild.webhookmessage;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.message.MessageReads;
import io.guildhall.guild.message.WebhookMessages.Sender;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.webhook.WebhookAccess;
import io.guildhall.guild.webhook.WebhookAuthor;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Webhooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call by whoever has a webhook's token.
 *
 * @param place the webhook's channel
 */
record HookCall(RowView webhook, Place place) {
    /** @throws ApiException 10015 when the webhook is gone, 10003 for a thread that is not in its channel */
    static HookCall of(GuildState guild, Call call) {
        RowView webhook = WebhookAccess.named(guild, call);
        long channel = webhook.get(Webhooks.CHANNEL_ID);
        if (channel != call.id("channel_id")) {
            // It was moved after api looked, and has put the files where it was.
            throw ApiException.unavailable();
        }
        if (call.queryId("thread_id").filter(thread -> thread != channel).isPresent()) {
            throw ApiException.of(ErrorCode.UNKNOWN_CHANNEL);
        }
        return new HookCall(webhook, new GuildPlace(guild, channel, webhook.get(Webhooks.WEBHOOK_ID)));
    }

    static List<ReadRequest> foreseen(RestCall call) {
        List<ReadRequest> reads = new ArrayList<>(MessageReads.named(call));
        MessageReads.id(call.getPathOrDefault("webhook_id", ""))
                .ifPresent(id -> reads.add(Read.row(Webhooks.TABLE, id)));
        return reads;
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
