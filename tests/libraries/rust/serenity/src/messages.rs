//! Steps with messages.

use std::{rc::Rc, time::Duration};

use serenity::{
    all::{
        CreateActionRow, CreateAttachment, CreateButton, CreateEmbed, CreateMessage, EditMessage, ErrorResponse, Event,
        GetMessages, Message, MessageId, ReactionType,
    },
    http::{HttpError, StatusCode},
    model::application::{ActionRowComponent, ButtonKind},
};
use support::{stage, steps, steps::Step};

use crate::{BOT, Bot, CHANNEL, GUILD, OWNER};

pub fn steps() -> Vec<Step<Bot>> {
    steps![
        send, hear, edit, react, reply, delete, history, upload, pins, direct, refused
    ]
}

pub async fn write(bot: &Bot, content: &str) -> Message {
    send_to_channel(bot, CreateMessage::new().content(content)).await
}

pub async fn send_to_channel(bot: &Bot, message: CreateMessage) -> Message {
    let http = &bot.session().http;
    patiently(async || CHANNEL.send_message(http, message.clone()).await)
        .await
        .unwrap()
}

/// Without the library's rate limiter a request may come too early; then it is made again later.
async fn patiently<T>(request: impl AsyncFn() -> serenity::Result<T>) -> serenity::Result<T> {
    loop {
        match request().await {
            Err(serenity::Error::Http(HttpError::UnsuccessfulRequest(early)))
                if early.status_code == StatusCode::TOO_MANY_REQUESTS =>
            {
                tokio::time::sleep(Duration::from_millis(250)).await;
            }
            result => return result,
        }
    }
}

/// What the API says when it refuses.
fn refusal(error: serenity::Error) -> ErrorResponse {
    match error {
        serenity::Error::Http(HttpError::UnsuccessfulRequest(refusal)) => refusal,
        other => panic!("it was not refused but failed: {other:?}"),
    }
}

/// A message of a guild that is accepted.
pub fn written(accepts: impl Fn(&Message) -> bool) -> impl Fn(&Event) -> Option<Message> {
    move |event| match event {
        Event::MessageCreate(created) if created.message.guild_id.is_some() && accepts(&created.message) => {
            Some(created.message.clone())
        }
        _ => None,
    }
}

async fn send(bot: Rc<Bot>) {
    let mut events = bot.session().listen();
    let sent = write(&bot, "hello there").await;
    let received = events
        .next("the message", written(|message| message.content == "hello there"))
        .await;
    assert_eq!(received.id, sent.id);
    assert_eq!(received.author.id, *BOT);
    assert_eq!(received.guild_id, Some(*GUILD));
    assert!(received.member.is_some(), "the author is no member");
}

async fn hear(bot: Rc<Bot>) {
    let mut events = bot.session().listen();
    stage::say(*CHANNEL, "from a person").await;
    let received = events
        .next("the message", written(|message| message.author.id == *OWNER))
        .await;
    assert_eq!(received.content, "from a person");
    assert!(!received.author.bot, "the person is a bot");
}

async fn edit(bot: Rc<Bot>) {
    let mut message = write(&bot, "to be edited").await;
    let mut events = bot.session().listen();
    message
        .edit(&bot.session().http, EditMessage::new().content("edited"))
        .await
        .unwrap();
    let after = events
        .next("the edit", |event| match event {
            Event::MessageUpdate(updated) if updated.id == message.id => Some(updated.clone()),
            _ => None,
        })
        .await;
    assert_eq!(after.content.as_deref(), Some("edited"));
    assert!(after.edited_timestamp.is_some(), "it does not say when");
}

async fn react(bot: Rc<Bot>) {
    let message = write(&bot, "to be liked").await;
    let mut events = bot.session().listen();
    let thumb = ReactionType::Unicode("👍".to_owned());
    message.react(&bot.session().http, thumb.clone()).await.unwrap();
    let reaction = events
        .next("the reaction", |event| match event {
            Event::ReactionAdd(added) if added.reaction.message_id == message.id => Some(added.reaction.clone()),
            _ => None,
        })
        .await;
    assert_eq!(reaction.emoji, thumb);
    assert_eq!(reaction.user_id, Some(*BOT));
    CHANNEL
        .delete_reaction(&bot.session().http, message.id, None, thumb)
        .await
        .unwrap();
    events
        .next("the end of the reaction", |event| match event {
            Event::ReactionRemove(removed) if removed.reaction.message_id == message.id => Some(()),
            _ => None,
        })
        .await;
}

