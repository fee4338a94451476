/** What the parts that are loaded on demand say, in English. */
export const MORE_ENGLISH = {
  transcript: 'Keep a copy',
  transcriptNote: 'The copy is made on this device. Think about who else can see it.',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'Your browser did not allow copying. “Save” works too.',
  print: 'Print',
  save: 'Save',
  fileName: 'conversation.txt',
  times: 'Show times',
  language: 'Language',
  you: 'You',
  crisis: 'Get help now',
  required: ' (required)',
  missing: 'Please fill in: {}',
  submit: 'Send',
  sources: 'Where this comes from',
  reviewed: 'reviewed {}',
  why: 'Why this answer?',
  trace: 'Trace',
  helpful: 'Was this helpful?',
  yes: 'Yes',
  no: 'No',
  thanks: 'Thank you.',
  whyNot: 'What was wrong? You can leave this empty.',
  reasons: ['It was not about my question', 'It was hard to understand', 'It was wrong'],
  sendReason: 'Send',
  skipReason: 'No, thanks',
};

/** @typedef {typeof MORE_ENGLISH} MoreWords */

/**
 * The words for an element: those of its locale over the English ones.
 * @param {HTMLElement} host
 * @returns {MoreWords}
 */
export const wordsFor = (host) => {
  const { words } = /** @type {HTMLElement & { words?: Record<string, Partial<MoreWords>> }} */ (host);
  return { ...MORE_ENGLISH, ...words?.[host.getAttribute('locale') ?? ''] };
};
