package io.guildhall.libraries.jda;

import static io.guildhall.libraries.stage.Steps.check;
import static io.guildhall.libraries.stage.Steps.equal;

import io.guildhall.libraries.stage.Stage;
import io.guildhall.libraries.stage.Steps;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.MessageUpdateEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.utils.FileUpload;

/** Steps with messages. */
final class MessageSteps {
    private static final Emoji THUMB = Emoji.fromUnicode("👍");

    private final Bot bot;

    MessageSteps(Bot bot) {
        this.bot = bot;
    }

    void addTo(Steps steps) {
        steps.add("send", this::send)
                .add("hear", this::hear)
                .add("edit", this::edit)
                .add("react", this::react)
                .add("reply", this::reply)
                .add("delete", this::delete)
                .add("history", this::history)
                .add("upload", this::upload)
                .add("pins", this::pins)
                .add("direct", this::direct)
                .add("refused", this::refused);
    }

    private Message write(String content) {
        return bot.channel().sendMessage(content).complete();
    }

    private void send() throws Exception {
        Message sent = write("hello there");
        MessageReceivedEvent received = bot.arrivals.next(
                MessageReceivedEvent.class,
                event -> event.getMessage().getContentRaw().equals("hello there"));
        equal(received.getMessageId(), sent.getId());
        equal(received.getAuthor().getId(), Stage.BOT);
        equal(received.getGuild().getId(), Stage.GUILD);
        check("the author is a member", received.getMember() != null);
    }

    private void hear() throws Exception {
        Stage.say(Stage.CHANNEL, "from a person");
        MessageReceivedEvent received = bot.arrivals.next(
                MessageReceivedEvent.class, event -> event.getAuthor().getId().equals(Stage.OWNER));
        equal(received.getMessage().getContentRaw(), "from a person");
        check("it is no bot", !received.getAuthor().isBot());
    }

    private void edit() throws Exception {
        Message sent = write("to be edited");
        sent.editMessage("edited").complete();
        MessageUpdateEvent updated = bot.arrivals.next(
                MessageUpdateEvent.class, event -> event.getMessageId().equals(sent.getId()));
        equal(updated.getMessage().getContentRaw(), "edited");
        check("it says when", updated.getMessage().getTimeEdited() != null);
    }

    private void react() throws Exception {
        Message sent = write("to be liked");
        sent.addReaction(THUMB).complete();
        MessageReactionAddEvent reacted = bot.arrivals.next(
                MessageReactionAddEvent.class, event -> event.getMessageId().equals(sent.getId()));
        equal(reacted.getEmoji().getName(), "👍");
        equal(reacted.getUserId(), Stage.BOT);
        sent.removeReaction(THUMB).complete();
        bot.arrivals.next(
                MessageReactionRemoveEvent.class, event -> event.getMessageId().equals(sent.getId()));
    }

    private void reply() {
        Message asked = write("to be answered");
        Message reply = asked.replyEmbeds(new EmbedBuilder()
                        .setTitle("Title")
                        .setDescription("Text")
                        .setColor(0x336699)
                        .addField("a", "b", false)
                        .build())
                .addComponents(ActionRow.of(Button.primary("press", "Press")))
                .complete();
        equal(reply.getMessageReference().getMessageId(), asked.getId());
        equal(reply.getEmbeds().getFirst().getTitle(), "Title");
        equal(reply.getEmbeds().getFirst().getFields().getFirst().getValue(), "b");
        equal(reply.getComponentTree().findAll(Button.class).getFirst().getCustomId(), "press");
    }

    private void delete() throws Exception {
        Message sent = write("to be deleted");
        sent.delete().complete();
        bot.arrivals.next(
                MessageDeleteEvent.class, event -> event.getMessageId().equals(sent.getId()));
        try {
            bot.channel().retrieveMessageById(sent.getId()).complete();
        } catch (ErrorResponseException absent) {
            equal(absent.getErrorResponse(), ErrorResponse.UNKNOWN_MESSAGE);
            return;
        }
        throw new AssertionError("the message is still there");
    }

    private void history() throws Exception {
        List<String> sent = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            sent.add(write("line " + number).getId());
        }
        equal(
                ids(bot.channel().getHistoryBefore(sent.get(10), 5).complete().getRetrievedHistory()),
                sent.subList(5, 10).reversed());
        equal(
                ids(bot.channel().getHistoryAfter(sent.get(2), 5).complete().getRetrievedHistory()),
                sent.subList(3, 8).reversed());
        check(
                "the one in the middle is there",
                ids(bot.channel().getHistoryAround(sent.get(6), 3).complete().getRetrievedHistory())
                        .contains(sent.get(6)));
        bot.channel().deleteMessagesByIds(sent.subList(0, 10)).complete();
        // By default this library tells a deletion in bulk as many deletions.
        for (int gone = 0; gone < 10; gone++) {
            bot.arrivals.next(MessageDeleteEvent.class, event -> sent.contains(event.getMessageId()));
        }
    }

    private static List<String> ids(List<Message> messages) {
        return messages.stream().map(Message::getId).toList();
    }

    private void upload() throws Exception {
        byte[] content = "file content".getBytes(StandardCharsets.UTF_8);
        Message sent = bot.channel()
                .sendFiles(FileUpload.fromData(content, "note.txt"))
                .complete();
        Message.Attachment attachment = sent.getAttachments().getFirst();
        equal(attachment.getFileName(), "note.txt");
        equal(attachment.getSize(), 12);
        equal(Stage.download(attachment.getUrl()), "file content");
    }

    private void pins() {
        Message sent = write("worth keeping");
        sent.pin().complete();
        check("it is pinned", pinned().contains(sent.getId()));
        sent.unpin().complete();
        check("it is no longer pinned", !pinned().contains(sent.getId()));
    }

    private List<String> pinned() {
        return bot.channel().retrievePinnedMessages().complete().stream()
                .map(pin -> pin.getMessage().getId())
                .toList();
    }

    private void direct() throws Exception {
        PrivateChannel channel = bot.jda().openPrivateChannelById(Stage.OWNER).complete();
        channel.sendMessage("a private word").complete();
        Stage.say(channel.getId(), "an answer");
        MessageReceivedEvent answered = bot.arrivals.next(
                MessageReceivedEvent.class,
                event -> !event.isFromGuild() && event.getAuthor().getId().equals(Stage.OWNER));
        equal(answered.getMessage().getContentRaw(), "an answer");
    }

    private void refused() {
        // What is too long this library refuses itself; whether a message exists it can't know.
        try {
            bot.channel()
                    .sendMessage("to nobody")
                    .setMessageReference("1")
                    .failOnInvalidReply(true)
                    .complete();
        } catch (ErrorResponseException refused) {
            equal(refused.getErrorCode(), 50035);
            check("it says which field", refused.getMessage().contains("message_reference"));
            return;
        }
        throw new AssertionError("an answer to no message was taken");
    }
}
