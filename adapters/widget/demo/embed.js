/** The snippets of embed.html with the address of this server, the hash of its script, and a button to copy. */

const socket = location.origin.replace('http', 'ws');
const fill = (text) => text.replaceAll('ORIGIN', location.origin).replaceAll('SOCKET', socket);

const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
while (texts.nextNode()) texts.currentNode.data = fill(texts.currentNode.data);

for (const snippet of document.querySelectorAll('[data-snippet]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(snippet.textContent);
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  });
  const frame = document.createElement('div');
  frame.className = 'snippet';
  snippet.replaceWith(frame);
  frame.append(snippet, button);
}

const showIntegrity = async () => {
  const script = await (await fetch('/widget.js')).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-384', script));
  document.querySelector('#integrity').textContent = `sha384-${btoa(String.fromCharCode(...hash))}`;
};

if (window.crypto?.subtle) showIntegrity();