async fn reply(bot: Rc<Bot>) {
    let message = write(&bot, "to be answered").await;
    let embed = CreateEmbed::new()
        .title("Title")
        .description("Text")
        .colour(0x336699)
        .field("a", "b", false);
    let row = CreateActionRow::Buttons(vec![CreateButton::new("press").label("Press")]);
    let answer = CreateMessage::new()
        .embed(embed)
        .components(vec![row])
        .reference_message(&message);
    let answer = send_to_channel(&bot, answer).await;
    assert_eq!(answer.message_reference.unwrap().message_id, Some(message.id));
    assert_eq!(answer.embeds[0].title.as_deref(), Some("Title"));
    assert_eq!(answer.embeds[0].fields[0].value, "b");
    let ActionRowComponent::Button(button) = &answer.components[0].components[0] else {
        panic!("it is no button")
    };
    let ButtonKind::NonLink { custom_id, .. } = &button.data else {
        panic!("it is a link")
    };
    assert_eq!(custom_id, "press");
}

async fn delete(bot: Rc<Bot>) {
    let message = write(&bot, "to be deleted").await;
    let mut events = bot.session().listen();
    message.delete(&bot.session().http).await.unwrap();
    events
        .next("the deletion", |event| match event {
            Event::MessageDelete(deleted) if deleted.message_id == message.id => Some(()),
            _ => None,
        })
        .await;
    let gone = CHANNEL.message(&bot.session().http, message.id).await.unwrap_err();
    assert_eq!(refusal(gone).error.code, 10008);
}

async fn history(bot: Rc<Bot>) {
    let mut sent = Vec::new();
    for content in stage::numbers(12) {
        sent.push(write(&bot, &content).await.id);
    }
    let page = async |what| {
        let messages = CHANNEL.messages(&bot.session().http, what).await.unwrap();
        messages.iter().map(|message| message.id).collect::<Vec<_>>()
    };
    let turned = |ids: &[MessageId]| ids.iter().rev().copied().collect::<Vec<_>>();
    assert_eq!(
        page(GetMessages::new().before(sent[10]).limit(5)).await,
        turned(&sent[5..10])
    );
    assert_eq!(
        page(GetMessages::new().after(sent[2]).limit(5)).await,
        turned(&sent[3..8])
    );
    let around = page(GetMessages::new().around(sent[6]).limit(3)).await;
    assert!(around.contains(&sent[6]), "the one in the middle is missing");
    let mut events = bot.session().listen();
    CHANNEL.delete_messages(&bot.session().http, &sent[..10]).await.unwrap();
    let gone = events
        .next("the deletion", |event| match event {
            Event::MessageDeleteBulk(deleted) => Some(deleted.ids.len()),
            _ => None,
        })
        .await;
    assert_eq!(gone, 10);
}

async fn upload(bot: Rc<Bot>) {
    let file = CreateAttachment::bytes(*b"file content", "note.txt");
    let sent = send_to_channel(&bot, CreateMessage::new().add_file(file)).await;
    assert_eq!(sent.attachments[0].filename, "note.txt");
    assert_eq!(sent.attachments[0].size, 12);
    assert_eq!(sent.attachments[0].download().await.unwrap(), b"file content");
}

async fn pins(bot: Rc<Bot>) {
    let http = &bot.session().http;
    let message = write(&bot, "worth keeping").await.id;
    let pinned = async || {
        CHANNEL
            .pins(http)
            .await
            .unwrap()
            .iter()
            .any(|pinned| pinned.id == message)
    };
    CHANNEL.pin(http, message).await.unwrap();
    assert!(pinned().await, "it is not pinned");
    CHANNEL.unpin(http, message).await.unwrap();
    assert!(!pinned().await, "it is still pinned");
}

async fn direct(bot: Rc<Bot>) {
    let http = &bot.session().http;
    let channel = OWNER.create_dm_channel(http).await.unwrap().id;
    channel.say(http, "a private word").await.unwrap();
    let mut events = bot.session().listen();
    stage::say(channel, "an answer").await;
    let answer = events
        .next("the answer", |event| match event {
            Event::MessageCreate(created)
                if created.message.channel_id == channel && created.message.author.id == *OWNER =>
            {
                Some(created.message.content.clone())
            }
            _ => None,
        })
        .await;
    assert_eq!(answer, "an answer");
}

/// The library counts what its models send, but not what is sent without them.
async fn refused(bot: Rc<Bot>) {
    let http = &bot.session().http;
    let long = CreateMessage::new().content("x".repeat(2001));
    let sent = patiently(async || http.send_message(*CHANNEL, Vec::new(), &long).await).await;
    let why = refusal(sent.unwrap_err()).error;
    assert_eq!(why.code, 50035);
    assert_eq!(why.errors[0].path, "content");
}
