//! Steps with more than one session: others' presence, cuts, shards, and what a session may not see.

use std::rc::Rc;

use serde_json::json;
use support::{stage, steps, steps::Step};
use twilight_gateway::{Event, Intents, ShardId};
use twilight_model::{
    gateway::{
        payload::outgoing::UpdatePresence,
        presence::{Activity, ActivityType, MinimalActivity, Status},
    },
    id::{Id, marker::ChannelMarker},
};

use crate::{
    Bot, CHANNEL, GUILD, SECOND_BOT,
    messages::written,
    session::{Session, client},
};

pub fn steps() -> Vec<Step<Bot>> {
    steps![presence, hidden, resume, intents, shards]
}

fn second_token() -> String {
    stage::of("BOT_TOKEN_2")
}

async fn second(intents: Intents) -> Session {
    Session::open(&second_token(), ShardId::ONE, intents).await
}

/// What is said in guilds.
fn content(event: &Event) -> Option<String> {
    written(|_| true)(event).map(|message| message.content)
}

/// What the person counted; something said before may still have been on its way.
fn number(event: &Event) -> Option<String> {
    content(event).filter(|content| content.starts_with("number"))
}

async fn presence(bot: Rc<Bot>) {
    let second = second(Intents::all()).await;
    let mut events = bot.session.listen();
    client(&second_token()).create_typing_trigger(*CHANNEL).await.unwrap();
    events
        .next("the typing", |event| match event {
            Event::TypingStart(typing) if typing.user_id == *SECOND_BOT => Some(()),
            _ => None,
        })
        .await;
    let game = MinimalActivity {
        kind: ActivityType::Playing,
        name: "the hall".to_owned(),
        url: None,
    };
    let presence = UpdatePresence::new([Activity::from(game)], false, None, Status::Idle).unwrap();
    second.sender().command(&presence).unwrap();
    let (status, name) = events
        .next("the presence", |event| match event {
            Event::PresenceUpdate(updated) if updated.user.id() == *SECOND_BOT => {
                Some((updated.status, updated.activities.first()?.name.clone()))
            }
            _ => None,
        })
        .await;
    assert_eq!((status, name.as_str()), (Status::Idle, "the hall"));
    second.close();
}

async fn hidden(_: Rc<Bot>) {
    let second = second(Intents::all()).await;
    let mut events = second.listen();
    let channel: Id<ChannelMarker> = stage::make("hide").await;
    stage::say(channel, "behind closed doors").await;
    stage::say(*CHANNEL, "in the open").await;
    let last = |content: &String| content == "in the open";
    assert_eq!(events.through("the open message", content, last).await, ["in the open"]);
    second.close();
}

async fn resume(bot: Rc<Bot>) {
    let mut events = bot.session.listen();
    let mut resumed = bot.session.listen();
    let id = bot.session.id();
    stage::count(0, 5).await;
    stage::ask("cut", json!({})).await;
    stage::count(5, 15).await;
    resumed
        .next("RESUMED", |event| matches!(event, Event::Resumed).then_some(()))
        .await;
    stage::count(15, 20).await;
    let all = events
        .through("the last message", number, |content| content == "number 19")
        .await;
    assert_eq!(all, stage::numbers(20));
    assert_eq!(bot.session.id(), id);
}

async fn intents(_: Rc<Bot>) {
    let second = second(Intents::all() - Intents::MESSAGE_CONTENT).await;
    let mut events = second.listen();
    let mention = format!("for you <@{}>", *SECOND_BOT);
    stage::say(*CHANNEL, "not for bots").await;
    stage::say(*CHANNEL, &mention).await;
    assert_eq!(
        events
            .through("the mention", content, |content| *content == mention)
            .await,
        ["", &mention]
    );
    second.close();
}

async fn shards(bot: Rc<Bot>) {
    bot.session.close();
    let token: String = stage::of("BOT_TOKEN");
    let here = ((GUILD.get() >> 22) % 2) as u32;
    let with = Session::open(&token, ShardId::new(here, 2), Intents::all()).await;
    let without = Session::of(&token, ShardId::new(1 - here, 2), Intents::all());
    let mut elsewhere = without.listen();
    elsewhere
        .next("READY", |event| matches!(event, Event::Ready(_)).then_some(()))
        .await;
    let mut events = with.listen();
    stage::count(0, 3).await;
    let all = events
        .through("the last message", number, |content| content == "number 2")
        .await;
    assert_eq!(all, stage::numbers(3));
    assert!(elsewhere.rest(content).is_empty(), "the other shard hears it too");
    with.close();
    without.close();
}
