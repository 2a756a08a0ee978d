package io.guildhall.guild.webhookmessage;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.message.WebhookBody;
import io.guildhall.guild.message.WebhookMessages;
import io.guildhall.guild.message.WebhookMessages.Sender;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.WebhookAvatars;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Sends what a webhook was given to say, in whatever form that came. */
@Singleton
public final class HookDelivery {
    private final WebhookMessages messages;
    private final HookPosts posts;

    public HookDelivery(WebhookMessages messages, HookPosts posts) {
        this.messages = messages;
        this.posts = posts;
    }

    /** What was sent, and where: in a post that it began, if it began one. */
    record Sent(HookCall hook, RowView message) {}

    Sent send(HookCall asked, Call call, WebhookBody body, Changes changes) {
        HookCall hook = posts.opened(asked, call, body, changes);
        Optional<String> url = body.avatarUrl().value().filter(address -> !address.isEmpty());
        Optional<String> avatar = url.map(WebhookAvatars::hash);
        Sender sender = hook.sender(body.username().value(), avatar);
        RowView sent = hook == asked
                ? messages.send(hook.place(), call, body.answer(), sender, changes)
                : messages.sendFirst(hook.place(), call, body.answer(), sender, changes);
        avatar.ifPresent(hash -> changes.write(Write.to(WebhookAvatars.TABLE, hook.id(), hash)
                .set(WebhookAvatars.URL, url.get())
                .build()));
        return new Sent(hook, sent);
    }
}
