package io.guildhall.guild.webhook;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.body.Given;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Webhooks;

/** Changes a webhook as a call says. */
record WebhookEdit(GuildState guild, Call call, Changes changes) {
    /** By those who manage it, who may move it to another channel that is theirs to manage too. */
    RowView edited(RowView before, WebhookChange body) {
        long from = before.get(Webhooks.CHANNEL_ID);
        long to = body.channelId().or(from);
        if (to != from) {
            GuildChannel channel = WebhookAccess.writable(guild, to, before.get(Webhooks.TYPE, 0L));
            WebhookAccess.requireManager(guild, call, channel);
            new WebhookBook(guild).requireRoom(to);
        }
        Patch patch = patch(before, body.name(), body.avatar());
        return saved(before, body.channelId().hasValue() ? patch.put(body.channelId(), Webhooks.CHANNEL_ID) : patch);
    }

    RowView edited(RowView before, WebhookSettings body) {
        return saved(before, patch(before, body.name(), body.avatar()));
    }

    private Patch patch(RowView before, Given<String> name, Given<String> avatar) {
        AuditDraft audit = call.audit().target(before.get(Webhooks.WEBHOOK_ID));
        Patch patch = new Patch(before, audit);
        // A name can be left as it is by a null, too; there is always one.
        if (name.hasValue()) {
            patch.put(name, Webhooks.NAME);
        }
        return avatar.named() ? patch.set("avatar_hash", Webhooks.AVATAR, avatar.orNull()) : patch;
    }

    private RowView saved(RowView before, Patch patch) {
        if (patch.changed()) {
            new WebhookBook(guild).save(before, patch.row(), changes);
        } else {
            call.audit().skip();
        }
        return patch.row();
    }
}
