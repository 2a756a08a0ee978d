'use strict';
// What a client knows of a guild: GUILD_CREATE, and whatever events say afterwards, applied as client libraries do it.

const byId = list => new Map((list ?? []).map(entry => [entry.id, entry]));
const HIDDEN = 1 << 17;

class Knowledge {
  /** @param created what GUILD_CREATE says to this user */
  constructor(created, userId) {
    this.userId = userId;
    this.guild = { ...created };
    for (const part of ['channels', 'threads', 'roles', 'emojis', 'stickers', 'guild_scheduled_events', 'stage_instances']) {
      this[part] = byId(created[part]);
      delete this.guild[part];
    }
    this.members = new Map(created.members.map(member => [member.user.id, member]));
    this.voice = new Map(created.voice_states.map(state => [state.user_id, state]));
    this.sounds = new Map(created.soundboard_sounds.map(sound => [sound.sound_id, sound]));
    this.count = created.member_count;
    for (const part of ['members', 'voice_states', 'soundboard_sounds', 'member_count', 'presences']) delete this.guild[part];
  }

  /** Takes in one dispatch of this guild. */
  hear({ t: name, d: data }) {
    switch (name) {
      case 'GUILD_UPDATE': {
        const { roles, emojis, stickers, ...rest } = data;
        Object.assign(this.guild, rest);
        if (roles) this.roles = byId(roles);
        if (emojis) this.emojis = byId(emojis);
        if (stickers) this.stickers = byId(stickers);
        break;
      }
      case 'GUILD_ROLE_CREATE':
      case 'GUILD_ROLE_UPDATE': this.roles.set(data.role.id, data.role); break;
      case 'GUILD_ROLE_DELETE':
        this.roles.delete(data.role_id);
        for (const [id, member] of this.members) {
          this.members.set(id, { ...member, roles: member.roles.filter(role => role !== data.role_id) });
        }
        break;
      case 'CHANNEL_CREATE':
      case 'CHANNEL_UPDATE': this.channels.set(data.id, data); break;
      case 'CHANNEL_DELETE':
        this.channels.delete(data.id);
        for (const thread of this.threads.values()) if (thread.parent_id === data.id) this.threads.delete(thread.id);
        break;
      case 'THREAD_CREATE':
      case 'THREAD_UPDATE':
        if (data.thread_metadata.archived) this.threads.delete(data.id);
        else this.threads.set(data.id, { ...this.threads.get(data.id), ...data });
        break;
      case 'THREAD_DELETE': this.threads.delete(data.id); break;
      case 'THREAD_LIST_SYNC':
        for (const thread of this.threads.values()) {
          if (!data.channel_ids || data.channel_ids.includes(thread.parent_id)) this.threads.delete(thread.id);
        }
        for (const thread of data.threads) this.threads.set(thread.id, thread);
        break;
      case 'THREAD_MEMBERS_UPDATE': this.threadMembers(data); break;
      case 'THREAD_MEMBER_UPDATE':
        if (this.threads.has(data.id)) this.threads.get(data.id).member = without(data, 'guild_id');
        break;
      case 'GUILD_EMOJIS_UPDATE': this.emojis = byId(data.emojis); break;
      case 'GUILD_STICKERS_UPDATE': this.stickers = byId(data.stickers); break;
      case 'GUILD_MEMBER_ADD':
        this.count += 1;
        this.members.set(data.user.id, data);
        break;
      case 'GUILD_MEMBER_UPDATE': this.members.set(data.user.id, { ...this.members.get(data.user.id), ...data }); break;
      case 'GUILD_MEMBER_REMOVE':
        this.count -= 1;
        this.members.delete(data.user.id);
        break;
      case 'VOICE_STATE_UPDATE':
        if (data.channel_id === null) this.voice.delete(data.user_id);
        else this.voice.set(data.user_id, data);
        break;
      case 'GUILD_SCHEDULED_EVENT_CREATE':
      case 'GUILD_SCHEDULED_EVENT_UPDATE':
        if (data.status > 2) this.guild_scheduled_events.delete(data.id);
        else this.guild_scheduled_events.set(data.id, data);
        break;
      case 'GUILD_SCHEDULED_EVENT_DELETE': this.guild_scheduled_events.delete(data.id); break;
      case 'STAGE_INSTANCE_CREATE':
      case 'STAGE_INSTANCE_UPDATE': this.stage_instances.set(data.id, data); break;
      case 'STAGE_INSTANCE_DELETE': this.stage_instances.delete(data.id); break;
      case 'GUILD_SOUNDBOARD_SOUND_CREATE':
      case 'GUILD_SOUNDBOARD_SOUND_UPDATE': this.sounds.set(data.sound_id, data); break;
      case 'GUILD_SOUNDBOARD_SOUND_DELETE': this.sounds.delete(data.sound_id); break;
      default:
    }
  }

  threadMembers(data) {
    const thread = this.threads.get(data.id);
    if (!thread) return;
    const added = data.added_members?.find(member => member.user_id === this.userId);
    const removed = data.removed_member_ids?.includes(this.userId);
    const member = added ? without(added, 'member', 'presence') : thread.member;
    this.threads.set(data.id, { ...without(thread, 'member'), member_count: data.member_count, ...(member && !removed && { member }) });
    // Who is no member of a private thread any more knows nothing of it, but for who looks after threads.
    if (removed && thread.type === 12 && !this.administers()) this.threads.delete(data.id);
  }

  administers() {
    const own = this.members.get(this.userId)?.roles ?? [];
    return own.some(role => (BigInt(this.roles.get(role)?.permissions ?? 0) & 8n) !== 0n);
  }

  hidden(channelId) {
    return ((this.channels.get(channelId)?.flags ?? 0) & HIDDEN) !== 0;
  }

  /** Everything that a client can show, as plain and sorted values. What it can't see any more it shows no longer. */
  shown() {
    const all = map => Object.fromEntries([...map].sort(([one], [other]) => (one < other ? -1 : 1)));
    const unseen = map => new Map([...map].filter(([, entry]) => !entry.channel_id || !this.hidden(entry.channel_id)));
    return {
      guild: this.guild,
      count: this.count,
      roles: all(this.roles),
      channels: all(new Map([...this.channels].map(([id, channel]) => [id, without(channel, 'last_message_id')]))),
      threads: all(new Map([...this.threads]
        .filter(([, thread]) => this.channels.has(thread.parent_id) && !this.hidden(thread.parent_id))
        .map(([id, thread]) => [id, without(thread, 'newly_created', 'guild_id', 'last_message_id', 'message_count', 'total_message_sent')]))),
      emojis: all(this.emojis),
      stickers: all(this.stickers),
      members: all(new Map([...this.members].map(([id, member]) => [id, without(member, 'guild_id')]))),
      voice: all(new Map([...unseen(this.voice)].map(([id, state]) => [id, without(state, 'guild_id', 'member')]))),
      events: all(unseen(this.guild_scheduled_events)),
      stages: all(unseen(this.stage_instances)),
      sounds: all(this.sounds),
    };
  }
}

/** Where two values differ, a line each. */
function differences(one, other, path = '') {
  if (one === other) return [];
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return [`${path}: ${JSON.stringify(one)} and not ${JSON.stringify(other)}`];
  }
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap(key => differences(one[key], other[key], `${path}.${key}`));
}

function without(object, ...names) {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

module.exports = { Knowledge, differences };
