/** Requests about messages that are more than a text. What comes of them is told by events. */
import type { Rest } from "../protocol/rest";
import { nonce, type Id } from "../protocol/snowflake";
import type { Message } from "../protocol/types";

/** How a message points to one whose copy it carries. */
const FORWARD = 1;

export interface NewPoll {
  question: string;
  answers: string[];
  hours: number;
  several: boolean;
}

export class Writing {
  constructor(private readonly rest: Rest) {}

  ask(channelId: Id, poll: NewPoll): Promise<Message> {
    return this.send(channelId, {
      poll: {
        question: { text: poll.question },
        answers: poll.answers.map((text) => ({ poll_media: { text } })),
        duration: poll.hours,
        allow_multiselect: poll.several,
      },
    });
  }

  /** Chooses these answers and no others; none takes the vote back. */
  vote(message: Message, answers: number[]): Promise<void> {
    return this.rest.put(`/channels/${message.channel_id}/polls/${message.id}/answers/@me`, { answer_ids: answers });
  }

  endPoll(message: Message): Promise<Message> {
    return this.rest.post(`/channels/${message.channel_id}/polls/${message.id}/expire`);
  }

  sticker(channelId: Id, stickerId: Id): Promise<Message> {
    return this.send(channelId, { sticker_ids: [stickerId] });
  }

  /** Sends a copy of a message to another channel, which says where it is from. */
  forward(message: Message, channelId: Id): Promise<Message> {
    return this.send(channelId, {
      message_reference: { type: FORWARD, message_id: message.id, channel_id: message.channel_id, guild_id: message.guild_id },
    });
  }

  private send(channelId: Id, body: object): Promise<Message> {
    return this.rest.post(`/channels/${channelId}/messages`, { ...body, nonce: nonce(), enforce_nonce: true });
  }
}
