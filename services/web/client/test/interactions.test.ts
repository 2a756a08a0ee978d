import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { invocation, OptionType, runnables, type CommandIndex } from "../src/protocol/components";
import { ApiError, type Rest } from "../src/protocol/rest";
import { Interactions, InteractionType } from "../src/state/interactions";

interface Sent {
  nonce: string;
  session_id: string;
  type: number;
}

let sent: Sent[];
let refused: ApiError | null;
let interactions: Interactions;
const PLACE = { channelId: "20", guildId: "10" };

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  refused = null;
  const rest = {
    post: (_path: string, body: Sent) => {
      sent.push(body);
      return refused ? Promise.reject(refused) : Promise.resolve();
    },
  } as unknown as Rest;
  interactions = new Interactions(rest, () => "session");
});

afterEach(() => vi.useRealTimers());

test("an interaction ends by the event that has its nonce, and by no other", async () => {
  const ended = vi.fn();
  const run = interactions.run(InteractionType.Component, PLACE, "1", {}).then(ended);
  expect(sent[0]).toMatchObject({ type: 3, session_id: "session" });
  interactions.heard("INTERACTION_SUCCESS", { nonce: "of another page" });
  await Promise.resolve();
  expect(ended).not.toHaveBeenCalled();
  interactions.heard("INTERACTION_SUCCESS", { nonce: sent[0]!.nonce });
  await run;
  expect(ended).toHaveBeenCalledWith(true);
});

test("a silent application has failed, with an event and without one", async () => {
  const told = interactions.run(InteractionType.Command, PLACE, "1", {});
  interactions.heard("INTERACTION_FAILURE", { nonce: sent[0]!.nonce });
  expect(await told).toBe(false);
  const silent = interactions.run(InteractionType.Command, PLACE, "1", {});
  vi.advanceTimersByTime(10_000);
  expect(await silent).toBe(false);
});

test("what the server refuses is refused", async () => {
  refused = new ApiError(403, 50013, "Missing Permissions");
  await expect(interactions.run(InteractionType.Command, PLACE, "1", {})).rejects.toBe(refused);
});

test("a form is shown by the page that asked for it, also when the answer came late, and by no other", () => {
  const shown = vi.fn();
  interactions.onForm = shown;
  void interactions.run(InteractionType.Component, PLACE, "1", {});
  vi.advanceTimersByTime(10_000);
  interactions.heard("INTERACTION_MODAL_CREATE", { nonce: "of another page" });
  expect(shown).not.toHaveBeenCalled();
  interactions.heard("INTERACTION_MODAL_CREATE", { nonce: sent[0]!.nonce });
  expect(shown).toHaveBeenCalledOnce();
});

test("what an application offers comes back", async () => {
  const choices = interactions.choices(PLACE, "1", {});
  interactions.heard("APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE", { nonce: sent[0]!.nonce, choices: [{ name: "A", value: "a" }] });
  expect(await choices).toEqual([{ name: "A", value: "a" }]);
});

test("subcommands are run by their whole path", () => {
  const index: CommandIndex = {
    applications: [],
    application_commands: [
      { id: "5", version: "6", application_id: "1", type: 2, name: "not typed", description: "" },
      {
        id: "7",
        version: "8",
        application_id: "1",
        type: 1,
        name: "role",
        description: "Roles",
        options: [
          {
            type: OptionType.Group,
            name: "of",
            description: "",
            options: [{ type: OptionType.Subcommand, name: "give", description: "Gives", options: [{ type: OptionType.User, name: "who", description: "" }] }],
          },
          { type: OptionType.Subcommand, name: "list", description: "Lists" },
        ],
      },
    ],
  };
  const found = runnables(index);
  expect(found.map((runnable) => runnable.name)).toEqual(["role of give", "role list"]);
  expect(invocation(found[0]!, [{ type: OptionType.User, name: "who", value: "9" }])).toEqual({
    id: "7",
    version: "8",
    name: "role",
    type: 1,
    options: [{ type: 2, name: "of", options: [{ type: 1, name: "give", options: [{ type: 6, name: "who", value: "9" }] }] }],
  });
});
