/** Requests about the codes that an account asks for beside its password, and the secret that they are computed from. */
import type { Rest } from "../protocol/rest";

/** What a change of how one logs in is answered with: all logins end, and this token is good from now on. */
export interface Begun {
  token: string;
  backupCodes: string[];
}

interface Codes {
  backup_codes: { code: string }[];
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BITS = 5;
/** As long as the hash that apps compute codes by (RFC 4226, section 4). */
const SECRET_BYTES = 20;

export class SecondFactor {
  constructor(private readonly rest: Rest) {}

  /** @param code that the app shows for the secret: proves that it has it */
  async begin(password: string, secret: string, code: string): Promise<Begun> {
    const answer = await this.rest.post<Codes & { token: string }>("/users/@me/mfa/totp/enable", { password, secret, code });
    return { token: answer.token, backupCodes: shown(answer) };
  }

  /** @returns the token that is good from now on */
  async end(code: string): Promise<string> {
    return (await this.rest.post<{ token: string }>("/users/@me/mfa/totp/disable", { code })).token;
  }

  /** Other backup codes; those of before are no good any more. */
  async renewCodes(password: string, code: string): Promise<string[]> {
    return shown(await this.rest.post<Codes>("/users/@me/mfa/codes", { password, code }));
  }
}

function shown(answer: Codes): string[] {
  return answer.backup_codes.map(({ code }) => code);
}

export function newSecret(): string {
  return base32(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
}

/** RFC 4648 without padding, as apps take secrets. */
export function base32(bytes: Uint8Array): string {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= BITS; bits -= BITS) text += ALPHABET[(held >>> (bits - BITS)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits ? text + ALPHABET[(held << (BITS - bits)) & 31] : text;
}

/** The address by which an app on this device takes the secret; `issuer` is what it calls the instance. */
export function otpauth(secret: string, issuer: string, account: string): string {
  const name = encodeURIComponent(issuer);
  return `otpauth://totp/${name}:${encodeURIComponent(account)}?secret=${secret}&issuer=${name}`;
}
