/** What travels between widget and server (../../protocol/PROTOCOL.md), and what the build puts in. */

export interface Choice { id: string; label: string }
export interface Source { title: string; url?: string; reviewed?: string }

export interface ContactPart {
  type?: 'contact';
  name: string;
  hours?: string;
  note?: string;
  phone?: string;
  sms?: string;
  sms_text?: string;
  url?: string;
}

export interface FormField {
  name: string;
  label: string;
  hint?: string;
  kind?: 'text' | 'long' | 'email' | 'tel' | 'number' | 'date' | 'choice' | 'tick';
  options?: { value: string; label: string }[];
  required?: boolean;
}

export interface FormPart {
  type: 'form';
  id: string;
  title: string;
  submit?: string;
  fields: FormField[];
}

/** A part as it came; the server may be older, newer or hostile, so nothing is taken for granted. */
export type Part = { type: string } & Record<string, any>;

export interface Reply {
  type: 'reply';
  id?: string;
  turn: number;
  safety: boolean;
  parts: Part[];
  token?: string;
  sources?: Source[];
  trace?: unknown;
  offers?: string[];
  locales?: Choice[];
}

export interface Refusal { type: 'error'; id?: string; code: string; message: string }
export type Answer = Reply | Refusal;

export interface Frame {
  type: 'start' | 'say' | 'choose' | 'forget' | 'submit' | 'feedback';
  id: string;
  locale?: string;
  text?: string;
  choice?: string;
  form?: string;
  values?: Record<string, string>;
  turn?: number;
  helpful?: boolean;
  reason?: string;
}

/** One line of the conversation so far. `frame` is there until the server has answered it. */
export type Entry = { at: number; said: string; frame?: Frame } | { at: number; reply: Reply };

/** What the code that is loaded on demand (more/more.js) may do with the conversation. */
export interface Desk {
  /** The element itself: attributes, events, `locale`. */
  host: HTMLElement;
  heading: string;
  entries: () => Entry[];
  locales: () => Choice[];
  locale: () => string;
  showTimes: (shown: boolean) => void;
  areTimesShown: () => boolean;
  switchTo: (locale: string) => void;
  send: (frame: Omit<Frame, 'id'>, words?: string) => void;
}

export type More = typeof import('./more/more.js');
export type Words = typeof import('./words.js').ENGLISH;
