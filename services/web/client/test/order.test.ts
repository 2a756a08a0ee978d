import { expect, test } from "vitest";
import { ChannelType, type Channel, type Role } from "../src/protocol/types";
import { movedChannels, siblings } from "../src/state/channelOrder";
import { setChannel } from "../src/state/keep";
import { mine, Permission } from "../src/state/permissions";
import { moved, rolesFromTop } from "../src/state/roles";
import { emptyState, type State } from "../src/state/state";

const GUILD = "1";
const role = (id: string, position: number, permissions = 0n): Role => ({ id, name: id, color: 0, hoist: false, position, permissions: String(permissions) });
const channel = (id: string, type: ChannelType, position: number, more: Partial<Channel> = {}): Channel => ({ id, type, position, guild_id: GUILD, name: id, ...more });

function state(roles: Role[], channels: Channel[] = []): State {
  const made = emptyState();
  made.guilds[GUILD] = { id: GUILD, name: "guild", owner_id: "9", emojis: [], stickers: [], roles: Object.fromEntries(roles.map((each) => [each.id, each])) };
  for (const each of channels) setChannel(made, each);
  made.me = { id: "9", username: "owner" };
  return made;
}

const roles = [role(GUILD, 0), role("10", 1), role("11", 2), role("12", 3)];

test("roles stand from the top, everyone last, the older of equals higher", () => {
  expect(rolesFromTop(state([...roles, role("8", 2)]), GUILD).map(({ id }) => id)).toEqual(["12", "8", "11", "10", GUILD]);
});

test("a role that moves changes only the positions between", () => {
  const fromTop = rolesFromTop(state(roles), GUILD);
  expect(moved(fromTop, "10", 1, GUILD)).toEqual([
    { id: "10", position: 2 },
    { id: "11", position: 1 },
  ]);
  expect(moved(fromTop, "12", 0, GUILD)).toEqual([]);
});

test("nothing moves below everyone, and everyone does not move", () => {
  const fromTop = rolesFromTop(state(roles), GUILD);
  expect(moved(fromTop, "12", 9, GUILD).find(({ id }) => id === "12")).toEqual({ id: "12", position: 1 });
  expect(moved(fromTop, GUILD, 0, GUILD)).toEqual([]);
});

test("channels change places with those of their kind below the same category", () => {
  const category = channel("20", ChannelType.Category, 0);
  const texts = [channel("21", ChannelType.Text, 0, { parent_id: "20" }), channel("22", ChannelType.Forum, 1, { parent_id: "20" })];
  const others = [channel("23", ChannelType.Voice, 0, { parent_id: "20" }), channel("24", ChannelType.Text, 0), channel("25", ChannelType.PublicThread, 0, { parent_id: "20" })];
  const around = siblings(state(roles, [category, ...texts, ...others]), texts[0]!);
  expect(around.map(({ id }) => id)).toEqual(["21", "22"]);
  expect(movedChannels(around, "21", 1)).toEqual([
    { id: "22", position: 0 },
    { id: "21", position: 1 },
  ]);
});

test("whoever tries a role on sees what that role sees", () => {
  const seeing = role("10", 1, Permission.ViewChannel);
  const made = state([role(GUILD, 0), seeing], [channel("21", ChannelType.Text, 0)]);
  const text = made.channels["21"]!;
  expect(mine(made, text) & Permission.ManageChannels).not.toBe(0n);
  made.viewingAs = { guildId: GUILD, roleId: "10" };
  expect(mine(made, text)).toBe(Permission.ViewChannel);
  made.viewingAs = { guildId: GUILD, roleId: GUILD };
  expect(mine(made, text)).toBe(0n);
});
