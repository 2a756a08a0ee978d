//! serenity.

mod guild;
mod messages;
mod people;
mod posts;
mod session;
mod sessions;

use std::{rc::Rc, sync::LazyLock};

use serenity::all::{ChannelId, GatewayIntents, GuildId, RoleId, UserId};
use support::{
    stage, steps,
    steps::{Step, take, until, without},
};
use tokio::sync::OnceCell;

use session::Session;

static GUILD: LazyLock<GuildId> = LazyLock::new(|| stage::of("GUILD_ID"));
static CHANNEL: LazyLock<ChannelId> = LazyLock::new(|| stage::of("CHANNEL_ID"));
static VOICE: LazyLock<ChannelId> = LazyLock::new(|| stage::of("VOICE_CHANNEL_ID"));
static OWNER: LazyLock<UserId> = LazyLock::new(|| stage::of("OWNER_ID"));
static BOT: LazyLock<UserId> = LazyLock::new(|| stage::of("BOT_ID"));
static SECOND_BOT: LazyLock<UserId> = LazyLock::new(|| stage::of("BOT_ID_2"));

/// The first bot, once it has connected.
#[derive(Default)]
struct Bot(OnceCell<Session>);

impl Bot {
    fn session(&self) -> &Session {
        self.0.get().expect("it never became ready")
    }
}

async fn ready(bot: Rc<Bot>) {
    let session = bot
        .0
        .get_or_init(|| async { Session::open(&stage::of::<String>("BOT_TOKEN"), GatewayIntents::all(), 1).await });
    let cache = session.await.cache.clone();
    assert_eq!(cache.current_user().id, *BOT);
    {
        let guild = cache.guild(*GUILD).unwrap();
        assert_eq!(guild.owner_id, *OWNER);
        assert!(guild.channels.contains_key(&CHANNEL), "the channel is missing");
        assert!(
            guild.roles.contains_key(&RoleId::new(GUILD.get())),
            "everybody has no role"
        );
        assert!(
            guild.member_permissions(&guild.members[&*BOT]).administrator(),
            "it is no administrator"
        );
    }
    until("the owner is there", || {
        cache.guild(*GUILD).unwrap().members.contains_key(&OWNER)
    })
    .await;
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut steps: Vec<Step<Bot>> = steps![ready];
    steps.extend(messages::steps());
    steps.extend(guild::steps());
    steps.extend(people::steps());
    steps.extend(posts::steps());
    steps.extend(sessions::steps());
    without("limits", "its own rate limiter knows no proxy");
    take(Rc::new(Bot::default()), steps).await;
}
