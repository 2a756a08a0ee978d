//! Steps with what a guild is made of.

use std::rc::Rc;

use serde_json::json;
use serenity::{
    all::{
        ChannelType, ChunkGuildFilter, Command, CommandOptionType, CreateChannel, CreateCommand, CreateCommandOption,
        EditChannel, EditMember, EditProfile, EditRole, Event, GuildChannel, GuildId, PermissionOverwrite,
        PermissionOverwriteType, Permissions, RoleId, UserId,
    },
    model::guild::Member,
};
use support::{stage, steps, steps::Step};
use tokio_tungstenite::tungstenite;

use crate::{BOT, Bot, GUILD, OWNER, VOICE};

pub fn steps() -> Vec<Step<Bot>> {
    steps![channels, roles, members, voice, guilds, account, commands]
}

fn updated(event: &Event) -> Option<GuildChannel> {
    match event {
        Event::ChannelUpdate(updated) => Some(updated.channel.clone()),
        _ => None,
    }
}

async fn channels(bot: Rc<Bot>) {
    let http = &bot.session().http;
    let mut events = bot.session().listen();
    let category = CreateChannel::new("Trades").kind(ChannelType::Category);
    let category = GUILD.create_channel(http, category).await.unwrap().id;
    let workshop = CreateChannel::new("workshop").topic("tools").category(category);
    let mut workshop = GUILD.create_channel(http, workshop).await.unwrap();
    assert_eq!(workshop.parent_id, Some(category));
    let id = workshop.id;
    let created = events
        .next("the channel", |event| match event {
            Event::ChannelCreate(created) if created.channel.id == id => Some(created.channel.clone()),
            _ => None,
        })
        .await;
    assert_eq!(created.topic.as_deref(), Some("tools"));
    workshop.edit(http, EditChannel::new().topic("hammers")).await.unwrap();
    events
        .next("the change", |event| {
            updated(event).filter(|channel| channel.topic.as_deref() == Some("hammers"))
        })
        .await;
    let overwrite = PermissionOverwrite {
        allow: Permissions::empty(),
        deny: Permissions::SEND_MESSAGES,
        kind: PermissionOverwriteType::Role(RoleId::new(GUILD.get())),
    };
    id.create_permission(http, overwrite.clone()).await.unwrap();
    let overwrites = events.next("the overwrite", |event| {
        updated(event)
            .map(|channel| channel.permission_overwrites)
            .filter(|all| !all.is_empty())
    });
    assert_eq!(overwrites.await[0].deny, overwrite.deny);
    id.delete(http).await.unwrap();
    events
        .next("the deletion", |event| match event {
            Event::ChannelDelete(deleted) if deleted.channel.id == id => Some(()),
            _ => None,
        })
        .await;
    category.delete(http).await.unwrap();
    let speech = CreateChannel::new("speech").kind(ChannelType::Voice);
    let speech = GUILD.create_channel(http, speech).await.unwrap();
    assert_eq!(speech.bitrate, Some(64000));
    speech.id.delete(http).await.unwrap();
}

async fn roles(bot: Rc<Bot>) {
    let http = &bot.session().http;
    let mut events = bot.session().listen();
    let role = EditRole::new()
        .name("mason")
        .colour(0xff8800)
        .hoist(true)
        .permissions(Permissions::KICK_MEMBERS);
    let role = GUILD.create_role(http, role).await.unwrap().id;
    let created = events
        .next("the role", |event| match event {
            Event::GuildRoleCreate(created) if created.role.id == role => Some(created.role.clone()),
            _ => None,
        })
        .await;
    assert_eq!(created.colour.0, 0xff8800);
    GUILD
        .edit_role(http, role, EditRole::new().name("master mason"))
        .await
        .unwrap();
    let name = events
        .next("the change", |event| match event {
            Event::GuildRoleUpdate(updated) if updated.role.id == role => Some(updated.role.name.clone()),
            _ => None,
        })
        .await;
    assert_eq!(name, "master mason");
    http.add_member_role(*GUILD, *OWNER, role, None).await.unwrap();
    events
        .next("the member", |event| match event {
            Event::GuildMemberUpdate(updated) if updated.user.id == *OWNER && updated.roles.contains(&role) => Some(()),
            _ => None,
        })
        .await;
    http.remove_member_role(*GUILD, *OWNER, role, None).await.unwrap();
    GUILD.delete_role(http, role).await.unwrap();
    events
        .next("the deletion", |event| match event {
            Event::GuildRoleDelete(deleted) if deleted.role_id == role => Some(()),
            _ => None,
        })
        .await;
}

async fn chunk(bot: &Bot, filter: ChunkGuildFilter) -> Vec<Member> {
    let mut events = bot.session().listen();
    bot.session().shard().chunk_guild(*GUILD, Some(5), false, filter, None);
    events
        .next("the members", |event| match event {
            Event::GuildMembersChunk(chunk) => Some(chunk.members.values().cloned().collect()),
            _ => None,
        })
        .await
}

