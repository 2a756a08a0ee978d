package io.guildhall.guild.message;

import com.google.protobuf.ByteString;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.payload.User;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Sends the messages that posts in forums begin with, which have the ids of their threads. */
@Singleton
public final class FirstMessages {
    private final MessageWriter writer;
    private final NewContent content;

    FirstMessages(MessageWriter writer, Components components) {
        this.writer = writer;
        this.content = new NewContent(components);
    }

    /** Refuses what the caller may not send. */
    public static void check(Place forum, Call call, PostBody body) {
        SendRules.checkNew(forum, call, body.asNew());
    }

    /** What others would read of it, for those who hold it against a guild's rules. */
    public static String texts(PostBody body, Call call) {
        return body.asNew().texts(call);
    }

    /** Refuses when it is too soon after the caller's last post. */
    public static void pass(Place forum, Call call) {
        Slowmode.pass(forum, call.callerId(), call.byBot());
    }

    /**
     * @param forum where what the caller may do is looked up: to post there one need not speak in threads
     * @param thread the new thread
     * @return the message as the caller gets it
     */
    public ByteString send(Place forum, Place thread, Call call, PostBody body, Changes changes) {
        User author = forum.findUser(call.callerId()).orElseThrow(() -> ApiException.of(ErrorCode.MISSING_ACCESS));
        List<Attachment> attachments = MessageFiles.brought(thread, call, body.message(), changes);
        RowEdit message = writer.begin(thread, thread.channelId(), author, call.callerId(), MessageType.DEFAULT);
        content.fill(message, thread, call, body.message(), false, attachments);
        Expression.fill(message, forum, call, body.asNew());
        Polls.fill(message, body.poll(), thread, call, changes);
        Mentions.of(message.view(), body.message().allowedMentions(), forum, Optional.empty())
                .writeTo(message);
        return writer.send(thread, message, Optional.empty(), null, changes).answer();
    }
}
