package io.guildhall.guild.thread;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.Screening;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.state.ThreadEdits;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ThreadOperations;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;
import java.util.List;

/** Begins a thread that stands by itself, or a post in a forum. */
@Singleton
public final class CreateThread implements GuildOperation {
    private final SnowflakeGenerator ids;
    private final ThreadNotices notices;
    private final Posting posting;
    private final Screening screening;

    public CreateThread(SnowflakeGenerator ids, ThreadNotices notices, Posting posting, Screening screening) {
        this.ids = ids;
        this.notices = notices;
        this.posting = posting;
        this.screening = screening;
    }

    @Override
    public Operation operation() {
        return ThreadOperations.CREATE_THREAD;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildChannel parent = guild.channel(call.id("channel_id"));
        if (parent.type().threadsOnly()) {
            return posting.post(guild, parent, id(call), call, changes);
        }
        GuildMember caller = guild.member(call.callerId());
        NewThread body = NewThread.of(call.body());
        ChannelType type = ChannelType.of(
                body.type().or((long) ChannelType.PRIVATE_THREAD.number()).intValue());
        if (!fits(parent.type(), type)) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE);
        }
        boolean closed = type == ChannelType.PRIVATE_THREAD;
        guild.permissions()
                .require(caller, parent, closed ? Permission.CREATE_PRIVATE_THREADS : Permission.CREATE_PUBLIC_THREADS);
        GuildPlace place = new GuildPlace(guild, parent.id());
        Screening.Verdict verdict = screening.screen(
                place, call, Screening.Kind.TITLE, body.settings().name().required());
        if (verdict.blocks()) {
            return verdict.refuse(call, changes);
        }
        ThreadDraft draft = new ThreadDraft(guild, parent, caller.id());
        GuildThread thread = closed
                ? draft.closed(id(call), body, call.audit())
                : draft.open(id(call), type, body.settings(), call.audit());
        ThreadEdits edits = new ThreadEdits(guild, changes);
        edits.create(thread);
        GuildThread begun = edits.add(thread, List.of(caller));
        if (!closed) {
            notices.created(guild, thread, caller, changes);
        }
        verdict.accept(Screening.Verdict.NO_MESSAGE, changes);
        return Reply.json(begun.payload(caller));
    }

    /** The id that api gave the thread, where its files are already. */
    private long id(Call call) {
        return call.hasPath("thread_id") ? call.id("thread_id") : ids.next();
    }

    private static boolean fits(ChannelType parent, ChannelType thread) {
        return switch (parent) {
            case GUILD_TEXT -> thread != ChannelType.ANNOUNCEMENT_THREAD;
            case GUILD_ANNOUNCEMENT -> thread == ChannelType.ANNOUNCEMENT_THREAD;
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
                    GUILD_MEDIA -> false;
        };
    }
}
