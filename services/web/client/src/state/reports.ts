/** What people tell those who look after the instance. */
import type { ReportMenu, ReportNode, ReportSubject } from "../protocol/instance";
import type { Rest } from "../protocol/rest";
import type { Id } from "../protocol/snowflake";

/** What is reported, by the fields that its kind needs. */
export type Reportable =
  | { subject: "message"; channel_id: Id; message_id: Id }
  | { subject: "user"; user_id: Id }
  | { subject: "guild"; guild_id: Id };

export class Reports {
  constructor(private readonly rest: Rest) {}

  menu(subject: ReportSubject): Promise<ReportMenu> {
    return this.rest.get(`/reporting/menu/${subject}`);
  }

  /** @param way the numbers of the menu's nodes that one went through */
  send(what: Reportable, way: number[], comment: string): Promise<void> {
    const { subject, ...ids } = what;
    return this.rest.post(`/reporting/${subject}`, { ...ids, breadcrumbs: way, ...(comment ? { comment } : {}) });
  }
}

/** The reasons that a menu offers, in its order. */
export function reasonsOf(menu: ReportMenu): ReportNode[] {
  return (menu.nodes[menu.root_node_id]?.children ?? []).flatMap(([, node]) => menu.nodes[node] ?? []);
}
