import { expect, test } from "vitest";
import type { InstanceSettings, ReportMenu } from "../src/protocol/instance";
import { Rest } from "../src/protocol/rest";
import { changedSettings, Instance } from "../src/state/instance";
import { reasonsOf, Reports } from "../src/state/reports";

const SETTINGS: InstanceSettings = {
  instance_name: "Hall",
  description: "",
  contact: "",
  terms_url: "",
  privacy_url: null,
  registration: "open",
  email_required: false,
  blocked_email_domains: ["b.example", "a.example"],
  registrations_per_address: 0,
  registrations_per_hour: 5,
  proof_of_work_bits: 0,
  max_file_bytes: null,
  guilds_per_person: 10,
  members_per_guild: null,
};

function form(change: Record<string, string | null>): FormData {
  const all: Record<string, string | null> = {
    ...Object.fromEntries(Object.entries(SETTINGS).map(([name, value]) => [name, value === null ? "" : Array.isArray(value) ? value.join("\n") : String(value)])),
    email_required: null,
    ...change,
  };
  const made = new FormData();
  for (const [name, value] of Object.entries(all)) if (value !== null) made.set(name, value);
  return made;
}

function server(): { rest: Rest; asked: { method: string; path: string; body: unknown; reason: string | undefined }[] } {
  const asked: { method: string; path: string; body: unknown; reason: string | undefined }[] = [];
  const rest = new Rest("", () => "token", {
    fetch: async (input, init) => {
      const headers = init!.headers as Record<string, string>;
      asked.push({ method: init!.method!, path: String(input), body: init?.body && JSON.parse(String(init.body)), reason: headers["X-Audit-Log-Reason"] });
      return new Response("{}");
    },
    sleep: async () => {},
  });
  return { rest, asked };
}

test("a form that nobody touched changes no setting", () => {
  expect(changedSettings(SETTINGS, form({}))).toEqual({});
});

test("only what is other is sent; what is emptied goes back to what the software has", () => {
  const change = changedSettings(
    SETTINGS,
    form({ registration: "invitation", email_required: "on", guilds_per_person: "", max_file_bytes: "1024", registrations_per_hour: "", terms_url: "https://example.org/terms" }),
  );
  expect(change).toEqual({ registration: "invitation", email_required: true, guilds_per_person: null, max_file_bytes: 1024, registrations_per_hour: 0, terms_url: "https://example.org/terms" });
});

test("domains are read in any order, between any spaces and commas, in small letters", () => {
  expect(changedSettings(SETTINGS, form({ blocked_email_domains: " A.example,\nb.example " }))).toEqual({});
  expect(changedSettings(SETTINGS, form({ blocked_email_domains: "c.example" }))).toEqual({ blocked_email_domains: ["c.example"] });
});

test("why something is done goes with it, in letters that a header can hold", async () => {
  const { rest, asked } = server();
  const instance = new Instance(rest);
  await instance.disable("7", true, "продаёт вещи");
  await instance.suspend("8", false, "");
  expect(asked).toEqual([
    { method: "PATCH", path: "/admin/users/7", body: { disabled: true }, reason: encodeURIComponent("продаёт вещи") },
    { method: "DELETE", path: "/admin/guilds/8/suspension", body: undefined, reason: undefined },
  ]);
});

test("somebody is named, and named no more", async () => {
  const { rest, asked } = server();
  const instance = new Instance(rest);
  await instance.appoint("7", "moderator");
  await instance.appoint("7", null);
  expect(asked.map(({ method, path, body }) => [method, path, body])).toEqual([
    ["PUT", "/admin/administrators/7", { role: "moderator" }],
    ["DELETE", "/admin/administrators/7", undefined],
  ]);
});

test("a report tells the way through the menu and what it is about", async () => {
  const { rest, asked } = server();
  const reports = new Reports(rest);
  await reports.send({ subject: "message", channel_id: "1", message_id: "2" }, [1, 10], "look");
  await reports.send({ subject: "user", user_id: "3" }, [1, 19], "");
  expect(asked.map(({ path, body }) => [path, body])).toEqual([
    ["/reporting/message", { channel_id: "1", message_id: "2", breadcrumbs: [1, 10], comment: "look" }],
    ["/reporting/user", { user_id: "3", breadcrumbs: [1, 19] }],
  ]);
});

test("reasons stand in the order of the menu, and none that leads nowhere", () => {
  const node = (id: number, children: [string, number][] = []): ReportMenu["nodes"][string] => ({ id, key: "", header: "", children, report_type: null });
  const menu: ReportMenu = { root_node_id: 1, nodes: { 1: node(1, [["b", 12], ["a", 11], ["c", 13]]), 11: node(11), 12: node(12) } };
  expect(reasonsOf(menu).map(({ id }) => id)).toEqual([12, 11]);
});
