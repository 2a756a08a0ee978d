/** Questions with answers to choose from, as the API has them. */
import type { Emoji } from "./types";

export interface PollMedia {
  text?: string | null;
  emoji?: Emoji | null;
}

export interface AnswerCount {
  id: number;
  count: number;
  me_voted: boolean;
}

export interface Poll {
  question: PollMedia;
  answers: { answer_id: number; poll_media: PollMedia }[];
  /** ISO 8601. */
  expiry: string | null;
  allow_multiselect: boolean;
  results?: { is_finalized: boolean; answer_counts: AnswerCount[] };
}
