/** Keys of a person's devices (WebAuthn): what the server asks a browser, and what that answers, in the forms of both. */
import type { Rest } from "../protocol/rest";
import type { Id } from "../protocol/snowflake";

export interface Passkey {
  id: Id;
  name: string;
}

/** What the server wants to see signed, and by which the answer is known again. */
export interface AskedForKey {
  ticket: string;
  challenge: string;
}

export interface AddedKey {
  passkey: Passkey;
  /** Good from now on, in place of every other, when it is the account's first second step. */
  token: string | null;
  /** Those that came with the first one. */
  backupCodes: string[];
}

interface Named {
  id: string;
  type: PublicKeyCredentialType;
}

const PATH = "/users/@me/mfa/webauthn/credentials";

export class Passkeys {
  constructor(private readonly rest: Rest) {}

  list(): Promise<Passkey[]> {
    return this.rest.get(PATH);
  }

  begin(password: string): Promise<AskedForKey> {
    return this.rest.post(PATH, { password });
  }

  /** @param credential as {@link made} writes it */
  async add(ticket: string, name: string, credential: string): Promise<AddedKey> {
    const answer = await this.rest.post<Passkey & { token?: string; backup_codes?: { code: string }[] }>(PATH, { ticket, name, credential });
    return {
      passkey: { id: answer.id, name: answer.name },
      token: answer.token ?? null,
      backupCodes: (answer.backup_codes ?? []).map(({ code }) => code),
    };
  }

  rename(id: Id, name: string): Promise<Passkey> {
    return this.rest.patch(`${PATH}/${id}`, { name });
  }

  /** @returns the token that is good from now on when it was the account's last second step; null when nothing else changed */
  async remove(id: Id, password: string): Promise<string | null> {
    return (await this.rest.request<{ token?: string }>("DELETE", `${PATH}/${id}`, { body: { password } })).token ?? null;
  }

  /** The second step of a login. @param code as {@link signed} writes it */
  async enter(ticket: string, code: string): Promise<string> {
    return (await this.rest.post<{ token: string }>("/auth/mfa/webauthn", { ticket, code })).token;
  }
}

/** What a browser is asked to have made. */
export function creation(challenge: string): CredentialCreationOptions {
  const { publicKey } = JSON.parse(challenge) as {
    publicKey: PublicKeyCredentialCreationOptions & { challenge: string; user: { id: string }; excludeCredentials: Named[] };
  };
  return {
    publicKey: {
      ...publicKey,
      challenge: bytes(publicKey.challenge),
      user: { ...publicKey.user, id: bytes(publicKey.user.id) },
      excludeCredentials: named(publicKey.excludeCredentials),
    },
  };
}

/** What a browser is asked to have signed. */
export function request(challenge: string): CredentialRequestOptions {
  const { publicKey } = JSON.parse(challenge) as {
    publicKey: PublicKeyCredentialRequestOptions & { challenge: string; allowCredentials: Named[] };
  };
  return { publicKey: { ...publicKey, challenge: bytes(publicKey.challenge), allowCredentials: named(publicKey.allowCredentials) } };
}

/** A key that was made, as the server takes it. */
export function made(credential: PublicKeyCredential): string {
  const response = credential.response as AuthenticatorAttestationResponse;
  return written(credential, { attestationObject: text(response.attestationObject) });
}

/** What a key has signed, as the server takes it. */
export function signed(credential: PublicKeyCredential): string {
  const response = credential.response as AuthenticatorAssertionResponse;
  return written(credential, { authenticatorData: text(response.authenticatorData), signature: text(response.signature) });
}

function written(credential: PublicKeyCredential, more: Record<string, string>): string {
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: { clientDataJSON: text(credential.response.clientDataJSON), ...more },
  });
}

function named(keys: Named[]): PublicKeyCredentialDescriptor[] {
  return keys.map(({ id, type }) => ({ type, id: bytes(id) }));
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
