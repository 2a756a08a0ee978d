//! twilight.

mod guild;
mod messages;
mod people;
mod posts;
mod session;
mod sessions;

use std::{rc::Rc, sync::LazyLock};

use support::{
    stage, steps,
    steps::{Step, take},
};
use twilight_gateway::{Event, Intents, ShardId};
use twilight_http::Client;
use twilight_model::{
    gateway::payload::incoming::GuildCreate,
    id::{
        Id,
        marker::{ApplicationMarker, ChannelMarker, GuildMarker, UserMarker},
    },
};

use session::{Session, client};

static GUILD: LazyLock<Id<GuildMarker>> = LazyLock::new(|| stage::of("GUILD_ID"));
static CHANNEL: LazyLock<Id<ChannelMarker>> = LazyLock::new(|| stage::of("CHANNEL_ID"));
static VOICE: LazyLock<Id<ChannelMarker>> = LazyLock::new(|| stage::of("VOICE_CHANNEL_ID"));
static OWNER: LazyLock<Id<UserMarker>> = LazyLock::new(|| stage::of("OWNER_ID"));
static BOT: LazyLock<Id<UserMarker>> = LazyLock::new(|| stage::of("BOT_ID"));
static SECOND_BOT: LazyLock<Id<UserMarker>> = LazyLock::new(|| stage::of("BOT_ID_2"));

/// The first bot, connected.
struct Bot {
    http: Client,
    session: Session,
    application: Id<ApplicationMarker>,
}

async fn ready(bot: Rc<Bot>) {
    let mut events = bot.session.listen();
    let (user, guilds) = events
        .next("READY", |event| match event {
            Event::Ready(ready) => Some((
                ready.user.id,
                ready.guilds.iter().map(|guild| guild.id).collect::<Vec<_>>(),
            )),
            _ => None,
        })
        .await;
    assert_eq!(user, *BOT);
    assert!(guilds.contains(&GUILD), "its guild is not in READY");
    let guild = events.next("the guild", available).await;
    assert_eq!(guild.owner_id, *OWNER);
    assert!(
        guild.channels.iter().any(|channel| channel.id == *CHANNEL),
        "the channel is missing"
    );
    assert!(
        guild.roles.iter().any(|role| role.id == GUILD.cast()),
        "everybody has no role"
    );
    let me = guild
        .members
        .iter()
        .find(|member| member.user.id == *BOT)
        .expect("it is no member");
    assert!(!me.roles.is_empty(), "it has no role");
    assert!(
        guild.members.iter().any(|member| member.user.id == *OWNER),
        "the owner is no member"
    );
}

/// The whole guild, once it comes.
fn available(event: &Event) -> Option<twilight_model::guild::Guild> {
    match event {
        Event::GuildCreate(created) => match &**created {
            GuildCreate::Available(guild) if guild.id == *GUILD => Some(guild.clone()),
            _ => None,
        },
        _ => None,
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let token: String = stage::of("BOT_TOKEN");
    let http = client(&token);
    let application = http.current_user_application().await.unwrap().model().await.unwrap().id;
    let session = Session::of(&token, ShardId::ONE, Intents::all());
    let mut steps: Vec<Step<Bot>> = steps![ready];
    steps.extend(messages::steps());
    steps.extend(guild::steps());
    steps.extend(people::steps());
    steps.extend(posts::steps());
    steps.extend(sessions::steps());
    take(
        Rc::new(Bot {
            http,
            session,
            application,
        }),
        steps,
    )
    .await;
}
