/** Pieces of the page. Everything is made as nodes; no text ever becomes markup. */

/** @typedef {import('./wire.d.ts').Words} Words */

/** @type {Record<string, string>} */
const SHAPES = {
  signpost: 'M12 2.5v2M12 10v2.5M12 18v3.5M6 4.5h9.5l3 2.75-3 2.75H6zM18 12.5H8.5l-3 2.75 3 2.75H18z',
  close: 'M6 6l12 12M18 6L6 18',
  more: 'M12 5.500v.01M12 12v.01M12 18.500v.01',
  heart: 'M12 20S4 15 4 9.3A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.3C20 15 12 20 12 20z',
  exit: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  send: 'M12 19V5M6 11l6-6 6 6',
  out: 'M8 6h10v10M18 6L6 18',
};

/**
 * An element with attributes and children. A class is also the name of a `part`, so that a page's
 * style sheet can reach it; children that are empty are left out.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export const make = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (attributes.class) node.setAttribute('part', attributes.class);
  for (const child of children) if (child) node.append(child);
  return node;
};

/** @param {string} name one of SHAPES */
export const icon = (name) => {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', SHAPES[name]);
  svg.append(path);
  return svg;
};

/**
 * @param {string} name class and part
 * @param {Node | string} label
 * @param {() => void} act
 * @param {string} [shape] name of an icon
 */
export const makeButton = (name, label, act, shape) => {
  const button = make('button', { type: 'button', class: name }, shape && icon(shape), label);
  button.onclick = act;
  return button;
};

/**
 * A button that shows and hides what is in `target`.
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} target
 */
export const makeDisclosure = (button, target) => {
  button.setAttribute('aria-expanded', 'false');
  button.setAttribute('aria-controls', target.id);
};

/** Words that are read out and not seen. @param {string} text */
export const unseen = (text) => make('span', { class: 'unseen' }, text);

/**
 * The objects of a list that came from a server, which may be anything.
 * @param {unknown} list
 * @returns {any[]}
 */
export const objectsOf = (list) =>
  (Array.isArray(list) ? list.filter((item) => item && typeof item === 'object') : []);

/**
 * `template` with a value in place of {}, and named ones in place of {name}.
 * @param {string} template
 * @param {string | number} value
 * @param {Record<string, string>} [named]
 */
export const fill = (template, value, named = {}) =>
  template.replace(/\{(\w*)\}/g, (_, name) => String(name ? named[name] : value));

/**
 * The address as a URL if we may open it: https, or http on this machine. Otherwise null.
 * @param {unknown} address
 */
export const safeUrl = (address) => {
  try {
    const url = new URL(String(address));
    const local = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
    return url.protocol === 'https:' || (url.protocol === 'http:' && local) ? url : null;
  } catch {
    return null;
  }
};

/**
 * Puts a style sheet on a root. A constructed sheet passes a strict content security policy; old
 * browsers get an element.
 * @param {ShadowRoot | Document} root
 * @param {string} text
 * @returns {CSSStyleSheet | null}
 */
export const dress = (root, text) => {
  try {
    const Sheet = (root.ownerDocument ?? root).defaultView?.CSSStyleSheet ?? CSSStyleSheet;
    const sheet = new Sheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return sheet;
  } catch {
    const style = make('style', {}, text);
    ('head' in root ? root.head : root).append(style);
    return style.sheet;
  }
};
