//! Steps with messages.

use std::rc::Rc;

use serde_json::{Value, json};
use support::{stage, steps, steps::Step};
use twilight_gateway::Event;
use twilight_http::{api_error::ApiError, error::ErrorType, request::channel::reaction::RequestReactionType};
use twilight_model::{
    channel::{
        Message,
        message::{
            Component, Embed, EmojiReactionType,
            component::{ActionRow, Button, ButtonStyle},
            embed::EmbedField,
        },
    },
    http::attachment::Attachment,
    id::{Id, marker::MessageMarker},
    util::Timestamp,
};

use crate::{BOT, Bot, CHANNEL, GUILD, OWNER};

pub fn steps() -> Vec<Step<Bot>> {
    steps![
        send, hear, edit, react, reply, delete, history, upload, pins, direct, refused
    ]
}

pub async fn write(bot: &Bot, content: &str) -> Message {
    bot.http
        .create_message(*CHANNEL)
        .content(content)
        .await
        .unwrap()
        .model()
        .await
        .unwrap()
}

/// What the API says when it refuses.
pub fn refusal(error: twilight_http::Error) -> (u64, Value) {
    match error.into_parts() {
        (
            ErrorType::Response {
                body,
                error: ApiError::General(general),
                ..
            },
            _,
        ) => (general.code, serde_json::from_slice(&body).unwrap()),
        other => panic!("it was not refused but failed: {other:?}"),
    }
}

/// A message of a guild that is accepted.
pub fn written(accepts: impl Fn(&Message) -> bool) -> impl Fn(&Event) -> Option<Message> {
    move |event| match event {
        Event::MessageCreate(created) if created.guild_id.is_some() && accepts(created) => Some((***created).clone()),
        _ => None,
    }
}

async fn send(bot: Rc<Bot>) {
    let mut events = bot.session.listen();
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
    let mut events = bot.session.listen();
    stage::say(*CHANNEL, "from a person").await;
    let received = events
        .next("the message", written(|message| message.author.id == *OWNER))
        .await;
    assert_eq!(received.content, "from a person");
    assert!(!received.author.bot, "the person is a bot");
}

async fn edit(bot: Rc<Bot>) {
    let message = write(&bot, "to be edited").await;
    let mut events = bot.session.listen();
    bot.http
        .update_message(*CHANNEL, message.id)
        .content(Some("edited"))
        .await
        .unwrap();
    let after = events
        .next("the edit", |event| match event {
            Event::MessageUpdate(updated) if updated.id == message.id => Some(updated.0.clone()),
            _ => None,
        })
        .await;
    assert_eq!(after.content, "edited");
    assert!(after.edited_timestamp.is_some(), "it does not say when");
}

async fn react(bot: Rc<Bot>) {
    let message = write(&bot, "to be liked").await;
    let mut events = bot.session.listen();
    let thumb = RequestReactionType::Unicode { name: "👍" };
    bot.http.create_reaction(*CHANNEL, message.id, &thumb).await.unwrap();
    let reaction = events
        .next("the reaction", |event| match event {
            Event::ReactionAdd(added) if added.message_id == message.id => Some(added.0.clone()),
            _ => None,
        })
        .await;
    assert_eq!(
        reaction.emoji,
        EmojiReactionType::Unicode {
            name: "👍".to_owned()
        }
    );
    assert_eq!(reaction.user_id, *BOT);
    bot.http
        .delete_current_user_reaction(*CHANNEL, message.id, &thumb)
        .await
        .unwrap();
    events
        .next("the end of the reaction", |event| match event {
            Event::ReactionRemove(removed) if removed.message_id == message.id => Some(()),
            _ => None,
        })
        .await;
}

async fn reply(bot: Rc<Bot>) {
    let message = write(&bot, "to be answered").await;
    let field = EmbedField {
        inline: false,
        name: "a".to_owned(),
        value: "b".to_owned(),
    };
    let embed = Embed {
        author: None,
        color: Some(0x336699),
        description: Some("Text".to_owned()),
        fields: vec![field],
        flags: None,
        footer: None,
        image: None,
        kind: "rich".to_owned(),
        provider: None,
        thumbnail: None,
        timestamp: Some(Timestamp::from_secs(1_700_000_000).unwrap()),
        title: Some("Title".to_owned()),
        url: None,
        video: None,
    };
    let button = Button {
        id: None,
        custom_id: Some("press".to_owned()),
        disabled: false,
        emoji: None,
        label: Some("Press".to_owned()),
        style: ButtonStyle::Primary,
        url: None,
        sku_id: None,
    };
    let row = Component::ActionRow(ActionRow {
        id: None,
        components: vec![Component::Button(button)],
    });
    let answer = bot
        .http
        .create_message(*CHANNEL)
        .embeds(&[embed])
        .components(&[row])
        .reply(message.id)
        .await;
    let answer = answer.unwrap().model().await.unwrap();
    assert_eq!(answer.reference.unwrap().message_id, Some(message.id));
    assert_eq!(answer.embeds[0].title.as_deref(), Some("Title"));
    assert_eq!(answer.embeds[0].timestamp.unwrap().as_secs(), 1_700_000_000);
    assert_eq!(answer.embeds[0].fields[0].value, "b");
    let Component::ActionRow(row) = &answer.components[0] else {
        panic!("it is no row")
    };
    let Component::Button(button) = &row.components[0] else {
        panic!("it is no button")
    };
    assert_eq!(button.custom_id.as_deref(), Some("press"));
}

