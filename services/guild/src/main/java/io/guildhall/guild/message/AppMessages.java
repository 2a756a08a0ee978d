package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.poll.PollBody;
import io.guildhall.model.body.Given;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Messages by which applications answer interactions: messages of the channel, or such as one person sees. They need no permission of
 * the application, but what all of a guild see the permissions of who brought it there.
 */
@Singleton
public final class AppMessages {
    private final MessageWriter writer;
    private final NewContent content;
    private final ContentEdit edits;
    private final Screening screening;

    /**
     * What a message answers.
     *
     * @param interaction as the message shows it
     * @param type what the message is if it replies to no other
     * @param replied the message that it is shown as a reply to
     * @param onlyTo the one person who sees it
     */
    public record Source(
            long applicationId, JsonNode interaction, long type, Optional<AppMessage> replied, OptionalLong onlyTo) {}

    AppMessages(MessageWriter writer, Components components, Screening screening) {
        this.writer = writer;
        this.screening = screening;
        this.content = new NewContent(components);
        this.edits = new ContentEdit(components);
    }

    /** A message of this channel, or one that somebody alone sees in it. */
    public static Optional<AppMessage> find(Place place, long messageId) {
        return new MessageStore(place.storage(), place.channelId())
                .find(messageId)
                .map(row -> new AppMessage(row, OptionalLong.empty()))
                .or(() -> EphemeralStore.find(place, messageId));
    }

    /** As the application gets it that wrote it. */
    public static ObjectNode json(Place place, AppMessage message) {
        return chosen(place, message, message.applicationId());
    }

    /** As this application gets it, for one of whose commands somebody chose it. */
    public static ObjectNode chosen(Place place, AppMessage message, long application) {
        return ContentRule.ofApplication(place, application)
                .withReply(Json.tree(view(place).message(message.row())));
    }

    /**
     * Sends what the answer says, with the files of the call.
     *
     * @param then what is answered when it is sent, and not held back by the guild's rules
     */
    public Reply send(
            Place place,
            Call call,
            AnswerBody answer,
            Source source,
            Changes changes,
            Function<AppMessage, Reply> then) {
        MessageBody body = answer.message();
        if (SendRules.saysNothing(call, body) && !answer.poll().hasValue()) {
            throw ApiException.of(ErrorCode.CANNOT_SEND_AN_EMPTY_MESSAGE);
        }
        checkPoll(body, answer.poll(), source.onlyTo().isPresent());
        Optional<Bringer> bringer = Bringer.of(place, source.interaction());
        SendRules.checkVoice(place, bringer.map(Bringer::userId).orElse(call.callerId()), call, body, false);
        Optional<Bringer> judged = bringer.filter(brought -> source.onlyTo().isEmpty());
        judged.ifPresent(brought -> brought.checkNew(call, answer));
        Screening.Verdict verdict = judged.map(brought -> brought.screen(screening, body, answer.poll()))
                .orElse(Screening.Verdict.NONE);
        if (verdict.blocks()) {
            return verdict.refuse(call, changes);
        }
        List<Attachment> attachments = MessageFiles.brought(place, call, body, changes);
        RowEdit message = begin(place, source);
        content.fill(message, place, call, body, answer.tts().or(false), attachments);
        Polls.fill(message, answer.poll(), place, call, changes);
        Mentions.of(message.view(), body.allowedMentions(), place, Optional.empty())
                .writeTo(message);
        AppMessage sent = sent(place, message, source, 0, changes);
        EphemeralStore.lendFiles(place, sent, attachments, changes);
        verdict.accept(sent.id(), changes);
        return then.apply(sent);
    }

    /** Announces a message that is to be edited later. */
    public AppMessage announce(Place place, Source source, Changes changes) {
        RowEdit message = begin(place, source).set(Messages.CONTENT, "");
        return sent(place, message, source, MessageFlag.LOADING, changes);
    }

