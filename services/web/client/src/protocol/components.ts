/** What applications put into messages and forms, and the commands that they offer. */
import type { Id } from "./snowflake";
import type { Emoji, EmbedMedia } from "./types";

export enum ComponentType {
  Row = 1,
  Button = 2,
  TextSelect = 3,
  TextInput = 4,
  UserSelect = 5,
  RoleSelect = 6,
  MentionableSelect = 7,
  ChannelSelect = 8,
  Section = 9,
  Text = 10,
  Thumbnail = 11,
  Gallery = 12,
  File = 13,
  Separator = 14,
  Container = 17,
  Label = 18,
  FileUpload = 19,
  RadioGroup = 21,
  CheckboxGroup = 22,
  Checkbox = 23,
}

export interface SelectOption {
  label: string;
  value: string;
  description?: string;
  default?: boolean;
}

export interface Component {
  type: ComponentType;
  id?: number;
  custom_id?: string;
  components?: Component[];
  component?: Component;
  accessory?: Component;
  label?: string;
  description?: string | null;
  content?: string;
  style?: number;
  url?: string;
  disabled?: boolean;
  emoji?: Emoji;
  placeholder?: string;
  value?: string;
  default?: boolean;
  required?: boolean;
  min_length?: number;
  max_length?: number;
  min_values?: number;
  max_values?: number;
  options?: SelectOption[];
  channel_types?: number[];
  accent_color?: number | null;
  spoiler?: boolean;
  divider?: boolean;
  media?: EmbedMedia;
  file?: EmbedMedia;
  name?: string;
  items?: { media: EmbedMedia; description?: string | null; spoiler?: boolean }[];
}

export interface Modal {
  id: Id;
  nonce?: string;
  custom_id: string;
  title: string;
  channel_id: Id;
  application: { id: Id };
  components: Component[];
}

export enum OptionType {
  Subcommand = 1,
  Group = 2,
  Text = 3,
  Integer = 4,
  Boolean = 5,
  User = 6,
  Channel = 7,
  Role = 8,
  Mentionable = 9,
  Number = 10,
  Attachment = 11,
}

export interface CommandOption {
  type: OptionType;
  name: string;
  description: string;
  required?: boolean;
  autocomplete?: boolean;
  choices?: { name: string; value: string | number }[];
  options?: CommandOption[];
  channel_types?: number[];
  min_value?: number;
  max_value?: number;
  min_length?: number;
  max_length?: number;
}

export interface Command {
  id: Id;
  version: Id;
  application_id: Id;
  type: number;
  name: string;
  description: string;
  options?: CommandOption[];
}

export interface CommandIndex {
  applications: { id: Id; name: string }[];
  application_commands: Command[];
}

/** A command down to what is run: itself, or one of its subcommands, with the path to it. */
export interface Runnable {
  command: Command;
  path: CommandOption[];
  name: string;
  description: string;
  options: CommandOption[];
}

const CHAT_INPUT = 1;

/** All that a person can run by typing it. */
export function runnables(index: CommandIndex): Runnable[] {
  return index.application_commands
    .filter((command) => command.type === CHAT_INPUT)
    .flatMap((command) => below(command, [], command.name, command.description, command.options ?? []));
}

function below(command: Command, path: CommandOption[], name: string, description: string, options: CommandOption[]): Runnable[] {
  const inner = options.filter((option) => option.type === OptionType.Subcommand || option.type === OptionType.Group);
  if (inner.length === 0) return [{ command, path, name, description, options }];
  return inner.flatMap((option) => below(command, [...path, option], `${name} ${option.name}`, option.description, option.options ?? []));
}

export interface GivenOption {
  type: OptionType;
  name: string;
  value?: string | number | boolean;
  focused?: boolean;
  options?: GivenOption[];
}

/** The body of an interaction that runs a command with the options that were given. */
export function invocation(runnable: Runnable, given: GivenOption[]): object {
  const options = runnable.path.reduceRight<GivenOption[]>(
    (inside, step) => [{ type: step.type, name: step.name, options: inside }],
    given,
  );
  const { id, version, name, type } = runnable.command;
  return { id, version, name, type, options };
}
