'use strict';
// What came of a load, counted: every acknowledged message in the store, and every session's every event.

/** What must not happen. */
const FAULTS = ['lost', 'missed', 'doubled', 'disordered', 'silent'];

/**
 * How long, in milliseconds, an event may take to a session that is not told anything, before the session counts as left silent. A lease lasts
 * 10 s, an owner gives a relay up that has taken nothing in for 10 s, and a relay a gateway after 30 s at most; another node then takes over.
 */
const SILENCE = 30_000;

/**
 * @param load with `channels`, each with `written` (in order, with the times of request and acknowledgement) and `stored` ids, and
 *   `listeners` with their lives
 * @param excused `{ gateway, from, until }` when a gateway stood still: nothing could come to the sessions that were connected to it. Otherwise
 *   null
 * @returns the counts, and in `each` for every session what it got and for how long it was silent at most
 */
function verdict(load, excused) {
  const count = {
    messages: 0, events: 0, sessions: 0, ended: 0, resumed: 0, refused: load.refused,
    lost: 0, missed: 0, doubled: 0, disordered: 0, silent: 0, slowest: 0, problems: [], each: [],
  };
  const silences = new Map();
  for (const channel of load.channels) {
    stored(channel, count);
    const listening = channel.recipient ? [...load.bots, channel.recipient] : load.bots;
    for (const listener of listening) {
      for (const life of listener.lives) {
        const silence = heard(channel, listener, life, excused, count);
        silences.set(life, Math.max(silences.get(life) ?? 0, silence));
      }
    }
  }
  for (const listener of load.listeners) {
    for (const life of listener.lives) {
      count.sessions += 1;
      count.resumed += life.away.filter(time => time.until < Infinity).length;
      if (life.over) count.ended += 1;
      count.each.push(session(listener, life, silences.get(life) ?? 0));
    }
  }
  count.slowest = Math.max(0, ...silences.values());
  return count;
}

/** What a reader wants to know of one session. Times are in milliseconds. */
const session = (listener, life, silence) => ({
  session: life.id,
  client: listener.patient ? 'stays' : 'leaves',
  events: [...life.received.values()].reduce((sum, received) => sum + received.length, 0),
  resumed: life.away.filter(time => time.until < Infinity).length,
  away: life.away.reduce((sum, { from, until }) => sum + Math.min(until, life.over?.at ?? Date.now()) - from, 0),
  silent: silence,
  end: life.over?.how ?? 'goes on',
});

/** Those of {@link FAULTS} that a verdict found. */
const faults = found => FAULTS.filter(name => found[name] > 0);

/** What is stored is what was acknowledged, once. */
function stored(channel, count) {
  if (!channel.stored) return;
  count.messages += channel.written.length;
  const kept = new Set(channel.stored);
  const acknowledged = new Set(channel.written.map(message => message.id));
  const lost = channel.written.filter(message => !kept.has(message.id));
  const unasked = channel.stored.filter(id => !acknowledged.has(id));
  count.lost += lost.length;
  count.doubled += unasked.length + channel.written.length - acknowledged.size;
  if (lost.length + unasked.length > 0) {
    count.problems.push(`channel ${channel.id}: acknowledged and not stored ${lost.map(message => message.id)}, stored beside ${unasked}`);
  }
}

/**
 * What a session got of a channel is a piece of what was written, without a gap. It begins with the first message that was asked for
 * after the session had the channel's guild, or before; it ends with the last one, or where the session was told that it is over.
 *
 * @returns for how long the session waited for one of the messages at most, in milliseconds
 */
function heard(channel, listener, life, excused, count) {
  const began = channel.guild ? life.joined.get(channel.guild) : life.began;
  const received = life.received.get(channel.id) ?? [];
  if (began === undefined && received.length === 0) return 0;
  count.events += received.length;
  const places = new Map(channel.written.map((message, place) => [message.id, place]));
  const seen = new Set();
  let last = -1;
  let wrong = 0;
  let slowest = 0;
  for (const { id, at } of received) {
    const place = places.get(id);
    // Its answer is not there yet.
    if (place === undefined) continue;
    if (seen.has(place)) count.doubled += ++wrong && 1;
    else if (place < last) count.disordered += ++wrong && 1;
    seen.add(place);
    last = Math.max(last, place);
    const took = waited(channel.written[place], at, life, began, excused);
    slowest = Math.max(slowest, took);
    if (took > SILENCE) count.silent += ++wrong && 1;
  }
  const missing = channel.written.filter((message, place) => {
    if (seen.has(place)) return false;
    if (message.begun <= began) return seen.size > 0 && place > Math.min(...seen);
    return life.over ? place < last : true;
  });
  count.missed += missing.length;
  // A session that is over by now was told; whether in time shows by what it was owed then.
  const end = life.over?.at ?? Date.now();
  const owed = channel.written.filter((message, place) => !seen.has(place) && message.begun > began && message.acknowledged < end);
  for (const message of owed) {
    const took = waited(message, end, life, began, excused);
    slowest = Math.max(slowest, took);
    if (took > SILENCE) count.silent += ++wrong && 1;
  }
  if (missing.length + wrong > 0) {
    count.problems.push(`session ${life.id} (${listener.patient ? 'stays' : 'leaves'}, ${life.over?.how ?? 'goes on'}): channel ${channel.id}`
      + ` (${channel.guild ? 'guild' : 'private'}): missed ${missing.map(message => places.get(message.id))} of ${channel.written.length}, ${wrong} out of place or late`);
  }
  return slowest;
}

/**
 * For how many milliseconds a client waited for a message: not counted is the time before its session had begun, while its own gateway stood
 * still, and while it had no connection.
 */
function waited(message, end, life, began, excused) {
  const from = Math.max(message.acknowledged, began ?? 0);
  const still = life.stays.filter(stay => stay.gateway === excused?.gateway)
    .map(stay => ({ from: Math.max(stay.from, excused.from), until: Math.min(stay.until, excused.until) }));
  const gaps = [...still, ...life.away];
  const edges = gaps.map(gap => [Math.max(gap.from, from), Math.min(gap.until, end)])
    .filter(([start, until]) => start < until)
    .sort(([one], [other]) => one - other);
  let waiting = 0;
  let time = from;
  for (const [start, until] of edges) {
    waiting += Math.max(0, start - time);
    time = Math.max(time, until);
  }
  return waiting + Math.max(0, end - time);
}

module.exports = { verdict, faults, SILENCE };
