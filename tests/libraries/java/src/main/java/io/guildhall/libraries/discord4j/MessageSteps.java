package io.guildhall.libraries.discord4j;

import static io.guildhall.libraries.stage.Steps.check;
import static io.guildhall.libraries.stage.Steps.equal;

import discord4j.common.util.Snowflake;
import discord4j.core.event.domain.message.MessageBulkDeleteEvent;
import discord4j.core.event.domain.message.MessageCreateEvent;
import discord4j.core.event.domain.message.MessageDeleteEvent;
import discord4j.core.event.domain.message.MessageUpdateEvent;
import discord4j.core.event.domain.message.ReactionAddEvent;
import discord4j.core.event.domain.message.ReactionRemoveEvent;
import discord4j.core.object.component.ActionRow;
import discord4j.core.object.component.Button;
import discord4j.core.object.emoji.Emoji;
import discord4j.core.object.entity.Attachment;
import discord4j.core.object.entity.Message;
import discord4j.core.object.entity.channel.PrivateChannel;
import discord4j.core.spec.EmbedCreateSpec;
import discord4j.core.spec.MessageCreateSpec;
import discord4j.discordjson.json.MessageReferenceData;
import discord4j.rest.http.client.ClientException;
import discord4j.rest.util.Color;
import io.guildhall.libraries.stage.Stage;
import io.guildhall.libraries.stage.Steps;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Steps with messages. */
final class MessageSteps {
    private static final Emoji THUMB = Emoji.unicode("👍");

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

    private void send() throws Exception {
        Message sent = bot.write("hello there");
        MessageCreateEvent received = bot.arrivals.next(
                MessageCreateEvent.class,
                event -> event.getMessage().getContent().equals("hello there"));
        equal(received.getMessage().getId(), sent.getId());
        equal(received.getMessage().getAuthor().orElseThrow().getId(), Bot.SELF);
        equal(received.getGuildId().orElseThrow(), Bot.GUILD);
        check("the author is a member", received.getMember().isPresent());
    }

    private void hear() throws Exception {
        Stage.say(Stage.CHANNEL, "from a person");
        MessageCreateEvent received = bot.arrivals.next(MessageCreateEvent.class, MessageSteps::isOfOwner);
        equal(received.getMessage().getContent(), "from a person");
        check("it is no bot", !received.getMessage().getAuthor().orElseThrow().isBot());
    }

    private static boolean isOfOwner(MessageCreateEvent event) {
        return event.getMessage().getAuthor().orElseThrow().getId().equals(Bot.OWNER);
    }

    private void edit() throws Exception {
        Message sent = bot.write("to be edited");
        Mono.from(sent.edit().withContentOrNull("edited")).block();
        MessageUpdateEvent updated = bot.arrivals.next(
                MessageUpdateEvent.class, event -> event.getMessageId().equals(sent.getId()));
        equal(updated.getCurrentContent().orElseThrow(), "edited");
        check("it says when", updated.getMessage().block().getEditedTimestamp().isPresent());
    }

    private void react() throws Exception {
        Message sent = bot.write("to be liked");
        sent.addReaction(THUMB).block();
        ReactionAddEvent reacted = bot.arrivals.next(
                ReactionAddEvent.class, event -> event.getMessageId().equals(sent.getId()));
        equal(reacted.getEmoji(), THUMB);
        equal(reacted.getUserId(), Bot.SELF);
        sent.removeSelfReaction(THUMB).block();
        bot.arrivals.next(
                ReactionRemoveEvent.class, event -> event.getMessageId().equals(sent.getId()));
    }

    private void reply() {
        Message asked = bot.write("to be answered");
        Message reply = bot.channel()
                .createMessage(MessageCreateSpec.builder()
                        .addEmbed(EmbedCreateSpec.builder()
                                .title("Title")
                                .description("Text")
                                .color(Color.of(0x336699))
                                .addField("a", "b", false)
                                .build())
                        .addComponent(ActionRow.of(Button.primary("press", "Press")))
                        .messageReference(MessageReferenceData.builder()
                                .messageId(asked.getId().asLong())
                                .build())
                        .build())
                .block();
        equal(reply.getMessageReference().orElseThrow().getMessageId().orElseThrow(), asked.getId());
        equal(reply.getEmbeds().getFirst().getTitle().orElseThrow(), "Title");
        equal(reply.getEmbeds().getFirst().getFields().getFirst().getValue(), "b");
        ActionRow row = (ActionRow) reply.getComponents().getFirst();
        equal(((Button) row.getChildren().getFirst()).getCustomId(), "press");
    }

    private void delete() throws Exception {
        Message sent = bot.write("to be deleted");
        sent.delete().block();
        bot.arrivals.next(
                MessageDeleteEvent.class, event -> event.getMessageId().equals(sent.getId()));
        equal(code(bot.channel().getMessageById(sent.getId())), 10008);
    }

    /** The code with which a request is refused. */
    static int code(Mono<?> request) {
        try {
            request.block();
        } catch (ClientException refused) {
            return (int) refused.getErrorResponse().orElseThrow().getFields().get("code");
        }
        throw new AssertionError("it was not refused");
    }

    private void history() throws Exception {
        List<Snowflake> sent = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            sent.add(bot.write("line " + number).getId());
        }
        equal(
                ids(bot.channel().getMessagesBefore(sent.get(10)).take(5)),
                sent.subList(5, 10).reversed());
        equal(ids(bot.channel().getMessagesAfter(sent.get(2)).take(5)), sent.subList(3, 8));
        bot.channel()
                .bulkDelete(Flux.fromIterable(sent.subList(0, 10)))
                .collectList()
                .block();
        MessageBulkDeleteEvent gone = bot.arrivals.next(MessageBulkDeleteEvent.class);
        equal(gone.getMessageIds().stream().sorted().toList(), sent.subList(0, 10));
    }

    private static List<Snowflake> ids(Flux<Message> messages) {
        return messages.map(Message::getId).collectList().block();
    }

    private void upload() throws Exception {
        byte[] content = "file content".getBytes(StandardCharsets.UTF_8);
        Message sent = bot.channel()
                .createMessage(MessageCreateSpec.builder()
                        .addFile("note.txt", new ByteArrayInputStream(content))
                        .build())
                .block();
        Attachment attachment = sent.getAttachments().getFirst();
        equal(attachment.getFilename(), "note.txt");
        equal(attachment.getSize(), 12);
        equal(Stage.download(attachment.getUrl()), "file content");
    }

    private void pins() {
        Message sent = bot.write("worth keeping");
        sent.pin().block();
        check("it is pinned", pinned().contains(sent.getId()));
        sent.unpin().block();
        check("it is no longer pinned", !pinned().contains(sent.getId()));
    }

    private List<Snowflake> pinned() {
        return Flux.from(bot.channel().getPinnedMessages())
                .map(pin -> pin.getMessage().getId())
                .collectList()
                .block();
    }

    private void direct() throws Exception {
        PrivateChannel channel = bot.client()
                .getUserById(Bot.OWNER)
                .flatMap(user -> user.getPrivateChannel())
                .block();
        Mono.from(channel.createMessage("a private word")).block();
        Stage.say(channel.getId().asString(), "an answer");
        MessageCreateEvent answered = bot.arrivals.next(
                MessageCreateEvent.class, event -> event.getGuildId().isEmpty() && isOfOwner(event));
        equal(answered.getMessage().getContent(), "an answer");
    }

    private void refused() {
        equal(code(Mono.from(bot.channel().createMessage("x".repeat(2001)))), 50035);
    }
}
