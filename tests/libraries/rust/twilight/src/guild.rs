//! Steps with what a guild is made of.

use std::rc::Rc;

use serde_json::json;
use support::{stage, steps, steps::Step};
use twilight_gateway::Event;
use twilight_http::request::AuditLogReason;
use twilight_model::{
    application::command::{Command, CommandOption, CommandOptionType, CommandOptionValue, CommandType},
    channel::{
        Channel, ChannelType,
        permission_overwrite::{PermissionOverwrite as Overwrite, PermissionOverwriteType as Kind},
    },
    gateway::payload::outgoing::{RequestGuildMembers, UpdateVoiceState},
    guild::{Member, Permissions},
    http::permission_overwrite::{PermissionOverwrite, PermissionOverwriteType},
    id::{
        Id,
        marker::{GuildMarker, UserMarker},
    },
};

use crate::{BOT, Bot, GUILD, OWNER, VOICE, messages::refusal};

pub fn steps() -> Vec<Step<Bot>> {
    steps![channels, roles, members, voice, guilds, account, commands]
}

/// A new channel of this kind.
async fn create(bot: &Bot, name: &str, kind: ChannelType) -> Channel {
    bot.http
        .create_guild_channel(*GUILD, name)
        .kind(kind)
        .await
        .unwrap()
        .model()
        .await
        .unwrap()
}

fn updated(event: &Event) -> Option<Channel> {
    match event {
        Event::ChannelUpdate(updated) => Some(updated.0.clone()),
        _ => None,
    }
}

async fn channels(bot: Rc<Bot>) {
    let mut events = bot.session.listen();
    let category = create(&bot, "Trades", ChannelType::GuildCategory).await.id;
    let workshop = bot
        .http
        .create_guild_channel(*GUILD, "workshop")
        .topic("tools")
        .parent_id(category)
        .await;
    let workshop = workshop.unwrap().model().await.unwrap();
    assert_eq!(workshop.parent_id, Some(category));
    let workshop = workshop.id;
    let created = events
        .next("the channel", |event| match event {
            Event::ChannelCreate(created) if created.id == workshop => Some(created.0.clone()),
            _ => None,
        })
        .await;
    assert_eq!(created.topic.as_deref(), Some("tools"));
    bot.http.update_channel(workshop).topic("hammers").await.unwrap();
    events
        .next("the change", |event| {
            updated(event).filter(|channel| channel.topic.as_deref() == Some("hammers"))
        })
        .await;
    let (id, deny) = (GUILD.cast(), Some(Permissions::SEND_MESSAGES));
    let overwrite = PermissionOverwrite {
        id,
        kind: PermissionOverwriteType::Role,
        allow: None,
        deny,
    };
    bot.http.update_channel_permission(workshop, &overwrite).await.unwrap();
    let overwrites = events.next("the overwrite", |event| {
        updated(event)?.permission_overwrites.filter(|all| !all.is_empty())
    });
    let expected = Overwrite {
        id,
        kind: Kind::Role,
        allow: Permissions::empty(),
        deny: Permissions::SEND_MESSAGES,
    };
    assert_eq!(overwrites.await, [expected]);
    bot.http.delete_channel(workshop).await.unwrap();
    events
        .next("the deletion", |event| match event {
            Event::ChannelDelete(deleted) if deleted.id == workshop => Some(()),
            _ => None,
        })
        .await;
    bot.http.delete_channel(category).await.unwrap();
    let speech = create(&bot, "speech", ChannelType::GuildVoice).await;
    assert_eq!(speech.bitrate, Some(64000));
    bot.http.delete_channel(speech.id).await.unwrap();
}

async fn roles(bot: Rc<Bot>) {
    let mut events = bot.session.listen();
    let role = bot.http.create_role(*GUILD).name("mason").color(0xff8800).hoist(true);
    let role = role
        .permissions(Permissions::KICK_MEMBERS)
        .await
        .unwrap()
        .model()
        .await
        .unwrap()
        .id;
    let created = events
        .next("the role", |event| match event {
            Event::RoleCreate(created) if created.role.id == role => Some(created.role.clone()),
            _ => None,
        })
        .await;
    assert_eq!(created.colors.primary_color, 0xff8800);
    bot.http
        .update_role(*GUILD, role)
        .name(Some("master mason"))
        .await
        .unwrap();
    let name = events
        .next("the change", |event| match event {
            Event::RoleUpdate(updated) if updated.role.id == role => Some(updated.role.name.clone()),
            _ => None,
        })
        .await;
    assert_eq!(name, "master mason");
    bot.http.add_guild_member_role(*GUILD, *OWNER, role).await.unwrap();
    events
        .next("the member", |event| match event {
            Event::MemberUpdate(updated) if updated.user.id == *OWNER && updated.roles.contains(&role) => Some(()),
            _ => None,
        })
        .await;
    bot.http.remove_guild_member_role(*GUILD, *OWNER, role).await.unwrap();
    bot.http.delete_role(*GUILD, role).await.unwrap();
    events
        .next("the deletion", |event| match event {
            Event::RoleDelete(deleted) if deleted.role_id == role => Some(()),
            _ => None,
        })
        .await;
}

fn chunk(event: &Event) -> Option<Vec<Member>> {
    match event {
        Event::MemberChunk(chunk) => Some(chunk.members.clone()),
        _ => None,
    }
}

