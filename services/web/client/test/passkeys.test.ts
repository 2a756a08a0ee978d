import { expect, test } from "vitest";
import { Rest } from "../src/protocol/rest";
import { creation, made, Passkeys, request, signed } from "../src/state/passkeys";

const bytes = (...values: number[]): ArrayBuffer => Uint8Array.from(values).buffer;
const read = (source: BufferSource | undefined): number[] => [...(source as Uint8Array)];

function server(answers: unknown[]): { passkeys: Passkeys; asked: [string, string, unknown][] } {
  const asked: [string, string, unknown][] = [];
  const rest = new Rest("", () => null, {
    fetch: async (input, init) => {
      asked.push([init!.method!, String(input), init?.body ? JSON.parse(String(init.body)) : undefined]);
      return new Response(JSON.stringify(answers.shift()));
    },
    sleep: async () => {},
  });
  return { passkeys: new Passkeys(rest), asked };
}

test("what the server wants made is asked of the browser in bytes", () => {
  const { publicKey } = creation(
    '{"publicKey":{"challenge":"-_8","timeout":5,"rp":{"id":"example.org","name":"x"},"user":{"id":"AQI","name":"ada","displayName":"ada"},"pubKeyCredParams":[],"excludeCredentials":[{"type":"public-key","id":"AwQ"}]}}',
  );
  expect(read(publicKey!.challenge)).toEqual([0xfb, 0xff]);
  expect(read(publicKey!.user.id)).toEqual([1, 2]);
  expect(publicKey!.excludeCredentials!.map(({ id }) => read(id))).toEqual([[3, 4]]);
  expect(publicKey!.rp.id).toBe("example.org");
});

test("what the server wants signed names the keys that may", () => {
  const { publicKey } = request('{"publicKey":{"challenge":"AQ","rpId":"example.org","allowCredentials":[{"type":"public-key","id":"-_8"}]}}');
  expect(read(publicKey!.challenge)).toEqual([1]);
  expect(publicKey!.allowCredentials!.map(({ id }) => read(id))).toEqual([[0xfb, 0xff]]);
});

test("answers of browsers are written in base64url without padding", () => {
  const common = { id: "k", rawId: bytes(0xfb, 0xff), type: "public-key" };
  const making = { ...common, response: { clientDataJSON: bytes(1), attestationObject: bytes(0xff, 0xfe) } } as unknown as PublicKeyCredential;
  expect(JSON.parse(made(making))).toEqual({ id: "k", rawId: "-_8", type: "public-key", response: { clientDataJSON: "AQ", attestationObject: "__4" } });
  const signing = { ...common, response: { clientDataJSON: bytes(1), authenticatorData: bytes(2), signature: bytes(3) } } as unknown as PublicKeyCredential;
  expect(JSON.parse(signed(signing)).response).toEqual({ clientDataJSON: "AQ", authenticatorData: "Ag", signature: "Aw" });
});

test("the first key brings a token and backup codes, later ones nothing", async () => {
  const { passkeys, asked } = server([
    { ticket: "t", challenge: "{}" },
    { id: "1", name: "phone", type: 1, token: "new", backup_codes: [{ code: "abcd-efgh" }] },
    { id: "2", name: "token", type: 1 },
  ]);
  expect(await passkeys.begin("secret")).toEqual({ ticket: "t", challenge: "{}" });
  expect(await passkeys.add("t", "phone", "c")).toEqual({ passkey: { id: "1", name: "phone" }, token: "new", backupCodes: ["abcd-efgh"] });
  expect(await passkeys.add("u", "token", "d")).toEqual({ passkey: { id: "2", name: "token" }, token: null, backupCodes: [] });
  expect(asked.map(([, , body]) => body)).toEqual([{ password: "secret" }, { ticket: "t", name: "phone", credential: "c" }, { ticket: "u", name: "token", credential: "d" }]);
});

test("a key is taken away with the password, and the last one changes the login", async () => {
  const { passkeys, asked } = server([{}, { token: "new" }]);
  expect(await passkeys.remove("1", "secret")).toBeNull();
  expect(await passkeys.remove("2", "secret")).toBe("new");
  expect(asked[0]).toEqual(["DELETE", "/users/@me/mfa/webauthn/credentials/1", { password: "secret" }]);
});
