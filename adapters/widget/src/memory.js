/**
 * What outlives a reload: the sealed token and the conversation so far, in the sessionStorage of
 * this tab. Nothing is written before the visitor has said something. Storage may be forbidden or
 * full; the conversation then lives as long as the page.
 */

/** @typedef {import('./wire.d.ts').Entry} Entry */

const TOKEN = 'waymark.token';
const TALK = 'waymark.talk';
const MOST_ENTRIES = 200;

/**
 * @template Result
 * @param {(place: Storage) => Result} use
 */
const stored = (use) => {
  try {
    return use(sessionStorage) ?? undefined;
  } catch {
    return undefined;
  }
};

/** @returns {Entry[]} */
const readEntries = () => {
  const found = stored((place) => JSON.parse(place.getItem(TALK) ?? '[]'));
  return Array.isArray(found) ? found : [];
};

export class Memory {
  /** @type {Entry[]} */
  entries = [];
  #isAllowed = false;  // the visitor has said something

  /** Takes up what an earlier page of this tab left. */
  recall() {
    this.entries = readEntries();
    this.#isAllowed = this.entries.length > 0 || Boolean(this.token);
  }

  get token() {
    return stored((place) => place.getItem(TOKEN)) ?? undefined;
  }

  get replies() {
    return this.entries.flatMap((entry) => ('reply' in entry ? entry.reply : []));
  }

  /** A greeting alone is not worth keeping. */
  dropUnspoken() {
    if (!this.#isAllowed) this.entries = [];
  }

  /** @param {string | undefined} token */
  keepToken(token) {
    if (this.#isAllowed && token) stored((place) => place.setItem(TOKEN, token));
  }

  /** @param {Entry} entry */
  add(entry) {
    if ('said' in entry) this.#isAllowed = true;
    this.entries = [...this.entries, entry].slice(-MOST_ENTRIES);
    this.#write();
  }

  /** The frame of what was said is answered. @param {string} id */
  settle(id) {
    for (const entry of this.entries) {
      if ('said' in entry && entry.frame?.id === id) delete entry.frame;
    }
    this.#write();
  }

  clear() {
    this.entries = [];
    this.#isAllowed = false;
    for (const key of [TOKEN, TALK]) stored((place) => place.removeItem(key));
  }

  #write() {
    if (this.#isAllowed) stored((place) => place.setItem(TALK, JSON.stringify(this.entries)));
  }
}
