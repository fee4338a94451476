/*
 *   <script src="https://guide.example/widget.js" defer></script>
 *   <waymark-chat></waymark-chat>
 *
 * or, with the attributes of the element as data attributes of the script, the script tag alone:
 *
 *   <script src="https://guide.example/widget.js" data-heading="Our guide" defer></script>
 */

import { WaymarkChat } from './element.js';

if (!customElements.get('waymark-chat')) customElements.define('waymark-chat', WaymarkChat);

const { dataset } = /** @type {HTMLScriptElement} */ (document.currentScript ?? { dataset: {} });

if (Object.keys(dataset).length) {
  const chat = document.createElement('waymark-chat');
  for (const [name, value] of Object.entries(dataset)) {
    chat.setAttribute(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value ?? '');
  }
  const add = () => document.body.append(chat);
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', add);
  else add();
}
