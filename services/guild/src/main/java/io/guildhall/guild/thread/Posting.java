package io.guildhall.guild.thread;

import com.google.protobuf.ByteString;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.FirstMessages;
import io.guildhall.guild.message.PostBody;
import io.guildhall.guild.message.Screening;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.state.JsonParts;
import io.guildhall.guild.state.ThreadEdits;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;
import java.util.List;

/** Begins posts in forums and media channels: threads, each with the message that it begins with. Who may send messages there may. */
@Singleton
public final class Posting {
    private final FirstMessages messages;
    private final Screening screening;

    public Posting(FirstMessages messages, Screening screening) {
        this.messages = messages;
        this.screening = screening;
    }

    /** @return the thread with the message in it, as the caller gets them; or that one of them was blocked */
    Reply post(GuildState guild, GuildChannel forum, long id, Call call, Changes changes) {
        GuildMember caller = guild.member(call.callerId());
        guild.permissions().require(caller, forum, Permission.SEND_MESSAGES);
        NewThread body = NewThread.of(call.body());
        PostBody message = body.message()
                .value()
                .orElseThrow(() -> ApiException.invalidField("message", "BASE_TYPE_REQUIRED", "This field is required"))
                .by(call);
        PostDraft draft = new PostDraft(
                caller.id(),
                guild.permissions().has(caller, forum, Permission.MANAGE_THREADS),
                body.settings(),
                body.appliedTags().or(List.of()));
        GuildPlace place = new GuildPlace(guild, forum.id());
        FirstMessages.check(place, call, message);
        Screening.Verdict ofTitle = screening.screen(
                place, call, Screening.Kind.TITLE, body.settings().name().required());
        if (ofTitle.blocks()) {
            return ofTitle.refuse(call, changes);
        }
        Screening.Verdict ofMessage =
                screening.screen(place, call, Screening.Kind.MESSAGE, FirstMessages.texts(message, call));
        if (ofMessage.blocks()) {
            return ofMessage.refuse(call, changes);
        }
        FirstMessages.pass(place, call);

        GuildThread thread = draft.begin(guild, forum, id, call, changes);
        new ThreadEdits(guild, changes).add(thread, List.of(caller));
        ThreadPlace inside = new ThreadPlace(guild, thread);
        ByteString sent = messages.send(place, inside, call, message, changes);
        // Of a forum this is its last thread.
        place.setLastMessageId(id, changes);
        ofTitle.accept(Screening.Verdict.NO_MESSAGE, changes);
        ofMessage.accept(id, changes);
        return Reply.ready(JsonParts.with(inside.thread().bytes(caller), "message", sent));
    }
}
