//! Steps with threads, webhooks, polls and emojis, and with more than may be sent at once.

use std::rc::Rc;

use serde_json::json;
use support::{
    stage::{self, PICTURE},
    steps,
    steps::{Step, until_limited},
};
use twilight_gateway::Event;
use twilight_http::request::channel::reaction::RequestReactionType;
use twilight_model::{
    channel::{ChannelType, message::EmojiReactionType, thread::AutoArchiveDuration},
    poll::Poll,
};

use crate::{
    Bot, CHANNEL, GUILD, OWNER,
    messages::{write, written},
};

pub fn steps() -> Vec<Step<Bot>> {
    steps![threads, forum, webhook, poll, emoji, limits]
}

async fn threads(bot: Rc<Bot>) {
    let message = write(&bot, "to be talked about").await;
    let mut events = bot.session.listen();
    let thread = bot
        .http
        .create_thread_from_message(*CHANNEL, message.id, "talk")
        .auto_archive_duration(AutoArchiveDuration::Hour)
        .await
        .unwrap()
        .model()
        .await
        .unwrap();
    assert_eq!(thread.parent_id, Some(*CHANNEL));
    events
        .next("the thread", |event| match event {
            Event::ThreadCreate(created) if created.id == thread.id => Some(()),
            _ => None,
        })
        .await;
    stage::say(thread.id, "in the thread").await;
    let heard = events
        .next(
            "the message",
            written(|message| message.channel_id == thread.id && message.author.id == *OWNER),
        )
        .await;
    assert_eq!(heard.content, "in the thread");
    bot.http.update_thread(thread.id).archived(true).await.unwrap();
    events
        .next("the end", |event| match event {
            Event::ThreadUpdate(updated) if updated.id == thread.id => updated
                .thread_metadata
                .as_ref()
                .filter(|data| data.archived)
                .map(|_| ()),
            _ => None,
        })
        .await;
}

async fn forum(bot: Rc<Bot>) {
    let made = bot
        .http
        .create_guild_channel(*GUILD, "questions")
        .kind(ChannelType::GuildForum)
        .await
        .unwrap();
    let forum = made.model().await.unwrap().id;
    let mut events = bot.session.listen();
    let posted = bot
        .http
        .create_forum_thread(forum, "how")
        .message()
        .content("does it work?")
        .await
        .unwrap();
    let post = posted.model().await.unwrap().channel.id;
    events
        .next("the post", |event| match event {
            Event::ThreadCreate(created) if created.id == post => Some(()),
            _ => None,
        })
        .await;
    let messages = bot
        .http
        .channel_messages(post)
        .limit(5)
        .await
        .unwrap()
        .model()
        .await
        .unwrap();
    assert_eq!(messages[0].content, "does it work?");
    bot.http.delete_channel(forum).await.unwrap();
}

async fn webhook(bot: Rc<Bot>) {
    let made = bot.http.create_webhook(*CHANNEL, "herald").await.unwrap();
    let webhook = made.model().await.unwrap();
    let mut events = bot.session.listen();
    bot.http
        .execute_webhook(webhook.id, webhook.token.as_deref().expect("it has no token"))
        .content("hear ye")
        .username("crier")
        .await
        .unwrap();
    let message = events
        .next("the message", written(|message| message.webhook_id == Some(webhook.id)))
        .await;
    assert_eq!(message.content, "hear ye");
    assert_eq!(message.author.name, "crier");
    bot.http.delete_webhook(webhook.id).await.unwrap();
}

async fn poll(bot: Rc<Bot>) {
    let answers = [(1, "tea"), (2, "coffee")].map(|(id, text)| json!({"answer_id": id, "poll_media": {"text": text}}));
    let poll: Poll = serde_json::from_value(json!({
        "question": {"text": "What to drink?"}, "answers": answers, "allow_multiselect": false, "layout_type": 1,
        "expiry": null,
    }))
    .unwrap();
    let made = bot.http.create_message(*CHANNEL).poll(&poll).await.unwrap();
    let sent = made.model().await.unwrap();
    let asked = sent.poll.expect("there is no poll").question.text;
    assert_eq!(asked.as_deref(), Some("What to drink?"));
    let mut events = bot.session.listen();
    stage::ask("vote", json!({"channel": *CHANNEL, "message": sent.id, "answers": [2]})).await;
    let (answer, user) = events
        .next("the vote", |event| match event {
            Event::MessagePollVoteAdd(vote) if vote.message_id == sent.id => Some((vote.answer_id, vote.user_id)),
            _ => None,
        })
        .await;
    assert_eq!(answer, 2);
    assert_eq!(user, *OWNER);
    bot.http.end_poll(*CHANNEL, sent.id).await.unwrap();
    events
        .next("the end", |event| match event {
            Event::MessageUpdate(updated) if updated.id == sent.id => {
                let results = updated.poll.as_ref().and_then(|poll| poll.results.as_ref());
                results.filter(|results| results.is_finalized).map(|_| ())
            }
            _ => None,
        })
        .await;
}

async fn emoji(bot: Rc<Bot>) {
    let mut events = bot.session.listen();
    let picture = format!("data:image/png;base64,{PICTURE}");
    let made = bot.http.create_emoji(*GUILD, "anvil", &picture).await.unwrap();
    let emoji = made.model().await.unwrap().id;
    events
        .next("the emojis", |event| match event {
            Event::GuildEmojisUpdate(told) if told.emojis.iter().any(|each| each.id == emoji) => Some(()),
            _ => None,
        })
        .await;
    let message = write(&bot, "to be forged").await;
    let anvil = RequestReactionType::Custom {
        id: emoji,
        name: Some("anvil"),
    };
    bot.http.create_reaction(*CHANNEL, message.id, &anvil).await.unwrap();
    let reacted = events
        .next("the reaction", |event| match event {
            Event::ReactionAdd(added) if added.message_id == message.id => Some(added.emoji.clone()),
            _ => None,
        })
        .await;
    assert!(
        matches!(reacted, EmojiReactionType::Custom { id, .. } if id == emoji),
        "it is another"
    );
    bot.http.delete_emoji(*GUILD, emoji).await.unwrap();
}

async fn limits(bot: Rc<Bot>) {
    until_limited(|content| {
        let bot = bot.clone();
        async move { write(&bot, &content).await.content }
    })
    .await;
}
