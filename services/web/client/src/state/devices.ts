/** Requests about where one is told of what happens while one does not look. */
import type { Rest } from "../protocol/rest";
import type { Id } from "../protocol/snowflake";

export interface Device {
  id: Id;
  provider: "webpush" | "unifiedpush";
  host: string;
  /** ISO 8601. */
  created_at: string;
  /** Registered by this login. */
  current: boolean;
}

export class Devices {
  constructor(private readonly rest: Rest) {}

  list(): Promise<Device[]> {
    return this.rest.get("/users/@me/devices");
  }

  /** What a browser subscribes with; null where nobody sends notifications. */
  async key(): Promise<string | null> {
    return (await this.rest.get<{ application_server_key: string | null }>("/push/key")).application_server_key;
  }

  /** @param hideContent what is shown says nothing of what was written */
  register(subscription: PushSubscriptionJSON, hideContent: boolean): Promise<void> {
    return this.rest.post("/users/@me/devices", {
      provider: "webpush",
      token: subscription.endpoint,
      keys: { p256dh: subscription.keys?.["p256dh"], auth: subscription.keys?.["auth"] },
      hide_content: hideContent,
    });
  }

  remove(id: Id): Promise<void> {
    return this.rest.delete(`/users/@me/devices/${id}`);
  }
}
