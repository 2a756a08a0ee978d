import { expect, test } from "vitest";
import { Rest } from "../src/protocol/rest";
import { Account } from "../src/state/account";
import { Entrance, proofIn } from "../src/state/entrance";
import { base32, newSecret, otpauth, SecondFactor } from "../src/state/secondFactor";

/** A server that gives one answer, and what it was asked. */
function server(answer: unknown): { rest: Rest; asked: [string, unknown][] } {
  const asked: [string, unknown][] = [];
  const rest = new Rest("", () => null, {
    fetch: async (input, init) => {
      asked.push([String(input), JSON.parse(String(init?.body))]);
      return new Response(JSON.stringify(answer));
    },
    sleep: async () => {},
  });
  return { rest, asked };
}

test("a password lets in at once, or leads to the second step, and never to no step at all", async () => {
  const login = (answer: unknown): Promise<unknown> => new Entrance(server(answer).rest).login("ada", "secret");
  expect(await login({ token: "t" })).toEqual({ step: "in", token: "t" });
  expect(await login({ token: null, ticket: "k", mfa: true })).toEqual({ step: "code", ticket: "k", key: null });
  await expect(login({ token: null })).rejects.toThrow();
});

test("the second step may be done by a key, where there is one", async () => {
  const { rest } = server({ token: null, ticket: "k", mfa: true, webauthn: "{}" });
  expect(await new Entrance(rest).login("ada", "secret")).toEqual({ step: "code", ticket: "k", key: "{}" });
});

/** A server that asks for work so many times before it makes an account. */
function asksForWork(times: number): { rest: Rest; asked: Record<string, unknown>[] } {
  const asked: Record<string, unknown>[] = [];
  const rest = new Rest("", () => null, {
    fetch: async (_input, init) => {
      asked.push(JSON.parse(String(init?.body)) as Record<string, unknown>);
      if (asked.length > times) return new Response(JSON.stringify({ token: "t" }));
      const wanted = { captcha_service: "guildhall-sha256", captcha_sitekey: "9", captcha_rqtoken: `challenge ${asked.length}`, captcha_key: ["captcha-required"] };
      return new Response(JSON.stringify(wanted), { status: 400 });
    },
    sleep: async () => {},
  });
  return { rest, asked };
}

const NEWCOMER = { username: "ada", password: "secret", date_of_birth: "1990-05-17", invite: "code" };

test("whoever registers does the work that is asked for, anew when the challenge grew old", async () => {
  const { rest, asked } = asksForWork(2);
  const token = await new Entrance(rest).register(NEWCOMER, async (work) => `${work.challenge} of ${work.bits} bits`);
  expect(token).toBe("t");
  expect(asked.map(({ captcha_key, captcha_rqtoken, invite }) => [captcha_key, captcha_rqtoken, invite])).toEqual([
    [undefined, undefined, "code"],
    ["challenge 1 of 9 bits", "challenge 1", "code"],
    ["challenge 2 of 9 bits", "challenge 2", "code"],
  ]);
});

test("a server that takes no work is not worked for without end", async () => {
  const { rest, asked } = asksForWork(100);
  await expect(new Entrance(rest).register(NEWCOMER, async () => "")).rejects.toMatchObject({ status: 400, work: { bits: 9 } });
  expect(asked.length).toBe(3);
});

test("an account is left with all that it asks for at a login", async () => {
  const { rest, asked } = server({});
  await new Account(rest).leave("disable", "secret", "");
  await new Account(rest).leave("delete", "secret", "123456");
  expect(asked).toEqual([
    ["/users/@me/disable", { password: "secret" }],
    ["/users/@me/delete", { password: "secret", code: "123456" }],
  ]);
});

test("a ticket and a code are a token", async () => {
  const { rest, asked } = server({ token: "t" });
  expect(await new Entrance(rest).finish("k", "123456")).toBe("t");
  expect(asked).toEqual([["/auth/mfa/totp", { ticket: "k", code: "123456" }]]);
});

test("another password by mail asks for the second step, too", async () => {
  const { rest, asked } = server({ token: null, ticket: "k", mfa: true });
  expect(await new Entrance(rest).reset("proof", "a new one")).toEqual({ step: "code", ticket: "k", key: null });
  expect(asked).toEqual([["/auth/reset", { token: "proof", password: "a new one" }]]);
});

test("what a link in a mail brings stands behind its hash sign", () => {
  expect(["#token=a.b-c_d", "#token=", "#", "", "#other=1"].map(proofIn)).toEqual(["a.b-c_d", null, null, null, null]);
});

test("backup codes come when codes begin, and anew", async () => {
  const backup_codes = [{ code: "abcd-efgh", consumed: false }, { code: "ijkm-npqr", consumed: false }];
  const { rest, asked } = server({ token: "t", backup_codes });
  const codes = new SecondFactor(rest);
  expect(await codes.begin("secret", "GEZD", "123456")).toEqual({ token: "t", backupCodes: ["abcd-efgh", "ijkm-npqr"] });
  expect(await codes.renewCodes("secret", "abcd-efgh")).toEqual(["abcd-efgh", "ijkm-npqr"]);
  expect(await codes.end("123456")).toBe("t");
  expect(asked).toEqual([
    ["/users/@me/mfa/totp/enable", { password: "secret", secret: "GEZD", code: "123456" }],
    ["/users/@me/mfa/codes", { password: "secret", code: "abcd-efgh" }],
    ["/users/@me/mfa/totp/disable", { code: "123456" }],
  ]);
});

test.each([
  ["", ""],
  ["f", "MY"],
  ["fo", "MZXQ"],
  ["foo", "MZXW6"],
  ["foob", "MZXW6YQ"],
  ["fooba", "MZXW6YTB"],
  ["foobar", "MZXW6YTBOI"],
])("%j is written as RFC 4648 has it", (text, written) => {
  expect(base32(new TextEncoder().encode(text))).toBe(written);
});

test("secrets are as long as apps take them, and never the same", () => {
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(newSecret());
});

test("an app is told whose secret it is", () => {
  expect(otpauth("GEZD", "chat.example.org", "ada lovelace")).toBe("otpauth://totp/chat.example.org:ada%20lovelace?secret=GEZD&issuer=chat.example.org");
});
