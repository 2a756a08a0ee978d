import { createSignal, For, Show, type JSX } from "solid-js";
import type { Poll, PollMedia } from "../protocol/polls";
import type { Channel, Message } from "../protocol/types";
import { countOf, ended, totalOf } from "../state/polls";
import { relative, t } from "../text/text";
import { confirm, explain, Field, FormDialog, showDialog } from "./dialogs";
import { notify } from "./notices";
import { CDN, client } from "./session";

const MOST_ANSWERS = 10;
const FIRST_ANSWERS = 2;
const HOURS = [1, 4, 8, 24, 72, 168, 336];
const A_DAY = 24;

/** A question: its answers to choose from, and how others chose. */
export function PollView(props: { message: Message; poll: Poll }): JSX.Element {
  const over = (): boolean => ended(props.poll);
  const total = (): number => totalOf(props.poll);
  const mine = (): number[] => props.poll.answers.map(({ answer_id }) => answer_id).filter((id) => countOf(props.poll, id).me_voted);
  const [chosen, setChosen] = createSignal<number[]>([]);
  const shown = (): number[] => (mine().length ? mine() : chosen());
  const choose = (id: number, on: boolean): void => {
    setChosen((before) => (props.poll.allow_multiselect ? [...before.filter((other) => other !== id), ...(on ? [id] : [])] : [id]));
  };
  const vote = (answers: number[]): void => tell(client.writing.vote(props.message, answers));
  const share = (id: number): number => (total() ? Math.round((100 * countOf(props.poll, id).count) / total()) : 0);
  const disabled = (): boolean => over() || mine().length > 0;
  return (
    <section class="poll" aria-label={props.poll.question.text ?? ""}>
      <h3>{props.poll.question.text}</h3>
      <p class="hint">{t(props.poll.allow_multiselect ? "poll.several" : "poll.one")}</p>
      <For each={props.poll.answers}>
        {(answer) => (
          <label class="poll-answer" classList={{ mine: countOf(props.poll, answer.answer_id).me_voted }}>
            <input
              type={props.poll.allow_multiselect ? "checkbox" : "radio"}
              name={`poll-${props.message.id}`}
              checked={shown().includes(answer.answer_id)}
              disabled={disabled()}
              onChange={(event) => choose(answer.answer_id, event.currentTarget.checked)}
            />
            <Media media={answer.poll_media} />
            <meter min="0" max="100" value={share(answer.answer_id)} aria-label={t("poll.share", { share: share(answer.answer_id) })} />
            <small>{t("poll.votes", { count: countOf(props.poll, answer.answer_id).count })}</small>
          </label>
        )}
      </For>
      <footer class="row">
        <small class="grow">
          {t("poll.votes", { count: total() })} ·{" "}
          {over() ? t("poll.over") : props.poll.expiry ? t("poll.ends", { time: relative(Date.parse(props.poll.expiry)) }) : ""}
        </small>
        <Show when={!over()}>
          <Show
            when={mine().length}
            fallback={
              <button type="button" class="button" disabled={!chosen().length} onClick={() => vote(chosen())}>
                {t("poll.vote")}
              </button>
            }
          >
            <button
              type="button"
              class="button quiet"
              onClick={() => {
                setChosen([]);
                vote([]);
              }}
            >
              {t("poll.takeBack")}
            </button>
          </Show>
          <Show when={props.message.author.id === client.state.me?.id}>
            <button
              type="button"
              class="button quiet"
              onClick={() => confirm(t("poll.end"), t("poll.endQuestion"), t("poll.end"), () => client.writing.endPoll(props.message))}
            >
              {t("poll.end")}
            </button>
          </Show>
        </Show>
      </footer>
    </section>
  );
}

function Media(props: { media: PollMedia }): JSX.Element {
  return (
    <span class="grow">
      <Show when={props.media.emoji}>
        {(emoji) => (
          <Show when={emoji().id} fallback={`${emoji().name} `}>
            {(id) => <img class="emoji" src={`${CDN}/emojis/${id()}.webp?size=48`} alt={emoji().name ?? ""} />}
          </Show>
        )}
      </Show>
      {props.media.text}
    </span>
  );
}

/** Asks a channel a question. */
export function askDialog(channel: Channel): void {
  const [count, setCount] = createSignal(FIRST_ANSWERS);
  const submit = (form: FormData): Promise<unknown> =>
    client.writing.ask(channel.id, {
      question: String(form.get("question")),
      answers: form.getAll("answer").map((answer) => String(answer).trim()).filter(Boolean),
      hours: Number(form.get("hours")),
      several: form.has("several"),
    });
  showDialog(() => (
    <FormDialog title={t("poll.create")} action={t("poll.ask")} submit={submit}>
      <Field label={t("poll.question")} name="question" required maxlength="300" autofocus />
      <For each={Array.from({ length: count() })}>
        {(_none, index) => <Field label={t("poll.answer", { number: index() + 1 })} name="answer" required={index() < 1} maxlength="55" />}
      </For>
      <Show when={count() < MOST_ANSWERS}>
        <button type="button" class="button quiet" onClick={() => setCount((before) => before + 1)}>
          {t("poll.addAnswer")}
        </button>
      </Show>
      <label class="field">
        <span>{t("poll.duration")}</span>
        <select name="hours">
          <For each={HOURS}>
            {(hours) => (
              <option value={hours} selected={hours === A_DAY}>
                {t("poll.hours", { count: hours })}
              </option>
            )}
          </For>
        </select>
      </label>
      <label class="check">
        <input type="checkbox" name="several" />
        {t("poll.allowSeveral")}
      </label>
    </FormDialog>
  ));
}

function tell(done: Promise<unknown>): void {
  done.catch((failure: unknown) => notify(explain(failure)));
}
