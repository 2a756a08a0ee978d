//! Steps with more than one session: others' presence, cuts, shards, and what a session may not see.

use std::rc::Rc;

use serde_json::json;
use serenity::all::{ActivityData, ChannelId, Event, GatewayIntents, OnlineStatus};
use support::{stage, steps, steps::Step};

use crate::{Bot, CHANNEL, GUILD, SECOND_BOT, messages::written, session::Session};

pub fn steps() -> Vec<Step<Bot>> {
    steps![presence, hidden, resume, intents, shards]
}

async fn second(intents: GatewayIntents) -> Session {
    Session::open(&stage::of::<String>("BOT_TOKEN_2"), intents, 1).await
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
    let second = second(GatewayIntents::all()).await;
    let mut events = bot.session().listen();
    CHANNEL.broadcast_typing(&second.http).await.unwrap();
    events
        .next("the typing", |event| match event {
            Event::TypingStart(typing) if typing.user_id == *SECOND_BOT => Some(()),
            _ => None,
        })
        .await;
    second
        .shard()
        .set_presence(Some(ActivityData::playing("the hall")), OnlineStatus::Idle);
    let (status, name) = events
        .next("the presence", |event| match event {
            Event::PresenceUpdate(updated) if updated.presence.user.id == *SECOND_BOT => Some((
                updated.presence.status,
                updated.presence.activities.first()?.name.clone(),
            )),
            _ => None,
        })
        .await;
    assert_eq!((status, name.as_str()), (OnlineStatus::Idle, "the hall"));
    second.close().await;
}

async fn hidden(_: Rc<Bot>) {
    let second = second(GatewayIntents::all()).await;
    let mut events = second.listen();
    let channel: ChannelId = stage::make("hide").await;
    stage::say(channel, "behind closed doors").await;
    stage::say(*CHANNEL, "in the open").await;
    let last = |content: &String| content == "in the open";
    assert_eq!(events.through("the open message", content, last).await, ["in the open"]);
    second.close().await;
}

async fn resume(bot: Rc<Bot>) {
    let mut events = bot.session().listen();
    let mut resumed = bot.session().listen();
    stage::count(0, 5).await;
    stage::ask("cut", json!({})).await;
    stage::count(5, 15).await;
    resumed
        .next("RESUMED", |event| matches!(event, Event::Resumed(_)).then_some(()))
        .await;
    stage::count(15, 20).await;
    let all = events
        .through("the last message", number, |content| content == "number 19")
        .await;
    assert_eq!(all, stage::numbers(20));
}

async fn intents(_: Rc<Bot>) {
    let second = second(GatewayIntents::all() - GatewayIntents::MESSAGE_CONTENT).await;
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
    second.close().await;
}

async fn shards(bot: Rc<Bot>) {
    bot.session().close().await;
    let both = Session::open(&stage::of::<String>("BOT_TOKEN"), GatewayIntents::all(), 2).await;
    let here = ((GUILD.get() >> 22) % 2) as usize;
    let (mut events, mut elsewhere) = (both.listen_to(here), both.listen_to(1 - here));
    stage::count(0, 3).await;
    let all = events
        .through("the last message", number, |content| content == "number 2")
        .await;
    assert_eq!(all, stage::numbers(3));
    assert!(elsewhere.rest(content).is_empty(), "the other shard hears it too");
    both.close().await;
}
