/** Requests about what a community sets up for itself. No event tells of most of it: pages that show it change their lists themselves. */
import type {
  EventStatus,
  Integration,
  Onboarding,
  OwnedSticker,
  Rule,
  ScheduledEvent,
  Sound,
  Template,
  WelcomeScreen,
} from "../protocol/community";
import { ApiError, type Rest } from "../protocol/rest";
import type { Id } from "../protocol/snowflake";

const UNKNOWN_WELCOME_SCREEN = 10069;

export class Community {
  constructor(private readonly rest: Rest) {}

  // --- moderation by rules

  rules(guildId: Id): Promise<Rule[]> {
    return this.rest.get(`/guilds/${guildId}/auto-moderation/rules`);
  }

  createRule(guildId: Id, rule: Omit<Rule, "id">): Promise<Rule> {
    return this.rest.post(`/guilds/${guildId}/auto-moderation/rules`, rule);
  }

  /** A rule's kind stays what it was. */
  editRule(guildId: Id, ruleId: Id, change: Partial<Omit<Rule, "id" | "trigger_type">>): Promise<Rule> {
    return this.rest.patch(`/guilds/${guildId}/auto-moderation/rules/${ruleId}`, change);
  }

  deleteRule(guildId: Id, ruleId: Id): Promise<void> {
    return this.rest.delete(`/guilds/${guildId}/auto-moderation/rules/${ruleId}`);
  }

  // --- events

  events(guildId: Id): Promise<ScheduledEvent[]> {
    return this.rest.get(`/guilds/${guildId}/scheduled-events`, { query: { with_user_count: true } });
  }

  createEvent(guildId: Id, event: object): Promise<ScheduledEvent> {
    return this.rest.post(`/guilds/${guildId}/scheduled-events`, event);
  }

  editEvent(guildId: Id, eventId: Id, change: object): Promise<ScheduledEvent> {
    return this.rest.patch(`/guilds/${guildId}/scheduled-events/${eventId}`, change);
  }

  setEventStatus(guildId: Id, eventId: Id, status: EventStatus): Promise<ScheduledEvent> {
    return this.editEvent(guildId, eventId, { status });
  }

  deleteEvent(guildId: Id, eventId: Id): Promise<void> {
    return this.rest.delete(`/guilds/${guildId}/scheduled-events/${eventId}`);
  }

  /** Whether somebody wants to come: a page of one, beginning with that person. */
  async wantsToCome(guildId: Id, eventId: Id, userId: Id): Promise<boolean> {
    const query = { limit: 1, after: String(BigInt(userId) - 1n) };
    const page = await this.rest.get<{ user_id: Id }[]>(`/guilds/${guildId}/scheduled-events/${eventId}/users`, { query });
    return page[0]?.user_id === userId;
  }

  wantToCome(guildId: Id, eventId: Id, wanted: boolean): Promise<unknown> {
    const path = `/guilds/${guildId}/scheduled-events/${eventId}/users/@me`;
    return wanted ? this.rest.put(path) : this.rest.delete(path);
  }

  // --- coming in

  onboarding(guildId: Id): Promise<Onboarding> {
    return this.rest.get(`/guilds/${guildId}/onboarding`);
  }

  setOnboarding(guildId: Id, onboarding: Onboarding): Promise<Onboarding> {
    return this.rest.put(`/guilds/${guildId}/onboarding`, onboarding);
  }

  async welcomeScreen(guildId: Id): Promise<WelcomeScreen> {
    try {
      return await this.rest.get(`/guilds/${guildId}/welcome-screen`);
    } catch (error) {
      if (error instanceof ApiError && error.code === UNKNOWN_WELCOME_SCREEN) return { description: null, welcome_channels: [] };
      throw error;
    }
  }

  setWelcomeScreen(guildId: Id, screen: WelcomeScreen): Promise<WelcomeScreen> {
    return this.rest.patch(`/guilds/${guildId}/welcome-screen`, screen);
  }

  vanity(guildId: Id): Promise<{ code: string | null; uses: number }> {
    return this.rest.get(`/guilds/${guildId}/vanity-url`);
  }

  setVanity(guildId: Id, code: string | null): Promise<{ code: string | null; uses: number }> {
    return this.rest.patch(`/guilds/${guildId}/vanity-url`, { code });
  }

  // --- templates

  templates(guildId: Id): Promise<Template[]> {
    return this.rest.get(`/guilds/${guildId}/templates`);
  }

  createTemplate(guildId: Id, template: { name: string; description: string | null }): Promise<Template> {
    return this.rest.post(`/guilds/${guildId}/templates`, template);
  }

  /** Brings a template up to what the guild is now. */
  syncTemplate(guildId: Id, code: string): Promise<Template> {
    return this.rest.put(`/guilds/${guildId}/templates/${code}`);
  }

  deleteTemplate(guildId: Id, code: string): Promise<Template> {
    return this.rest.delete(`/guilds/${guildId}/templates/${code}`);
  }

  // --- stickers and sounds

  stickers(guildId: Id): Promise<OwnedSticker[]> {
    return this.rest.get(`/guilds/${guildId}/stickers`);
  }

  createSticker(guildId: Id, sticker: { name: string; description: string; tags: string; file: File }): Promise<OwnedSticker> {
    const form = new FormData();
    for (const [field, value] of Object.entries(sticker)) form.append(field, value);
    return this.rest.post(`/guilds/${guildId}/stickers`, form);
  }

  editSticker(guildId: Id, stickerId: Id, change: { name: string; description: string; tags: string }): Promise<OwnedSticker> {
    return this.rest.patch(`/guilds/${guildId}/stickers/${stickerId}`, change);
  }

  deleteSticker(guildId: Id, stickerId: Id): Promise<void> {
    return this.rest.delete(`/guilds/${guildId}/stickers/${stickerId}`);
  }

  sounds(guildId: Id): Promise<Sound[]> {
    return this.rest.get<{ items: Sound[] }>(`/guilds/${guildId}/soundboard-sounds`).then((page) => page.items);
  }

  /** `sound` as a data URL. */
  createSound(guildId: Id, sound: { name: string; sound: string; volume: number; emoji_name: string | null }): Promise<Sound> {
    return this.rest.post(`/guilds/${guildId}/soundboard-sounds`, sound);
  }

  editSound(guildId: Id, soundId: Id, change: { name: string; volume: number; emoji_name: string | null }): Promise<Sound> {
    return this.rest.patch(`/guilds/${guildId}/soundboard-sounds/${soundId}`, change);
  }

  deleteSound(guildId: Id, soundId: Id): Promise<void> {
    return this.rest.delete(`/guilds/${guildId}/soundboard-sounds/${soundId}`);
  }

  // --- programs

  integrations(guildId: Id): Promise<Integration[]> {
    return this.rest.get(`/guilds/${guildId}/integrations`);
  }

  deleteIntegration(guildId: Id, integrationId: Id): Promise<void> {
    return this.rest.delete(`/guilds/${guildId}/integrations/${integrationId}`);
  }
}
