package io.guildhall.guild.thread;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.MessageReads;
import io.guildhall.guild.message.MessageStore;
import io.guildhall.guild.message.Screening;
import io.guildhall.guild.message.ThreadFlag;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.state.ThreadEdits;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ThreadOperations;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;
import java.util.List;

/** Begins a thread with a message, whose id it has. When others were written since, a notice says that there is a thread now. */
@Singleton
public final class CreateThreadFromMessage implements GuildOperation {
    private final ThreadNotices notices;
    private final Screening screening;

    public CreateThreadFromMessage(ThreadNotices notices, Screening screening) {
        this.notices = notices;
        this.screening = screening;
    }

    @Override
    public Operation operation() {
        return ThreadOperations.CREATE_THREAD_FROM_MESSAGE;
    }

    @Override
    public List<ReadRequest> foreseen(long guildId, RestCall call) {
        return MessageReads.named(call);
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildChannel parent = guild.channel(call.id("channel_id"));
        ChannelType type = type(parent);
        GuildPlace place = new GuildPlace(guild, parent.id());
        RowView message = new MessageStore(place.storage(), parent.id()).get(call.id("message_id"));
        ThreadFlag.requireNone(message);
        ThreadSettings settings = ThreadSettings.of(call.body());
        Screening.Verdict verdict = screening.screen(
                place, call, Screening.Kind.TITLE, settings.name().required());
        if (verdict.blocks()) {
            return verdict.refuse(call, changes);
        }
        GuildMember caller = guild.member(call.callerId());
        long id = message.get(Messages.MESSAGE_ID);
        boolean latest = parent.lastMessageId() == id;
        GuildThread thread = new ThreadDraft(guild, parent, caller.id()).open(id, type, settings, call.audit());
        ThreadEdits edits = new ThreadEdits(guild, changes);
        edits.create(thread);
        ThreadFlag.set(place, message, thread, changes);
        edits.add(thread, List.of(caller));
        notices.starter(guild, thread, message, caller, changes);
        if (!latest) {
            notices.created(guild, thread, caller, changes);
        }
        verdict.accept(Screening.Verdict.NO_MESSAGE, changes);
        return Reply.json(new ThreadPlace(guild, thread).thread().payload(caller));
    }

    private static ChannelType type(GuildChannel parent) {
        return switch (parent.type()) {
            case GUILD_TEXT -> ChannelType.PUBLIC_THREAD;
            case GUILD_ANNOUNCEMENT -> ChannelType.ANNOUNCEMENT_THREAD;
            case DM,
                    GUILD_VOICE,
                    GROUP_DM,
                    GUILD_CATEGORY,
                    ANNOUNCEMENT_THREAD,
                    PUBLIC_THREAD,
                    PRIVATE_THREAD,
                    GUILD_STAGE_VOICE,
                    GUILD_DIRECTORY,
                    GUILD_FORUM,
                    GUILD_MEDIA -> throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE);
        };
    }
}
