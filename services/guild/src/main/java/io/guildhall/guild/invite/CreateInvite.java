package io.guildhall.guild.invite;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.InviteOperations;
import io.guildhall.model.payload.ChannelType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Makes an invite to a channel. Unless a unique one is asked for, an invite of the same member that does as well is given
 * again.
 */
@Singleton
public final class CreateInvite implements GuildOperation {
    private static final int ATTEMPTS = 5;

    private final InviteCodes codes;

    public CreateInvite(InviteCodes codes) {
        this.codes = codes;
    }

    @Override
    public Operation operation() {
        return InviteOperations.CREATE_INVITE;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildChannel channel = guild.channel(call.id("channel_id"));
        if (channel.type() == ChannelType.GUILD_CATEGORY) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE);
        }
        requireTarget(call);
        InviteBook book = InviteBook.of(guild);
        Optional<GuildInvite> similar = call.body().path("unique").asBoolean(false)
                ? Optional.empty()
                : book.similar(asked(guild, channel, call));
        if (similar.isPresent()) {
            call.audit().skip();
            return Reply.json(InviteView.of(guild, List.of(similar.get())).withUses(similar.get()));
        }
        book.requireRoom();
        GuildInvite invite = add(guild, channel, book, call, changes);
        InviteView view = InviteView.of(guild, List.of(invite));
        InviteAudit.created(invite, call.audit());
        changes.event(InviteEvents.created(guild, invite, view));
        return Reply.json(view.withUses(invite));
    }

    /** An invite to a stream names the streamer, one to an activity names the application. */
    private static void requireTarget(Call call) {
        String field =
                switch (call.body().path("target_type").asInt(0)) {
                    case 1 -> "target_user_id";
                    case 2 -> "target_application_id";
                    default -> null;
                };
        if (field != null && !call.hasValue(field)) {
            throw ApiException.invalidField(field, "BASE_TYPE_REQUIRED", "This field is required");
        }
    }

    private GuildInvite add(GuildState guild, GuildChannel channel, InviteBook book, Call call, Changes changes) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            GuildInvite invite = asked(guild, channel, call);
            if (book.add(invite, changes)) {
                return invite;
            }
        }
        throw ApiException.unavailable();
    }

    private GuildInvite asked(GuildState guild, GuildChannel channel, Call call) {
        return GuildInvite.asked(codes.next(), guild.id(), channel.id(), call, guild.now());
    }
}
