/** Interactions of this page that are under way: each ends by the event that has its nonce, or by itself after some seconds. */
import type { CommandIndex, Modal } from "../protocol/components";
import type { Rest } from "../protocol/rest";
import { nonce, type Id } from "../protocol/snowflake";

/** Applications have three seconds; the rest is for the way. */
const PATIENCE = 6_000;
const KEPT = 300_000;

export enum InteractionType {
  Command = 2,
  Component = 3,
  Autocomplete = 4,
  Form = 5,
}

export interface Place {
  channelId: Id;
  guildId?: Id | undefined;
}

export interface Choice {
  name: string;
  value: string | number;
}

interface Waiting {
  done: (failed: boolean, choices?: Choice[]) => void;
}

export class Interactions {
  /** A form that one of this page's interactions opened. */
  onForm: (form: Modal) => void = () => {};
  private readonly waiting = new Map<string, Waiting>();
  private readonly mine = new Set<string>();

  constructor(
    private readonly rest: Rest,
    private readonly sessionId: () => string | null,
  ) {}

  /** Sends it, and waits for what becomes of it; false when the application said nothing. */
  async run(type: InteractionType, place: Place, applicationId: Id, data: object, more: object = {}): Promise<boolean> {
    return (await this.send(type, place, applicationId, data, more)) !== null;
  }

  /** What the application offers for an option that is being written. */
  async choices(place: Place, applicationId: Id, data: object): Promise<Choice[]> {
    return (await this.send(InteractionType.Autocomplete, place, applicationId, data, {})) ?? [];
  }

  commands(channelId: Id): Promise<CommandIndex> {
    return this.rest.get(`/channels/${channelId}/application-command-index`);
  }

  /** Looks at an event of the gateway. */
  heard(event: string, data: unknown): void {
    const { nonce: about, choices } = (data ?? {}) as { nonce?: string; choices?: Choice[] };
    if (about === undefined) return;
    if (event === "INTERACTION_MODAL_CREATE" && this.mine.has(about)) this.onForm(data as Modal);
    if (event === "INTERACTION_SUCCESS" || event === "INTERACTION_MODAL_CREATE") this.waiting.get(about)?.done(false);
    if (event === "INTERACTION_FAILURE") this.waiting.get(about)?.done(true);
    if (event === "APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE") this.waiting.get(about)?.done(false, choices ?? []);
  }

  private send(type: InteractionType, place: Place, applicationId: Id, data: object, more: object): Promise<Choice[] | null> {
    const own = nonce();
    this.mine.add(own);
    setTimeout(() => this.mine.delete(own), KEPT);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => finish(null), PATIENCE);
      const finish = (choices: Choice[] | null): void => {
        clearTimeout(timer);
        this.waiting.delete(own);
        resolve(choices);
      };
      this.waiting.set(own, { done: (failed, choices) => finish(failed ? null : (choices ?? [])) });
      this.rest
        .post("/interactions", {
          type,
          application_id: applicationId,
          channel_id: place.channelId,
          ...(place.guildId ? { guild_id: place.guildId } : {}),
          session_id: this.sessionId(),
          nonce: own,
          data,
          ...more,
        })
        .catch((failure: unknown) => {
          clearTimeout(timer);
          this.waiting.delete(own);
          reject(failure);
        });
    });
  }
}
