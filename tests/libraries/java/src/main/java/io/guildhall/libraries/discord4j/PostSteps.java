package io.guildhall.libraries.discord4j;

import static io.guildhall.libraries.stage.Steps.check;
import static io.guildhall.libraries.stage.Steps.equal;

import discord4j.core.event.domain.guild.EmojisUpdateEvent;
import discord4j.core.event.domain.message.MessageCreateEvent;
import discord4j.core.event.domain.message.MessageUpdateEvent;
import discord4j.core.event.domain.message.ReactionAddEvent;
import discord4j.core.event.domain.poll.PollVoteAddEvent;
import discord4j.core.event.domain.thread.ThreadChannelCreateEvent;
import discord4j.core.event.domain.thread.ThreadChannelUpdateEvent;
import discord4j.core.object.emoji.Emoji;
import discord4j.core.object.entity.GuildEmoji;
import discord4j.core.object.entity.Message;
import discord4j.core.object.entity.Webhook;
import discord4j.core.object.entity.channel.ForumChannel;
import discord4j.core.object.entity.channel.ThreadChannel;
import discord4j.core.object.entity.poll.Poll;
import discord4j.core.object.entity.poll.PollAnswer;
import discord4j.core.spec.ForumChannelCreateSpec;
import discord4j.core.spec.ForumThreadMessageCreateSpec;
import discord4j.core.spec.WebhookExecuteSpec;
import discord4j.rest.util.Image;
import io.guildhall.libraries.stage.Picture;
import io.guildhall.libraries.stage.Scenes;
import io.guildhall.libraries.stage.Stage;
import io.guildhall.libraries.stage.Steps;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

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
        Message sent = bot.write("to be talked about");
        ThreadChannel thread = sent.createPublicThread("talk")
                .withAutoArchiveDuration(ThreadChannel.AutoArchiveDuration.DURATION1)
                .block();
        bot.arrivals.next(
                ThreadChannelCreateEvent.class,
                event -> event.getChannel().getId().equals(thread.getId()));
        equal(thread.getParentId().orElseThrow(), Bot.CHANNEL);
        Stage.say(thread.getId().asString(), "in the thread");
        MessageCreateEvent heard = bot.arrivals.next(
                MessageCreateEvent.class,
                event -> event.getMessage().getChannelId().equals(thread.getId())
                        && event.getMessage().getAuthor().orElseThrow().getId().equals(Bot.OWNER));
        equal(heard.getMessage().getContent(), "in the thread");
        thread.edit().withArchived(true).block();
        bot.arrivals.next(
                ThreadChannelUpdateEvent.class,
                event -> event.getChannel().getId().equals(thread.getId())
                        && event.getChannel().isArchived());
    }

    private void forum() throws Exception {
        ForumChannel forum = bot.guild()
                .createForumChannel(
                        ForumChannelCreateSpec.builder().name("questions").build())
                .block();
        ThreadChannel post = forum.startThread(
                        "how",
                        ForumThreadMessageCreateSpec.builder()
                                .content("does it work?")
                                .build())
                .block();
        bot.arrivals.next(
                ThreadChannelCreateEvent.class,
                event -> event.getChannel().getId().equals(post.getId()));
        equal(post.getMessageById(post.getId()).block().getContent(), "does it work?");
        forum.delete().block();
    }

    private void webhook() throws Exception {
        Webhook webhook = bot.channel().createWebhook("herald").block();
        webhook.execute(WebhookExecuteSpec.builder()
                        .content("hear ye")
                        .username("crier")
                        .build())
                .block();
        Message message = bot.arrivals
                .next(MessageCreateEvent.class, event -> event.getMessage()
                        .getWebhookId()
                        .filter(webhook.getId()::equals)
                        .isPresent())
                .getMessage();
        equal(message.getContent(), "hear ye");
        equal(message.getUserData().username(), "crier");
        webhook.delete().block();
    }

    private void poll() throws Exception {
        Poll poll = bot.channel()
                .createPoll()
                .withQuestion("What to drink?")
                .withAnswers(PollAnswer.of("tea"), PollAnswer.of("coffee"))
                .withDuration(1)
                .withAllowMultiselect(false)
                .block();
        equal(poll.getQuestion().getText().orElseThrow(), "What to drink?");
        String id = poll.getId().asString();
        Stage.ask("vote", Map.of("channel", Stage.CHANNEL, "message", id, "answers", List.of(2)));
        PollVoteAddEvent vote = bot.arrivals.next(
                PollVoteAddEvent.class, event -> event.getMessageId().equals(poll.getId()));
        equal(vote.getAnswerId(), 2);
        equal(vote.getUserId(), Bot.OWNER);
        poll.end().block();
        bot.arrivals.next(
                MessageUpdateEvent.class, event -> event.getMessageId().equals(poll.getId()));
    }

    private void emoji() throws Exception {
        GuildEmoji emoji = bot.guild()
                .createEmoji("anvil", Image.ofRaw(Picture.bytes(), Image.Format.PNG))
                .block();
        check(
                "it is told",
                bot.arrivals.next(EmojisUpdateEvent.class).getEmojis().stream()
                        .anyMatch(each -> each.getId().equals(emoji.getId())));
        Message sent = bot.write("to be forged");
        sent.addReaction(Emoji.custom(emoji.getId(), emoji.getName(), false)).block();
        ReactionAddEvent reacted = bot.arrivals.next(
                ReactionAddEvent.class, event -> event.getMessageId().equals(sent.getId()));
        equal(
                reacted.getEmoji().asEmojiData().id().orElseThrow().asString(),
                emoji.getId().asString());
        emoji.delete().block();
    }

    private void limits() throws Exception {
        Scenes.untilLimited(content -> Mono.from(bot.channel().createMessage(content))
                .map(Message::getContent)
                .toFuture());
    }
}
