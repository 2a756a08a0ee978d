package io.guildhall.guild.webhookmessage;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.message.WebhookBody;
import io.guildhall.guild.message.WebhookMessages;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.WebhookAvatars;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Sends what a webhook was given to say, in whatever form that came. */
@Singleton
public final class HookDelivery {
    private final WebhookMessages messages;

    public HookDelivery(WebhookMessages messages) {
        this.messages = messages;
    }

    RowView send(HookCall hook, Call call, WebhookBody body, Changes changes) {
        checkThread(hook.place(), !body.threadName().or("").isEmpty());
        Optional<String> url = body.avatarUrl().value().filter(address -> !address.isEmpty());
        Optional<String> avatar = url.map(WebhookAvatars::hash);
        RowView sent = messages.send(
                hook.place(), call, body.answer(), hook.sender(body.username().value(), avatar), changes);
        avatar.ifPresent(hash -> changes.write(Write.to(WebhookAvatars.TABLE, hook.id(), hash)
                .set(WebhookAvatars.URL, url.get())
                .build()));
        return sent;
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
