// Questions that have to be answered before anything else; built on <dialog>, so Escape closes them and focus stays inside.

export const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => {
    if (value === undefined || value === false) return;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  });
  element.append(...children.filter(child => child !== undefined && child !== false));
  return element;
};

/** @param choices [key, label, kind]; the answer is the key, or undefined where the dialog was closed */
export function ask({ title, text, lines = [], choices }) {
  return new Promise(resolve => {
    const dialog = make('dialog', { class: 'ask', 'aria-labelledby': 'ask-title' },
      make('h2', { id: 'ask-title' }, title),
      ...[text].flat().filter(Boolean).map(line => make('p', {}, line)),
      lines.length ? make('ul', {}, ...lines.map(line => make('li', {}, line))) : '',
      make('div', { class: 'row' }, ...choices.map(([key, label, kind = '']) => make('button', { type: 'button', class: `btn ${kind}`, onclick: () => dialog.close(key) }, label))));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue || undefined);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Says something in passing. */
export function say(part, text, kind = '') {
  part.textContent = text;
  part.className = `said-status ${kind}`;
}
