/** Keeps the order of guilds that a person makes, one request after the other: those that overtook each other would leave an older order. */
import { unwrap } from "solid-js/store";
import type { Account } from "./account";
import type { GuildFolder } from "./guildFolders";
import type { State } from "./state";

/** Whoever moves something moves it again: servers let settings be written only so often. */
const PAUSE = 250;

export class GuildList {
  private wanted: GuildFolder[] | null = null;
  private keeping: Promise<void> | null = null;

  constructor(
    private readonly account: Account,
    private readonly state: State,
    private readonly show: (change: Partial<State>) => void,
    private readonly pause: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve, PAUSE)),
  ) {}

  /** Shown at once, and put back when the server does not take it. What the server tells of earlier changes is not shown meanwhile. */
  arrange(folders: GuildFolder[]): Promise<void> {
    const before = unwrap(this.state).folders;
    this.wanted = folders;
    this.show({ folders, arranging: true });
    return (this.keeping ??= this.keep(before));
  }

  private async keep(before: GuildFolder[]): Promise<void> {
    let kept = before;
    try {
      do {
        const next: GuildFolder[] = this.wanted!;
        this.wanted = null;
        await this.account.arrange(next);
        kept = next;
        await this.pause();
      } while (this.wanted);
      this.show({ arranging: false });
    } catch (failure) {
      this.wanted = null;
      this.show({ folders: kept, arranging: false });
      throw failure;
    } finally {
      this.keeping = null;
    }
  }
}