async fn members(bot: Rc<Bot>) {
    let mut events = bot.session.listen();
    let guest = stage::ask("guest", json!({})).await;
    let id = events
        .next("the guest", |event| match event {
            Event::MemberAdd(added) => Some(added.member.user.id),
            _ => None,
        })
        .await;
    assert_eq!(json!(id), guest["id"]);
    let query = RequestGuildMembers::builder(*GUILD).query(guest["username"].as_str().unwrap(), Some(5));
    bot.session.sender().command(&query).unwrap();
    assert_eq!(events.next("who is called so", chunk).await.len(), 1);
    let chosen = RequestGuildMembers::builder(*GUILD).user_ids([*OWNER, id]).unwrap();
    bot.session.sender().command(&chosen).unwrap();
    assert_eq!(events.next("the chosen", chunk).await.len(), 2);
    bot.http
        .update_guild_member(*GUILD, id)
        .nick(Some("Visitor"))
        .await
        .unwrap();
    let nick = events
        .next("the name", |event| match event {
            Event::MemberUpdate(updated) if updated.user.id == id => Some(updated.nick.clone()),
            _ => None,
        })
        .await;
    assert_eq!(nick.as_deref(), Some("Visitor"));
    banned(&bot, id).await;
}

async fn banned(bot: &Bot, id: Id<UserMarker>) {
    let (mut bans, mut leaving) = (bot.session.listen(), bot.session.listen());
    bot.http.create_ban(*GUILD, id).reason("a test").await.unwrap();
    bans.next("the ban", |event| match event {
        Event::BanAdd(added) if added.user.id == id => Some(()),
        _ => None,
    })
    .await;
    leaving
        .next("the leaving", |event| match event {
            Event::MemberRemove(removed) if removed.user.id == id => Some(()),
            _ => None,
        })
        .await;
    let ban = bot.http.ban(*GUILD, id).await.unwrap().model().await.unwrap();
    assert_eq!(ban.reason.as_deref(), Some("a test"));
    bot.http.delete_ban(*GUILD, id).await.unwrap();
    assert_eq!(refusal(bot.http.ban(*GUILD, id).await.unwrap_err()).0, 10026);
}

async fn voice(bot: Rc<Bot>) {
    let mut events = bot.session.listen();
    let mut state = async |what| {
        events
            .next(what, |event| match event {
                Event::VoiceStateUpdate(updated) if updated.user_id == *BOT => {
                    Some((updated.channel_id, updated.self_mute))
                }
                _ => None,
            })
            .await
    };
    bot.session
        .sender()
        .command(&UpdateVoiceState::new(*GUILD, Some(*VOICE), false, true))
        .unwrap();
    assert_eq!(state("the state").await, (Some(*VOICE), true));
    bot.session
        .sender()
        .command(&UpdateVoiceState::new(*GUILD, None, false, false))
        .unwrap();
    assert_eq!(state("the leaving").await.0, None);
}

async fn guilds(bot: Rc<Bot>) {
    let mut events = bot.session.listen();
    let made: Id<GuildMarker> = stage::make("found").await;
    events
        .next("the guild", |event| match event {
            Event::GuildCreate(created) if created.id() == made => Some(()),
            _ => None,
        })
        .await;
    stage::ask("dissolve", json!({"guild": made})).await;
    events
        .next("the end", |event| match event {
            Event::GuildDelete(deleted) if deleted.id == made => Some(()),
            _ => None,
        })
        .await;
}

async fn account(bot: Rc<Bot>) {
    let name = format!("renamed{}", BOT.get() % 100_000);
    bot.http.update_current_user().username(&name).await.unwrap();
    assert_eq!(bot.http.current_user().await.unwrap().model().await.unwrap().name, name);
    assert_eq!(bot.application, BOT.cast());
    let guilds = bot.http.current_user_guilds().await.unwrap().model().await.unwrap();
    assert!(guilds.iter().any(|guild| guild.id == *GUILD), "its guild is not listed");
}

async fn commands(bot: Rc<Bot>) {
    let interactions = bot.http.interaction(bot.application);
    let ping: Command = serde_json::from_value(json!({
        "name": "ping", "description": "Answers", "type": CommandType::ChatInput, "options": [], "version": "1",
    }))
    .unwrap();
    let made = interactions
        .set_global_commands(&[ping])
        .await
        .unwrap()
        .model()
        .await
        .unwrap();
    assert_eq!(made[0].name, "ping");
    let sides: CommandOption = serde_json::from_value(json!({
        "name": "sides", "description": "How many sides the dice have", "type": CommandOptionType::Integer, "max_value": 100,
    }))
    .unwrap();
    let roll = interactions
        .create_guild_command(*GUILD)
        .chat_input("roll", "Rolls dice");
    roll.command_options(&[sides]).await.unwrap();
    let kept = interactions
        .guild_commands(*GUILD)
        .await
        .unwrap()
        .model()
        .await
        .unwrap();
    assert_eq!(kept[0].options[0].max_value, Some(CommandOptionValue::Integer(100)));
    interactions
        .delete_guild_command(*GUILD, kept[0].id.unwrap())
        .await
        .unwrap();
    assert!(
        interactions
            .guild_commands(*GUILD)
            .await
            .unwrap()
            .model()
            .await
            .unwrap()
            .is_empty()
    );
}
