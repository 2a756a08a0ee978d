/** Requests by which somebody comes into an account, and out of it. */
import type { InstancePolicies } from "../protocol/instance";
import { ApiError, type Rest, type Work } from "../protocol/rest";

/** What a password is answered with: a token, or a ticket for the second step, which a code takes, or a key that signs what is asked of it. */
export type Admission = { step: "in"; token: string } | { step: "code"; ticket: string; key: string | null };

const MOST_TRIES = 3;

export interface Newcomer {
  email?: string;
  username: string;
  password: string;
  date_of_birth: string;
  /** The code of an invitation to the instance. */
  invite?: string;
}

interface Answer {
  token: string | null;
  ticket?: string;
  mfa?: boolean;
  webauthn?: string | null;
}

export class Entrance {
  constructor(private readonly rest: Rest) {}

  async login(login: string, password: string): Promise<Admission> {
    return admission(await this.rest.post<Answer>("/auth/login", { login, password }));
  }

  /** @param code of the person's app, or a backup code */
  async finish(ticket: string, code: string): Promise<string> {
    return (await this.rest.post<{ token: string }>("/auth/mfa/totp", { ticket, code })).token;
  }

  /** What this place asks of those who come in. */
  policies(): Promise<InstancePolicies> {
    return this.rest.get("/policies/instance");
  }

  /** Does the work that the server asks for, where it does; a challenge that grew old meanwhile is followed by another. */
  async register(newcomer: Newcomer, solve: (work: Work) => Promise<string>): Promise<string> {
    let solved = {};
    for (let attempt = 1; ; attempt++) {
      try {
        return (await this.rest.post<{ token: string }>("/auth/register", { ...newcomer, consent: true, ...solved })).token;
      } catch (refused) {
        if (!(refused instanceof ApiError && refused.work) || attempt === MOST_TRIES) throw refused;
        solved = { captcha_key: await solve(refused.work), captcha_rqtoken: refused.work.challenge };
      }
    }
  }

  /** Has a link to another password sent; the answer is the same whether there is such an account or not. */
  forgot(login: string): Promise<void> {
    return this.rest.post("/auth/forgot", { login });
  }

  /** @param proof the token that came by mail */
  async reset(proof: string, password: string): Promise<Admission> {
    return admission(await this.rest.post<Answer>("/auth/reset", { token: proof, password }));
  }

  /** @param proof the token that came by mail */
  verify(proof: string): Promise<void> {
    return this.rest.post("/auth/verify", { token: proof });
  }

  resendProof(): Promise<void> {
    return this.rest.post("/auth/verify/resend", {});
  }

  logout(): Promise<void> {
    return this.rest.post("/auth/logout", {});
  }
}

function admission(answer: Answer): Admission {
  if (answer.token !== null) return { step: "in", token: answer.token };
  if (answer.mfa && answer.ticket) return { step: "code", ticket: answer.ticket, key: answer.webauthn ?? null };
  throw new Error("neither a token nor a ticket");
}

/** The token in the part of a mail's link that no server is sent; null when there is none. */
export function proofIn(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, "")).get("token") || null;
}