    /**
     * Changes what the body names, and says for the first time what was only announced.
     *
     * @param then as for {@link #send}
     */
    public Reply edit(
            Place place,
            Call call,
            EditBody asked,
            AppMessage before,
            Changes changes,
            Function<AppMessage, Reply> then) {
        Polls.checkEditable(before.row());
        checkPoll(asked.message(), asked.poll(), before.isEphemeral());
        Optional<Bringer> judged = Bringer.of(place, before.row()).filter(brought -> !before.isEphemeral());
        judged.ifPresent(brought -> brought.checkEdit(call, asked, before.isLoading()));
        Screening.Verdict verdict = judged.map(brought -> brought.screen(screening, asked.message(), asked.poll()))
                .orElse(Screening.Verdict.NONE);
        if (verdict.blocks()) {
            return verdict.refuse(call, changes);
        }
        MessageStore store = new MessageStore(place.storage(), place.channelId());
        Optional<RowView> replied =
                MessageView.isReply(before.row()) ? store.find(MessageView.repliedTo(before.row())) : Optional.empty();
        RowEdit edit = edits.edited(before.row(), Optional.empty(), place, call, asked, true, changes);
        AppMessage after = new AppMessage(edit.view(), before.onlyTo());
        if (after.isEphemeral()) {
            changed(place, after, replied, changes);
        } else {
            changes.write(edit.mutation());
            Publication.changed(place, edit.view(), changes);
            MessageEvents.updated(place, view(place).bytes(after.row(), replied), changes);
        }
        verdict.accept(after.id(), changes);
        return then.apply(after);
    }

    /** Keeps what became of a message that one person sees, and tells that person. */
    static void changed(Place place, AppMessage after, Optional<RowView> replied, Changes changes) {
        EphemeralStore.write(place, after, changes);
        EphemeralStore.lendFiles(place, after, MessageFiles.all(after.row()), changes);
        tell(DispatchEvent.MESSAGE_UPDATE, place, view(place).bytes(after.row(), replied), after, changes);
    }

    public void delete(Place place, AppMessage message, Changes changes) {
        ObjectNode deleted = Json.object().put("id", Snowflake.format(message.id()));
        if (message.isEphemeral()) {
            EphemeralStore.delete(place, message, changes);
            MessageFiles.forget(place, message.row(), changes);
            place.sendTo(
                    message.onlyTo().getAsLong(),
                    MessageEvents.about(DispatchEvent.MESSAGE_DELETE, place, deleted)
                            .build(),
                    changes);
        } else {
            Deletions.delete(place, message.row(), changes);
            MessageEvents.about(DispatchEvent.MESSAGE_DELETE, place, deleted, changes);
        }
    }

    /** Whom nobody else sees has nobody to ask. */
    private static void checkPoll(MessageBody body, Given<PollBody> poll, boolean ephemeral) {
        SendRules.checkLegacy(body, poll);
        if (poll.hasValue() && ephemeral) {
            throw ApiException.invalidField("poll", "POLL_CANNOT_BE_EPHEMERAL", "An ephemeral message has no poll.");
        }
    }

    private RowEdit begin(Place place, Source source) {
        long author = source.applicationId();
        User application =
                UserLookup.here(place).find(author).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_APPLICATION));
        RowEdit message = writer.begin(place, application, author, source.type())
                .set(Messages.WEBHOOK_ID, author)
                .set(Messages.APPLICATION_ID, author)
                .set(Messages.INTERACTION, Json.bytes(source.interaction()));
        source.replied().ifPresent(replied -> message.set(Messages.TYPE, MessageType.REPLY)
                .set(Messages.REFERENCE, Json.bytes(ReplyTarget.reference(place, replied.row()))));
        return message;
    }

    private AppMessage sent(Place place, RowEdit message, Source source, long flags, Changes changes) {
        Optional<RowView> replied = source.replied().map(AppMessage::row);
        long mark = source.onlyTo().isPresent() ? MessageFlag.EPHEMERAL : 0;
        message.set(Messages.FLAGS, message.view().get(Messages.FLAGS, 0L) | flags | mark);
        AppMessage sent = new AppMessage(message.view(), source.onlyTo());
        if (sent.isEphemeral()) {
            EphemeralStore.write(place, sent, changes);
            tell(DispatchEvent.MESSAGE_CREATE, place, view(place).bytes(sent.row(), replied), sent, changes);
            LinkEmbeds.ask(place, sent.row(), changes);
        } else {
            SendRules.checkPlace(place);
            Bringer.of(place, source.interaction()).ifPresent(Bringer::passSlowmode);
            writer.send(place, message, replied, null, changes);
        }
        return sent;
    }

    private static void tell(DispatchEvent name, Place place, MessageBytes shown, AppMessage message, Changes changes) {
        place.sendTo(
                message.onlyTo().getAsLong(),
                place.begin(name, shown.event(place)).build(),
                changes);
    }

    private static MessageView view(Place place) {
        return new MessageView(
                new MessageStore(place.storage(), place.channelId()), UserLookup.here(place), place.links(), 0);
    }
}
