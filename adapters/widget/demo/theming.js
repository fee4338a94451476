/** The playground of theming.html: controls in, attributes and custom properties out. */

const form = document.querySelector('#theme');
const chat = document.querySelector('waymark-chat');
const COLOURS = ['accent', 'on-accent', 'head', 'ground', 'own'];
const SIZES = ['radius', 'offset'];
const ATTRIBUTES = ['look', 'theme', 'dir'];

/** Relative luminance as WCAG 2 defines it. */
const luminance = (colour) => {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = parts.map((part) =>
    (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const changed = (name) => form.elements[name].value !== form.elements[name].defaultValue;

const show = () => {
  for (const name of ATTRIBUTES) chat.setAttribute(name, form.elements[name].value);
  const lines = [...COLOURS, ...SIZES].flatMap((name) => {
    const value = form.elements[name].value + (SIZES.includes(name) ? 'px' : '');
    if (!changed(name)) {
      chat.style.removeProperty(`--waymark-${name}`);
      return [];
    }
    chat.style.setProperty(`--waymark-${name}`, value);
    return `  --waymark-${name}: ${value};`;
  });
  const look = form.elements.look.value;
  const tag = `<waymark-chat${look && ` look="${look}"`}></waymark-chat>`;
  document.querySelector('#css').textContent =
    lines.length ? `waymark-chat {\n${lines.join('\n')}\n}\n\n${tag}` : tag;
  const ratio = contrast(form.elements.accent.value, form.elements['on-accent'].value);
  const verdict = ratio >= 4.5 ? 'enough' : 'too little: 4.5 is the least';
  document.querySelector('#contrast').textContent =
    `Contrast of buttons and their words: ${ratio.toFixed(1)} to 1, ${verdict}.`;
};

form.addEventListener('input', show);
form.addEventListener('reset', () => setTimeout(show));
show();
