package io.guildhall.guild.privatechannel;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.channel.ChannelChange;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.MessageType;
import io.guildhall.guild.message.MessageWriter;
import io.guildhall.guild.message.Notice;
import io.guildhall.guild.patch.Patch;
import io.guildhall.model.body.Given;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.PrivateChannels;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Everybody who belongs to a group may name it and give it a picture; who owns it may make another the owner. */
@Singleton
final class UpdateGroup implements PrivateOperation {
    private final MessageWriter writer;

    UpdateGroup(MessageWriter writer) {
        this.writer = writer;
    }

    @Override
    public Operation operation() {
        return ChannelOperations.UPDATE_CHANNEL;
    }

    @Override
    public Reply handle(PrivatePlace place, Call call, Changes changes) {
        place.requireGroup();
        PrivateChannelState group = place.channel();
        ChannelChange body = ChannelChange.of(call.body());
        User caller = group.find(call.callerId()).orElseThrow(() -> ApiException.of(ErrorCode.MISSING_ACCESS));
        checkOwner(group, call.callerId(), body.group().owner());
        RowView before = group.row();
        Patch patch = new Patch(before, call.audit())
                .put(body.group().icon(), PrivateChannels.ICON)
                .put(body.group().owner(), PrivateChannels.OWNER_ID);
        Given<String> name = body.settings().name();
        if (name.named()) {
            patch.set(
                    name.field(),
                    PrivateChannels.NAME,
                    name.value().filter(text -> !text.isEmpty()).orElse(null));
        }
        if (!patch.changed()) {
            return Reply.json(place.payload(call.callerId()));
        }
        group.change(patch.row(), changes);
        place.sendUpdate(changes);
        tell(place, before, caller, call.callerId(), changes);
        return Reply.json(place.payload(call.callerId()));
    }

    private static void checkOwner(PrivateChannelState group, long caller, Given<Long> owner) {
        if (!owner.named()) {
            return;
        }
        if (group.ownerId() != caller) {
            throw ApiException.forbidden(ErrorCode.MISSING_PERMISSIONS);
        }
        if (group.find(owner.required()).isEmpty()) {
            throw ApiException.of(ErrorCode.INVALID_RECIPIENTS);
        }
    }

    private void tell(PrivatePlace place, RowView before, User caller, long callerId, Changes changes) {
        RowView after = place.channel().row();
        String name = after.get(PrivateChannels.NAME);
        if (!Objects.equals(name, before.get(PrivateChannels.NAME))) {
            Notice renamed = Notice.of(MessageType.CHANNEL_NAME_CHANGE, caller, callerId);
            writer.notice(place, renamed.saying(Objects.requireNonNullElse(name, "")), changes);
        }
        if (!Objects.equals(after.get(PrivateChannels.ICON), before.get(PrivateChannels.ICON))) {
            writer.notice(place, Notice.of(MessageType.CHANNEL_ICON_CHANGE, caller, callerId), changes);
        }
    }
}
