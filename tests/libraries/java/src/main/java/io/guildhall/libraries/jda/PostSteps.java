package io.guildhall.libraries.jda;

import static io.guildhall.libraries.stage.Steps.check;
import static io.guildhall.libraries.stage.Steps.equal;

import io.guildhall.libraries.stage.Picture;
import io.guildhall.libraries.stage.Scenes;
import io.guildhall.libraries.stage.Stage;
import io.guildhall.libraries.stage.Steps;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.entities.Icon;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.Webhook;
import net.dv8tion.jda.api.entities.channel.concrete.ForumChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.forums.ForumPost;
import net.dv8tion.jda.api.entities.emoji.RichCustomEmoji;
import net.dv8tion.jda.api.events.channel.update.ChannelUpdateArchivedEvent;
import net.dv8tion.jda.api.events.emoji.EmojiAddedEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.MessageUpdateEvent;
import net.dv8tion.jda.api.events.message.poll.MessagePollVoteAddEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessagePollBuilder;

/** Steps with threads, webhooks, polls and emojis, and with more than may be sent at once. */
final class PostSteps {
    private final Bot bot;

    PostSteps(Bot bot) {
        this.bot = bot;
    }

    void addTo(Steps steps) {
        steps.add("threads", this::threads)
                .add("forum", this::forum)
                .add("webhook", this::webhook)
                .add("poll", this::poll)
                .add("emoji", this::emoji)
                .add("limits", this::limits);
    }

    private void threads() throws Exception {
        Message sent = bot.channel().sendMessage("to be talked about").complete();
        ThreadChannel thread = sent.createThreadChannel("talk")
                .setAutoArchiveDuration(ThreadChannel.AutoArchiveDuration.TIME_1_HOUR)
                .complete();
        knows(thread.getId());
        equal(thread.getParentChannel().getId(), Stage.CHANNEL);
        Stage.say(thread.getId(), "in the thread");
        MessageReceivedEvent heard = bot.arrivals.next(
                MessageReceivedEvent.class,
                event -> event.getChannel().getId().equals(thread.getId())
                        && event.getAuthor().getId().equals(Stage.OWNER));
        equal(heard.getMessage().getContentRaw(), "in the thread");
        thread.getManager().setArchived(true).complete();
        check(
                "it is archived",
                bot.arrivals.next(ChannelUpdateArchivedEvent.class).getNewValue());
    }

    private void forum() throws Exception {
        ForumChannel forum = bot.guild().createForumChannel("questions").complete();
        ForumPost post = forum.createForumPost("how", MessageCreateData.fromContent("does it work?"))
                .complete();
        String id = post.getThreadChannel().getId();
        knows(id);
        equal(post.getThreadChannel().retrieveMessageById(id).complete().getContentRaw(), "does it work?");
        forum.delete().complete();
    }

    /** Of what it has made itself, the library tells no event when the answer came first. */
    private void knows(String thread) throws Exception {
        Steps.until("it knows the thread", () -> bot.jda().getThreadChannelById(thread) != null);
    }

    private void webhook() throws Exception {
        Webhook webhook = bot.channel().createWebhook("herald").complete();
        webhook.sendMessage("hear ye").setUsername("crier").complete();
        Message message = bot.arrivals
                .next(
                        MessageReceivedEvent.class,
                        event -> event.isWebhookMessage()
                                && event.getAuthor().getId().equals(webhook.getId()))
                .getMessage();
        equal(message.getContentRaw(), "hear ye");
        equal(message.getAuthor().getName(), "crier");
        webhook.delete().complete();
    }

    private void poll() throws Exception {
        Message sent = bot.channel()
                .sendMessagePoll(new MessagePollBuilder("What to drink?")
                        .addAnswer("tea")
                        .addAnswer("coffee")
                        .setDuration(1, TimeUnit.HOURS)
                        .build())
                .complete();
        equal(sent.getPoll().getQuestion().getText(), "What to drink?");
        Stage.ask("vote", Map.of("channel", Stage.CHANNEL, "message", sent.getId(), "answers", List.of(2)));
        MessagePollVoteAddEvent vote = bot.arrivals.next(
                MessagePollVoteAddEvent.class, event -> event.getMessageId().equals(sent.getId()));
        equal(vote.getAnswerId(), 2L);
        equal(vote.getUserId(), Stage.OWNER);
        sent.endPoll().complete();
        bot.arrivals.next(
                MessageUpdateEvent.class,
                event -> event.getMessageId().equals(sent.getId())
                        && event.getMessage().getPoll().isFinalizedVotes());
    }

    private void emoji() throws Exception {
        RichCustomEmoji emoji =
                bot.guild().createEmoji("anvil", Icon.from(Picture.bytes())).complete();
        bot.arrivals.next(EmojiAddedEvent.class, event -> event.getEmoji().equals(emoji));
        Message sent = bot.channel().sendMessage("to be forged").complete();
        sent.addReaction(emoji).complete();
        MessageReactionAddEvent reacted = bot.arrivals.next(
                MessageReactionAddEvent.class, event -> event.getMessageId().equals(sent.getId()));
        equal(reacted.getReaction().getEmoji().asCustom().getId(), emoji.getId());
        emoji.delete().complete();
    }

    private void limits() throws Exception {
        Scenes.untilLimited(
                content -> bot.channel().sendMessage(content).submit().thenApply(Message::getContentRaw));
    }
}