async fn delete(bot: Rc<Bot>) {
    let message = write(&bot, "to be deleted").await;
    let mut events = bot.session.listen();
    bot.http.delete_message(*CHANNEL, message.id).await.unwrap();
    events
        .next("the deletion", |event| match event {
            Event::MessageDelete(deleted) if deleted.id == message.id => Some(()),
            _ => None,
        })
        .await;
    assert_eq!(
        refusal(bot.http.message(*CHANNEL, message.id).await.unwrap_err()).0,
        10008
    );
}

async fn history(bot: Rc<Bot>) {
    let mut sent = Vec::new();
    for content in stage::numbers(12) {
        sent.push(write(&bot, &content).await.id);
    }
    let ids = |messages: Vec<Message>| messages.iter().map(|message| message.id).collect::<Vec<_>>();
    let turned = |ids: &[Id<MessageMarker>]| ids.iter().rev().copied().collect::<Vec<_>>();
    let earlier = bot
        .http
        .channel_messages(*CHANNEL)
        .before(sent[10])
        .limit(5)
        .await
        .unwrap()
        .model()
        .await
        .unwrap();
    assert_eq!(ids(earlier), turned(&sent[5..10]));
    let later = bot
        .http
        .channel_messages(*CHANNEL)
        .after(sent[2])
        .limit(5)
        .await
        .unwrap()
        .model()
        .await
        .unwrap();
    assert_eq!(ids(later), turned(&sent[3..8]));
    let around = bot
        .http
        .channel_messages(*CHANNEL)
        .around(sent[6])
        .limit(3)
        .await
        .unwrap()
        .model()
        .await
        .unwrap();
    assert!(ids(around).contains(&sent[6]), "the one in the middle is missing");
    let mut events = bot.session.listen();
    bot.http.delete_messages(*CHANNEL, &sent[..10]).await.unwrap();
    let gone = events
        .next("the deletion", |event| match event {
            Event::MessageDeleteBulk(deleted) => Some(deleted.ids.len()),
            _ => None,
        })
        .await;
    assert_eq!(gone, 10);
}

async fn upload(bot: Rc<Bot>) {
    let file = Attachment::from_bytes("note.txt".to_owned(), b"file content".to_vec(), 0);
    let sent = bot
        .http
        .create_message(*CHANNEL)
        .attachments(&[file])
        .await
        .unwrap()
        .model()
        .await
        .unwrap();
    assert_eq!(sent.attachments[0].filename, "note.txt");
    assert_eq!(sent.attachments[0].size, 12);
    let content = reqwest::get(&sent.attachments[0].url)
        .await
        .unwrap()
        .bytes()
        .await
        .unwrap();
    assert_eq!(&content[..], b"file content");
}

async fn pins(bot: Rc<Bot>) {
    let message = write(&bot, "worth keeping").await.id;
    let pinned = async || {
        let pins = bot.http.pins(*CHANNEL).await.unwrap().model().await.unwrap();
        pins.items.iter().any(|pin| pin.message.id == message)
    };
    bot.http.create_pin(*CHANNEL, message).await.unwrap();
    assert!(pinned().await, "it is not pinned");
    bot.http.delete_pin(*CHANNEL, message).await.unwrap();
    assert!(!pinned().await, "it is still pinned");
}

async fn direct(bot: Rc<Bot>) {
    let channel = bot
        .http
        .create_private_channel(*OWNER)
        .await
        .unwrap()
        .model()
        .await
        .unwrap()
        .id;
    bot.http
        .create_message(channel)
        .content("a private word")
        .await
        .unwrap();
    let mut events = bot.session.listen();
    stage::say(channel, "an answer").await;
    let answer = events
        .next("the answer", |event| match event {
            Event::MessageCreate(created) if created.channel_id == channel && created.author.id == *OWNER => {
                Some(created.content.clone())
            }
            _ => None,
        })
        .await;
    assert_eq!(answer, "an answer");
}

/// The library counts what it sends itself, but not what it is given as a whole.
async fn refused(bot: Rc<Bot>) {
    let long = json!({"content": "x".repeat(2001)}).to_string();
    let (code, body) = refusal(
        bot.http
            .create_message(*CHANNEL)
            .payload_json(long.as_bytes())
            .await
            .unwrap_err(),
    );
    assert_eq!(code, 50035);
    assert!(body["errors"]["content"].is_object(), "it does not say which field");
}
