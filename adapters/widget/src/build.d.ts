/** What build.mjs puts in place of these imports. */

declare module '*.css' {
  const minified: string;
  export default minified;
}

/** The lines of "Help now", from the service tables of dialogs/safety-uk. */
declare module 'waymark:contacts' {
  const contacts: import('./wire.d.ts').ContactPart[];
  export default contacts;
}
