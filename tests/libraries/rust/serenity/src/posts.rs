//! Steps with threads, webhooks, polls and emojis.

use std::{rc::Rc, time::Duration};

use serde_json::json;
use serenity::all::{
    AutoArchiveDuration, ChannelType, CreateChannel, CreateForumPost, CreateMessage, CreatePoll, CreatePollAnswer,
    CreateThread, CreateWebhook, EditThread, Event, ExecuteWebhook, GetMessages, ReactionType,
};
use support::{
    stage::{self, PICTURE},
    steps,
    steps::Step,
};

use crate::{
    Bot, CHANNEL, GUILD, OWNER,
    messages::{send_to_channel, write, written},
};

pub fn steps() -> Vec<Step<Bot>> {
    steps![threads, forum, webhook, poll, emoji]
}

async fn threads(bot: Rc<Bot>) {
    let http = &bot.session().http;
    let message = write(&bot, "to be talked about").await;
    let mut events = bot.session().listen();
    let talk = CreateThread::new("talk").auto_archive_duration(AutoArchiveDuration::OneHour);
    let thread = CHANNEL
        .create_thread_from_message(http, message.id, talk)
        .await
        .unwrap();
    assert_eq!(thread.parent_id, Some(*CHANNEL));
    events
        .next("the thread", |event| match event {
            Event::ThreadCreate(created) if created.thread.id == thread.id => Some(()),
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
    thread
        .id
        .edit_thread(http, EditThread::new().archived(true))
        .await
        .unwrap();
    events
        .next("the end", |event| match event {
            Event::ThreadUpdate(updated)
                if updated.thread.id == thread.id
                    && updated.thread.thread_metadata.is_some_and(|data| data.archived) =>
            {
                Some(())
            }
            _ => None,
        })
        .await;
}

async fn forum(bot: Rc<Bot>) {
    let http = &bot.session().http;
    let forum = CreateChannel::new("questions").kind(ChannelType::Forum);
    let forum = GUILD.create_channel(http, forum).await.unwrap().id;
    let mut events = bot.session().listen();
    let question = CreateForumPost::new("how", CreateMessage::new().content("does it work?"));
    let post = forum.create_forum_post(http, question).await.unwrap().id;
    events
        .next("the post", |event| match event {
            Event::ThreadCreate(created) if created.thread.id == post => Some(()),
            _ => None,
        })
        .await;
    let messages = post.messages(http, GetMessages::new().limit(5)).await.unwrap();
    assert_eq!(messages[0].content, "does it work?");
    forum.delete(http).await.unwrap();
}

async fn webhook(bot: Rc<Bot>) {
    let http = &bot.session().http;
    let webhook = CHANNEL
        .create_webhook(http, CreateWebhook::new("herald"))
        .await
        .unwrap();
    let mut events = bot.session().listen();
    let said = ExecuteWebhook::new().content("hear ye").username("crier");
    webhook.execute(http, true, said).await.unwrap();
    let message = events
        .next("the message", written(|message| message.webhook_id == Some(webhook.id)))
        .await;
    assert_eq!(message.content, "hear ye");
    assert_eq!(message.author.name, "crier");
    webhook.delete(http).await.unwrap();
}

async fn poll(bot: Rc<Bot>) {
    let http = &bot.session().http;
    let poll = CreatePoll::new()
        .question("What to drink?")
        .answers(
            ["tea", "coffee"]
                .map(|text| CreatePollAnswer::new().text(text))
                .to_vec(),
        )
        .duration(Duration::from_secs(3600));
    let sent = send_to_channel(&bot, CreateMessage::new().poll(poll)).await;
    let asked = sent.poll.expect("there is no poll").question.text;
    assert_eq!(asked.as_deref(), Some("What to drink?"));
    let mut events = bot.session().listen();
    stage::ask("vote", json!({"channel": *CHANNEL, "message": sent.id, "answers": [2]})).await;
    let (answer, user) = events
        .next("the vote", |event| match event {
            Event::MessagePollVoteAdd(vote) if vote.message_id == sent.id => Some((vote.answer_id, vote.user_id)),
            _ => None,
        })
        .await;
    assert_eq!(answer.get(), 2);
    assert_eq!(user, *OWNER);
    let ended = CHANNEL.end_poll(http, sent.id).await.unwrap();
    let results = ended.poll.and_then(|poll| poll.results).expect("there are no results");
    assert!(results.is_finalized, "it goes on");
}

async fn emoji(bot: Rc<Bot>) {
    let http = &bot.session().http;
    let mut events = bot.session().listen();
    let picture = format!("data:image/png;base64,{PICTURE}");
    let emoji = GUILD.create_emoji(http, "anvil", &picture).await.unwrap();
    events
        .next("the emojis", |event| match event {
            Event::GuildEmojisUpdate(told) if told.emojis.contains_key(&emoji.id) => Some(()),
            _ => None,
        })
        .await;
    let message = write(&bot, "to be forged").await;
    message.react(http, ReactionType::from(emoji.clone())).await.unwrap();
    let reacted = events
        .next("the reaction", |event| match event {
            Event::ReactionAdd(added) if added.reaction.message_id == message.id => Some(added.reaction.emoji.clone()),
            _ => None,
        })
        .await;
    assert!(
        matches!(reacted, ReactionType::Custom { id, .. } if id == emoji.id),
        "it is another"
    );
    GUILD.delete_emoji(http, emoji.id).await.unwrap();
}