async fn members(bot: Rc<Bot>) {
    let http = &bot.session().http;
    let mut events = bot.session().listen();
    let guest = stage::ask("guest", json!({})).await;
    let id = events
        .next("the guest", |event| match event {
            Event::GuildMemberAdd(added) => Some(added.member.user.id),
            _ => None,
        })
        .await;
    assert_eq!(json!(id), guest["id"]);
    let name = guest["username"].as_str().unwrap().to_owned();
    assert_eq!(chunk(&bot, ChunkGuildFilter::Query(name)).await.len(), 1);
    assert_eq!(chunk(&bot, ChunkGuildFilter::UserIds(vec![*OWNER, id])).await.len(), 2);
    GUILD
        .edit_member(http, id, EditMember::new().nickname("Visitor"))
        .await
        .unwrap();
    let nick = events
        .next("the name", |event| match event {
            Event::GuildMemberUpdate(updated) if updated.user.id == id => Some(updated.nick.clone()),
            _ => None,
        })
        .await;
    assert_eq!(nick.as_deref(), Some("Visitor"));
    banned(&bot, id).await;
}

async fn banned(bot: &Bot, id: UserId) {
    let http = &bot.session().http;
    let (mut bans, mut leaving) = (bot.session().listen(), bot.session().listen());
    GUILD.ban_with_reason(http, id, 0, "a test").await.unwrap();
    bans.next("the ban", |event| match event {
        Event::GuildBanAdd(added) if added.user.id == id => Some(()),
        _ => None,
    })
    .await;
    leaving
        .next("the leaving", |event| match event {
            Event::GuildMemberRemove(removed) if removed.user.id == id => Some(()),
            _ => None,
        })
        .await;
    assert_eq!(
        GUILD.get_ban(http, id).await.unwrap().unwrap().reason.as_deref(),
        Some("a test")
    );
    GUILD.unban(http, id).await.unwrap();
    // The library makes nothing of the code for an unknown ban, and fails at every other.
    assert!(
        GUILD.get_ban(http, id).await.unwrap().is_none(),
        "the ban is still there"
    );
}

/// The library leaves voice to another, which sends this as it is.
async fn voice(bot: Rc<Bot>) {
    let mut events = bot.session().listen();
    let go = |channel, mute| {
        let state = json!({
            "op": 4,
            "d": {"guild_id": *GUILD, "channel_id": channel, "self_mute": mute, "self_deaf": false},
        });
        bot.session()
            .shard()
            .websocket_message(tungstenite::Message::Text(state.to_string()));
    };
    let mut state = async |what| {
        events
            .next(what, |event| match event {
                Event::VoiceStateUpdate(updated) if updated.voice_state.user_id == *BOT => {
                    Some((updated.voice_state.channel_id, updated.voice_state.self_mute))
                }
                _ => None,
            })
            .await
    };
    go(Some(*VOICE), true);
    assert_eq!(state("the state").await, (Some(*VOICE), true));
    go(None, false);
    assert_eq!(state("the leaving").await.0, None);
}

async fn guilds(bot: Rc<Bot>) {
    let mut events = bot.session().listen();
    let made: GuildId = stage::make("found").await;
    events
        .next("the guild", |event| match event {
            Event::GuildCreate(created) if created.guild.id == made => Some(()),
            _ => None,
        })
        .await;
    stage::ask("dissolve", json!({"guild": made})).await;
    events
        .next("the end", |event| match event {
            Event::GuildDelete(deleted) if deleted.guild.id == made => Some(()),
            _ => None,
        })
        .await;
}

async fn account(bot: Rc<Bot>) {
    let http = &bot.session().http;
    let name = format!("renamed{}", BOT.get() % 100_000);
    let mut user = http.get_current_user().await.unwrap();
    user.edit(http, EditProfile::new().username(&name)).await.unwrap();
    assert_eq!(http.get_current_user().await.unwrap().name, name);
    assert_eq!(http.get_current_application_info().await.unwrap().id.get(), BOT.get());
    let guilds = http.get_guilds(None, None).await.unwrap();
    assert!(guilds.iter().any(|guild| guild.id == *GUILD), "its guild is not listed");
}

async fn commands(bot: Rc<Bot>) {
    let http = &bot.session().http;
    let ping = CreateCommand::new("ping").description("Answers");
    assert_eq!(
        Command::set_global_commands(http, vec![ping]).await.unwrap()[0].name,
        "ping"
    );
    let sides = CreateCommandOption::new(CommandOptionType::Integer, "sides", "How many sides the dice have");
    let roll = CreateCommand::new("roll")
        .description("Rolls dice")
        .add_option(sides.max_int_value(100));
    GUILD.create_command(http, roll).await.unwrap();
    let kept = GUILD.get_commands(http).await.unwrap();
    assert_eq!(
        kept[0].options[0].max_value.as_ref().and_then(|most| most.as_u64()),
        Some(100)
    );
    GUILD.delete_command(http, kept[0].id).await.unwrap();
    assert!(GUILD.get_commands(http).await.unwrap().is_empty());
}
