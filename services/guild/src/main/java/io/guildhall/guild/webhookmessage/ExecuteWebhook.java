package io.guildhall.guild.webhookmessage;

import com.google.protobuf.ByteString;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.WebhookBody;
import io.guildhall.guild.message.WebhookMessages;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.WebhookOperations;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.WebhookAvatars;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** A webhook sends a message. */
@Singleton
public final class ExecuteWebhook implements GuildOperation {
    private static final int NO_CONTENT = 204;

    private final WebhookMessages messages;

    public ExecuteWebhook(WebhookMessages messages) {
        this.messages = messages;
    }

    @Override
    public Operation operation() {
        return WebhookOperations.EXECUTE_WEBHOOK;
    }

    @Override
    public boolean openToStrangers() {
        return true;
    }

    @Override
    public List<ReadRequest> foreseen(long guildId, RestCall call) {
        return HookCall.foreseen(call);
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        HookCall hook = HookCall.of(guild, call);
        WebhookBody body = WebhookBody.of(call.body());
        checkThread(hook.place(), !body.threadName().or("").isEmpty());
        Optional<String> url = body.avatarUrl().value().filter(address -> !address.isEmpty());
        Optional<String> avatar = url.map(WebhookAvatars::hash);
        RowView sent = messages.send(
                hook.place(), call, body.answer(), hook.sender(body.username().value(), avatar), changes);
        avatar.ifPresent(hash -> changes.write(Write.to(WebhookAvatars.TABLE, hook.id(), hash)
                .set(WebhookAvatars.URL, url.get())
                .build()));
        return call.queryFlag("wait")
                ? Reply.json(WebhookMessages.json(hook.place(), sent))
                : new Reply.Ready(NO_CONTENT, ByteString.EMPTY);
    }

    private static void checkThread(Place place, boolean named) {
        if (place.type().threadsOnly() && !named) {
            throw ApiException.of(ErrorCode.WEBHOOKS_POSTED_TO_FORUM_CHANNELS_MUST_HAVE_A_THREAD_NAME_OR_THREAD_ID);
        }
        if (!place.type().threadsOnly() && named) {
            throw ApiException.of(ErrorCode.WEBHOOKS_CAN_ONLY_CREATE_THREADS_IN_FORUM_CHANNELS);
        }
    }
}
